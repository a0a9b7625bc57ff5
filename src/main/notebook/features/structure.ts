/** The items of the argument: thesis, scenarios, risks, indicators and the rest, found by the import or set by hand. */
import { TieoutError } from '../../../contract/errors';
import type { StructureRecord } from '../../../contract/records';
import { fieldsRefusal } from '../../../core/structure/fields';
import type { StructureType } from '../../../core/structure/model';
import { all, count, listed, type ReadableDb } from '../../storage/db/db';
import type { Recorder } from '../../storage/recorder';
import { notSuperseded } from '../../storage/queries/versions';
import type { StructureRow } from '../../storage/db/rows';
import type { NotebookHandlers } from '../context/context';
import { parseFields, parseStrings } from '../stored/json';
import { requireRecord } from '../stored/required-record';

export const structure = {
  'structure.list': ({ db }, { document }) => listStructure(db, document),

  'structure.create': ({ db, command, newId }, { type, label, fields, document }) => {
    requireFields(type, fields);
    const id = newId('st');
    const { revision } = command(`Add ${words(type)}`, (tx) => {
      if (document !== null) requireRecord(tx.db, 'document', document);
      const position = count(db, 'SELECT max(position) FROM structure_item') + 1;
      tx.insert('structure_item', {
        id,
        type,
        document,
        start_at: null,
        end_at: null,
        quote: '',
        label,
        fields: JSON.stringify(fields),
        figures: '[]',
        rule: 'analyst',
        edited: 1,
        position,
      });
    });
    return { revision, id };
  },

  'structure.update': ({ command }, { id, set }) => {
    const { revision } = command('Edit thesis item', (tx) => {
      const row = requireRecord(tx.db, 'structure_item', id);
      if (set.fields !== undefined) requireFields(row.type, set.fields);
      const fields = JSON.stringify({ ...parseFields(row.fields), ...set.fields });
      if (set.position !== undefined) makeRoom(tx, row, set.position);
      const cells = { label: set.label ?? row.label, fields, position: set.position ?? row.position };
      if (cells.label === row.label && cells.fields === row.fields && cells.position === row.position) return;
      tx.update('structure_item', id, { ...cells, edited: 1 });
    });
    return { revision };
  },

  'structure.remove': ({ command }, { ids }) => {
    const label = ids.length === 1 ? 'Remove thesis item' : `Remove ${ids.length} thesis items`;
    const { revision } = command(label, (tx) => {
      for (const id of ids) tx.remove('structure_item', requireRecord(tx.db, 'structure_item', id).id);
    });
    return { revision };
  },
} satisfies Pick<NotebookHandlers, 'structure.list' | 'structure.create' | 'structure.update' | 'structure.remove'>;

/** E_INPUT with what is wrong, unless the table of fields allows all of them for the type. */
function requireFields(type: StructureType, fields: Readonly<Record<string, string | null>>): void {
  const refusal = fieldsRefusal(type, fields);
  if (refusal !== null) throw new TieoutError('E_INPUT', refusal, { type });
}

/** Items between the old and the new place move one up or down, so that every order can be made with whole numbers. */
function makeRoom(tx: Recorder, { id, document, position }: StructureRow, to: number): void {
  const [from, until, by] = to < position ? [to, position - 1, 1] : [position + 1, to, -1];
  const between = all<StructureRow>(
    tx.db,
    'SELECT * FROM structure_item WHERE document IS ? AND position BETWEEN ? AND ? AND id <> ?',
    document,
    from,
    until,
    id,
  );
  for (const other of between) tx.update('structure_item', other.id, { position: other.position + by });
}

const words = (type: string): string => type.replaceAll('_', ' ');

export function listStructure(db: ReadableDb, document?: string): StructureRecord[] {
  const order = 'ORDER BY document IS NULL, document, position, rowid';
  const rows =
    document === undefined
      ? listed<StructureRow>(db, `SELECT s.* FROM structure_item s WHERE ${notSuperseded('s')} ${order}`)
      : listed<StructureRow>(db, `SELECT * FROM structure_item WHERE document = ? ${order}`, document);
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    document: row.document,
    start: row.start_at,
    end: row.end_at,
    quote: row.quote,
    label: row.label,
    fields: parseFields(row.fields),
    figures: parseStrings(row.figures),
    edited: row.edited === 1,
    position: row.position,
  }));
}
