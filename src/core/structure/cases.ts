/** Headings that are a case of their own: `Bull case (30% probability)`, `Scenario 2: Base`, `情景一：乐观`. */
import type { Layout, Section } from '../document/model';
import { CUES, firstMatch, matches } from './cues';
import { plainWords } from './words';

/** The name of the case, null where the heading names none. */
export function caseName(title: string): string | null {
  const plain = plainWords(title);
  const prefix = firstMatch(CUES.headingCases, plain);
  const rest = plain.slice(prefix?.end ?? 0);
  const name = firstMatch(CUES.cases, rest) ?? (prefix ? firstMatch(CUES.softCases, rest) : null);
  if (name) return name.text.trim();
  return matches(CUES.scenarioHeading, plain) ? plain.replace(/\s*[(\uff08].*$/u, '') : null;
}

const NEAR = 12;
const WEIGHED = /probab|\d\s?%|概率/i;

/** Sections that are a case. A bull and a bear section alone are arguments for and against; a third, a number or a weight makes them cases. */
export function caseSections(layout: Layout): Map<number, string> {
  const cases = new Map<number, string>();
  for (const section of layout.sections) {
    const name = caseName(section.title);
    if (name !== null && isCase(layout, section)) cases.set(section.index, name);
  }
  return cases;
}

function isCase({ sections }: Layout, section: Section): boolean {
  const plain = plainWords(section.title);
  if (WEIGHED.test(plain) || matches(CUES.headingCases, plain) || matches(CUES.scenarioHeading, plain)) return true;
  const near = sections.slice(Math.max(0, section.index - NEAR), section.index + NEAR);
  return near.filter((each) => each.parent === section.parent && caseName(each.title) !== null).length >= 3;
}
