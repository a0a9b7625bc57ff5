/** "% of parents using each app, by age:": what a survey asked is what all the cells below it measure. */

const SURVEYED = /^\W*(?:%|percent(?:age)?|share|proportion)\s(?:of|who|that|using)\s/i;

/** Whether a line over a table says what a survey asked. */
export const asksSurvey = (line: string): boolean => SURVEYED.test(line);
