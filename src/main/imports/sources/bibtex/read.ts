/** Reads a .bib file: entries cut apart first, so that a broken one is a problem with its line and the others are read. */
import { MONTH_STEMS } from '../../../../core/base/months';
import { lineCounter } from '../lines';
import { type ReadSource, type ReadSources, shortened } from '../../bibliography';
import { needItems, refuseTooMany } from '../parser';
import { type EntryProblems, entryProblems } from '../problems';
import { inherit, parentsOf } from './crossref';
import { isKnownType, readEntry } from './entry';
import { readFields, readMacro } from './fields';
import { type RawEntry, splitEntries } from './split';

/** All macros together; a file that doubles one in the next could otherwise fill the memory. */
const MACRO_ROOM = 1_000_000;

export function readBibtex(text: string): ReadSources {
  const problems = entryProblems();
  const lineOf = lineCounter(text);
  const macros = new Map(MONTH_STEMS.map((month) => [month, month]));
  let room = MACRO_ROOM;
  const entries: PendingEntry[] = [];
  for (const raw of splitEntries(text, refuseTooMany)) {
    const line = lineOf(raw.start);
    if (raw.type === 'comment' || raw.type === 'preamble') continue;
    if (raw.type === 'string') {
      for (const [name, value] of readMacro(raw.body, macros).fields) {
        room -= value.length;
        if (room < 0) problems.at(line, 'W_MACROS', `the macros are too long in total; “${name}” was left out.`);
        else macros.set(name, value);
      }
      continue;
    }
    const entry = readRaw(raw, text, line, macros, problems);
    if (entry) entries.push(entry);
  }
  return needItems({ format: 'bibtex', items: readAll(entries, problems), problems: problems.list() });
}

interface PendingEntry {
  readonly type: string;
  readonly key: string | null;
  readonly fields: ReadonlyMap<string, string>;
  readonly raw: string;
  readonly line: number;
}

function readRaw(
  raw: RawEntry,
  text: string,
  line: number,
  macros: ReadonlyMap<string, string>,
  problems: EntryProblems,
): PendingEntry | null {
  if (raw.fault === 'deep') {
    problems.at(line, 'W_DEEP', 'the braces of the entry are nested too deeply; it was left out.');
    return null;
  }
  const { key, fields, faults } = readFields(raw.body, macros);
  const name = key === null ? 'The entry' : `“${key.slice(0, 60)}”`;
  if (fields.size === 0) {
    problems.at(line, 'W_ENTRY', `${name} has no fields that can be read; it was left out.`);
    return null;
  }
  if (raw.fault === 'unclosed') problems.at(line, 'W_UNCLOSED', `${name} is not closed; its content was read.`);
  for (const fault of faults.slice(0, 5)) problems.at(line, 'W_FIELD', `${name}: ${fault}`);
  return { type: raw.type, key, fields, raw: shortened(text.slice(raw.start, raw.end)), line };
}

function readAll(entries: readonly PendingEntry[], problems: EntryProblems): readonly ReadSource[] {
  const byKey = new Map<string, PendingEntry>();
  for (const entry of entries) {
    const key = entry.key?.toLowerCase();
    if (key !== undefined && !byKey.has(key)) byKey.set(key, entry);
  }
  return entries.flatMap((entry): readonly ReadSource[] => {
    if (entry.type === 'xdata') return [];
    if (entry.type === 'set') {
      problems.at(
        entry.line,
        'W_SET',
        `“${(entry.key ?? 'set').slice(0, 60)}” only groups other entries; it was left out.`,
      );
      return [];
    }
    const { csl, plain, left, dates, unread } = readEntry(entry.type, entry.key, inherit(entry, byKey));
    const name = `“${(entry.key ?? entry.type).slice(0, 60)}”`;
    for (const { key } of parentsOf(entry)) {
      if (!byKey.has(key))
        problems.at(entry.line, 'W_CROSSREF', `${name} takes from “${key.slice(0, 60)}”, which is not in the file.`);
    }
    if (csl === null) {
      problems.at(entry.line, 'W_ENTRY', `${name} names no title, author or address; it was left out.`);
      return [];
    }
    if (plain.length > 0)
      problems.at(entry.line, 'W_LATEX', `${name}: the LaTeX in ${plain.join(', ')} was not understood; check it.`);
    for (const one of unread)
      problems.at(entry.line, 'W_VALUE', `${name}: ${one} cannot be read as one; it was left out.`);
    for (const field of left) problems.leave('field', field);
    if (!isKnownType(entry.type)) problems.leave('type', `@${entry.type}`);
    for (const date of dates)
      problems.at(entry.line, 'W_DATE', `${name}: of ${date} only the days, months and years were kept.`);
    return [{ csl, raw: entry.raw, line: entry.line }];
  });
}
