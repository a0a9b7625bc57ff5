/** Writes a table that was looked over: exactly the figures of its plan, each linked to its source, as one undo step. */
import { TieoutError } from '../../../../contract/errors';
import type { CslItem } from '../../../../core/citation/model';
import type { TableImport } from '../../../imports/result';
import { all, count, first } from '../../../storage/db/db';
import { keepContent } from '../../../storage/queries/content';
import type { Recorder } from '../../../storage/recorder';
import type { LinkRow, SourceRow } from '../../../storage/db/rows';
import { parseCsl } from '../../sources/csl';
import { insertSource, sourceCells } from '../../sources/source-row';
import { AFTER_DOCUMENTS } from '../figure-rows';
import type { PendingTable } from '../pending';
import { matchSources } from '../sources/match';
import { cueOf, locatorOf, newRow } from './cells';
import { titleOf } from './plan';
import { keepMapping } from './saved-mappings';

interface Tools {
  readonly now: () => string;
  readonly newId: (prefix: string) => string;
}

/** Most figures that are named one by one in the answer to a commit. */
const MOST_NAMED = 5000;

/** Gives the id of the table's source and the figures it wrote, none where they are too many to name. Throws `E_EMPTY` where the plan adds and changes nothing. */
export function commitTable(
  tx: Recorder,
  tools: Tools,
  { result, planned, plan }: PendingTable,
  remember: string | null,
): { readonly id: string; readonly figures: string[] } {
  const { mapping, cells } = planned;
  const sheet = result.sheets[mapping.sheet];
  if (sheet === undefined || (plan.found.new === 0 && plan.found.changed === 0)) {
    throw new TieoutError(
      'E_EMPTY',
      'There is nothing to import: the notebook already holds every figure of this table.',
    );
  }
  keepContent(tx.db, result.bytes);
  const sources = sourcesFor(tx, tools);
  const own = sources(mapping.source || titleOf(result), fileNote(result, sheet.name));
  const named = result.sheets.length > 1 ? sheet.name : null;
  const now = tools.now();
  const figures: string[] = [];
  let position = Math.max(count(tx.db, 'SELECT max(position) FROM figure') + 1, AFTER_DOCUMENTS);
  for (const { what, figure, old, set } of cells) {
    if (what === 'same' || what === 'twice') continue;
    const place = locatorOf(figure, named);
    const at = { place, file: titleOf(result) };
    const source = figure.source === null ? own : sources(figure.source, null);
    if (what === 'new') {
      const id = tools.newId('f');
      tx.insert('figure', newRow(figure, { id, position, ...at }));
      tx.insert('link', { id: tools.newId('l'), figure: id, source, locator: place, created_at: now });
      position += 1;
      figures.push(id);
    } else if (old !== null && set !== null) {
      const cue = set.provenance === undefined ? {} : { cue: cueOf(figure, place, at.file) };
      tx.update('figure', old.id, { ...set, ...cue });
      link(tx, tools, old.id, source, place);
      figures.push(old.id);
    }
  }
  if (remember !== null) keepMapping(tx, tools.newId, remember, sheet, mapping);
  return { id: own, figures: figures.length > MOST_NAMED ? [] : figures };
}

function link(tx: Recorder, tools: Tools, figure: string, source: string, locator: string): void {
  const here = first<LinkRow>(tx.db, 'SELECT * FROM link WHERE figure = ? AND source = ?', figure, source);
  if (here === undefined) tx.insert('link', { id: tools.newId('l'), figure, source, locator, created_at: tools.now() });
  else tx.update('link', here.id, { locator });
}

/** The source of each title: one that is here, or a new one made when it is first asked for. */
function sourcesFor(tx: Recorder, tools: Tools): (title: string, note: string | null) => string {
  const have = all<SourceRow>(tx.db, 'SELECT * FROM source ORDER BY rowid');
  const ids = new Map<string, string>();
  return (title, note) => {
    const known = ids.get(title);
    if (known !== undefined) return known;
    const csl: CslItem = {
      id: '',
      type: note === null ? 'document' : 'dataset',
      title,
      ...(note === null ? {} : { note }),
    };
    const here = matchSources([csl], have)[0] ?? null;
    const id = here === null ? insertSource(tx, tools, csl) : here.id;
    if (here !== null && note !== null) renewNote(tx, here, note);
    ids.set(title, id);
    return id;
  };
}

/** The next state of the same file: its note names the bytes that were read last, unless a person wrote the note. */
function renewNote(tx: Recorder, source: SourceRow, note: string): void {
  const csl = parseCsl(source);
  const own = csl['note'];
  if (source.edited === 1 || (typeof own === 'string' && !own.includes('SHA-256'))) return;
  tx.update('source', source.id, sourceCells(source, { ...csl, note }));
}

/** What the file was, so that its bytes are found again in the notebook. */
function fileNote({ fileName, sha256 }: TableImport, sheet: string): string {
  const what = fileName === null ? 'Pasted' : `File ${fileName}`;
  return `${what}${sheet === '' ? '' : `, sheet “${sheet}”`}. SHA-256 ${sha256}.`;
}
