/**
 * CSL-JSON: an array of items, one item, or `{"items": […]}`. Items are cut apart first, so that a broken item loses
 * only itself.
 */
import { reasonOf } from '../../../../core/base/reason';
import { isRecord } from '../../../../core/citation/csl-text';
import type { CslField } from '../../../../core/citation/fields';
import type { SourcesParser } from '../../parser';
import { cleanItem } from '../clean';
import { lineCounter } from '../lines';
import { type ReadSource, type ReadSources, shortened } from '../../bibliography';
import { needItems, refuseTooMany } from '../parser';
import { entryProblems } from '../problems';
import { splitObjects } from './split';

export const cslJsonParser = {
  kind: 'sources',
  name: 'csl-json',
  version: 1,
  reads: 'text',
  recognise: (source) => cslJsonScore(source.text().text),
  parse: (source) => readCslJson(source.text().text),
} satisfies SourcesParser;

const TYPE =
  /"type"\s*:\s*"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection|dataset|document|entry(?:-dictionary|-encyclopedia)?|event|figure|graphic|hearing|interview|legal_case|legislation|manuscript|map|motion_picture|musical_score|pamphlet|paper-conference|patent|performance|periodical|personal_communication|post(?:-weblog)?|regulation|report|review(?:-book)?|software|song|speech|standard|thesis|treaty|webpage)"/;
/** Members that files of other kinds rarely have. */
const TELLING: readonly CslField[] = [
  'title',
  'author',
  'issued',
  'container-title',
  'publisher',
  'DOI',
  'URL',
  'editor',
  'accessed',
];
const MEMBER = new RegExp(`"(?:${TELLING.join('|')})"\\s*:`);

function cslJsonScore(text: string): number {
  const start = text.slice(0, 20_000);
  if (!/^[\s\uFEFF]*(?:\[\s*\{|\{)/.test(start)) return 0;
  return TYPE.test(start) && MEMBER.test(start) ? 0.9 : 0;
}

export function readCslJson(text: string): ReadSources {
  const problems = entryProblems();
  const lineOf = lineCounter(text);
  const items: ReadSource[] = [];
  for (const { start, end, fault } of splitObjects(text)) {
    refuseTooMany(items.length + 1);
    const line = lineOf(start);
    const raw = text.slice(start, end);
    const value = fault === null ? parsed(raw) : FAULT[fault];
    if (typeof value === 'string') {
      problems.at(line, 'W_ENTRY', `the item ${value}; it was left out.`);
      continue;
    }
    const csl = cleanItem({ ...value, 'citation-key': value['citation-key'] ?? value['id'] });
    if (csl === null) problems.at(line, 'W_ENTRY', 'the item names no title, author or address; it was left out.');
    else items.push({ csl, raw: shortened(raw), line });
  }
  return needItems({ format: 'csl-json', items, problems: problems.list() });
}

const FAULT = { deep: 'is nested too deeply', unclosed: 'is not closed' } as const;

/** The item, or what is wrong with it. */
function parsed(raw: string): Readonly<Record<string, unknown>> | string {
  try {
    const value: unknown = JSON.parse(raw);
    return isRecord(value) ? value : 'is not an object';
  } catch (error) {
    return `is not valid JSON (${reasonOf(error)})`;
  }
}
