/** A figure read anew, with every cell that a person set as that person set it. */
import type { FigureRow } from '../../storage/rows';
import { parseStrings } from '../json';
import { PROTECTED } from './figure-rows';

export function keepPersonal(old: FigureRow, read: FigureRow): FigureRow {
  const edited = parseStrings(old.edited);
  const kept = new Set<string>([
    'edited',
    'review',
    'reviewed_at',
    'note',
    ...edited.flatMap((f) => PROTECTED[f] ?? []),
  ]);
  const cells = Object.fromEntries(Object.entries(old).filter(([column]) => kept.has(column)));
  return { ...read, ...cells };
}
