/** A figure read anew, with every cell that a person set as that person set it. */
import { FIELD_NAMES, fieldOf } from '../../../../core/figure/fields';
import type { FigureRow } from '../../../storage/db/rows';
import { parseStrings } from '../../stored/json';

export function keepPersonal(old: FigureRow, read: FigureRow): FigureRow {
  const edited = new Set(parseStrings(old.edited));
  const fields = FIELD_NAMES.filter((name) => fieldOf(name).by === 'person' || edited.has(name));
  const kept = new Set<string>(['edited', ...fields.flatMap((name) => fieldOf(name).columns)]);
  const cells = Object.fromEntries(Object.entries(old).filter(([column]) => kept.has(column)));
  return { ...read, ...cells };
}
