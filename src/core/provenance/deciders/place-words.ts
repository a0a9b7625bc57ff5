/**
 * Words that decide by where they stand, as patterns on short stretches: heads and rows of tables [P4], the tape [P6],
 * a list of assumptions [P7].
 */
import data from '../../../../resources/cues/classes.json';

const pattern = (source: string): RegExp => new RegExp(source, 'iu');

export const SCORE_HEAD = pattern(data.scoreHead);
export const CASE_ROW = pattern(data.caseRow);
export const CASE_HEAD = pattern(data.caseHead);
export const MODELLED = pattern(data.modelled);
export const MACRO = pattern(data.macro);
export const PRICE_ROW = pattern(data.priceRow);

export const SOURCE_LINE = pattern(data.sourceLine);
export const SOURCE_OWN = pattern(data.sourceOwn);
export const FILING = pattern(data.filing);
export const MANAGEMENT = pattern(data.management);
export const STREET = pattern(data.street);
export const TARGET = pattern(data.target);
export const OWN_EXPECTATION = pattern(data.ownExpectation);
export const TAPE = pattern(data.tape);
export const MARKET_BRIEF = pattern(data.marketBrief);
export const TAPE_SECTION = pattern(data.tapeSection);
export const COMPANY_TALK = pattern(data.companyTalk);
export const SECTOR = pattern(data.sector);
export const SUPPOSED = pattern(data.supposed);
export const OWN_TABLE = pattern(data.notDisclosing);

const plain = (cell: string): string => cell.replaceAll(/[*_`]/gu, '').trim().toLowerCase();
const member = (words: readonly string[]): ((cell: string) => boolean) => {
  const set: ReadonlySet<string> = new Set(words);
  return (cell) => set.has(plain(cell));
};

export const isTapeHead = member(data.tapeHead);
export const isMoveHead = member(data.moveHead);
export const isPlanLabel = member(data.planLabel);
export const isTargetLabel = member(data.targetLabel);
