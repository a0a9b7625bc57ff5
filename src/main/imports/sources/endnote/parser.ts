/**
 * EndNote's XML export, by saxes: no document type is read, so no entity is expanded and nothing outside is asked for.
 */
import { SaxesParser } from 'saxes';
import type { CslItem } from '../../../../core/citation/model';
import { IMPORT_LIMITS } from '../../limits';
import type { SourcesParser } from '../../parser';
import { cleanItem } from '../clean';
import { type ReadSource, type ReadSources, shortened } from '../../bibliography';
import { needItems, refuseTooMany } from '../parser';
import { entryProblems } from '../problems';
import { toCsl } from './map';

export const endnoteParser = {
  kind: 'sources',
  name: 'endnote',
  version: 1,
  reads: 'text',
  recognise: (source) => endnoteScore(source.text().text),
  parse: (source) => readEndnote(source.text().text),
} satisfies SourcesParser;

const endnoteScore = (text: string): number =>
  /^[\s\uFEFF]*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE[^>]*>\s*)?(?:<xml>\s*)?<records[\s>]/i.test(text.slice(0, 4_000)) &&
  /<record[\s>]/i.test(text.slice(0, 20_000))
    ? 0.97
    : 0;

/** What a record holds, each value under the path of its elements without `style`: `titles/title`. */
export type Values = Map<string, string[]>;

export function readEndnote(text: string): ReadSources {
  const problems = entryProblems();
  const items: ReadSource[] = [];
  const parser = new SaxesParser({ position: true });
  let path: string[] = [];
  let depth = 0;
  let record: { readonly values: Values; readonly line: number; readonly from: number } | null = null;
  let damaged = false;

  parser.on('error', (error) => {
    if (damaged) return;
    damaged = true;
    problems.at(parser.line, 'W_XML', `the XML is damaged (${error.message.replace(/^\d+:\d+: /, '').slice(0, 120)}).`);
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    depth += 1;
    if (name === 'record') {
      record = { values: new Map(), line: parser.line, from: parser.position };
      path = [];
      refuseTooMany(items.length + 1);
    } else if (record !== null && name !== 'style' && path.length < IMPORT_LIMITS.sourceDepth) {
      path.push(name);
      const type = attributes['name'];
      if (name === 'ref-type' && typeof type === 'string') add(record.values, 'ref-type-name', type);
      if (!isSelfClosing) begin(record.values, path.join('/'));
    }
  });
  parser.on('text', (words) => {
    if (record !== null) append(record.values, path.join('/'), words);
  });
  parser.on('cdata', (words) => {
    if (record !== null) append(record.values, path.join('/'), words);
  });
  parser.on('closetag', ({ name }) => {
    depth -= 1;
    if (name === 'record' && record !== null) {
      const { values, line, from } = record;
      record = null;
      const csl: CslItem | null = cleanItem(toCsl(values));
      if (csl === null) problems.at(line, 'W_ENTRY', 'the record names no title, author or address; it was left out.');
      else items.push({ csl, raw: shortened(text.slice(from, parser.position)), line });
    } else if (name === path.at(-1)) path.pop();
  });
  parser.write(text);
  try {
    parser.close();
  } catch {
    // Ends in the middle: what was read up to there stands, and the error above has said so.
  }
  if (depth > 0 && !damaged) problems.at(parser.line, 'W_XML', 'the file ends in the middle of a record.');
  return needItems({ format: 'endnote', items, problems: problems.list() });
}

function add(values: Values, name: string, value: string): void {
  values.set(name, [...(values.get(name) ?? []), value]);
}

/** A new value for an element that opens; the text within is added to it. */
function begin(values: Values, name: string): void {
  const list = values.get(name);
  if (list === undefined) values.set(name, ['']);
  else if (list.length < 2_000) list.push('');
}

function append(values: Values, name: string, words: string): void {
  const list = values.get(name);
  const last = list?.at(-1);
  if (list === undefined || last === undefined || last.length > IMPORT_LIMITS.sourceField) return;
  list[list.length - 1] = last + words.slice(0, IMPORT_LIMITS.sourceField);
}
