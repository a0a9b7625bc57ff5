/** What can be done to an item of the thesis, each one named undo step. */
import { useMemo, useState } from 'react';
import type { FigureRecord } from '../../../../../contract/records';
import type { WatchReading, WatchRecord } from '../../../../../contract/watch';
import type { StructureType } from '../../../../../core/structure/model';
import { open, settle } from '../../../app/state/navigation';
import { run, start } from '../../../app/calls/run';
import { offerUndo } from '../../../app/calls/undo';
import { saveText } from './drafts';
import { type Item, movedPosition } from './model';

export interface ThesisActions {
  /** True once saved; a failure has been said and the text stays in its box. */
  readonly setLabel: (item: Item, label: string) => Promise<boolean>;
  readonly setField: (item: Item, field: string, value: string) => Promise<boolean>;
  readonly add: (type: StructureType, label: string, fields: Readonly<Record<string, string>>) => void;
  readonly remove: (item: Item) => void;
  readonly move: (item: Item, siblings: readonly Item[], by: -1 | 1) => void;
  readonly openQuote: (item: Item) => void;
  /** The item whose label should be in edit as soon as it is drawn. */
  readonly fresh: string | null;
  readonly figure: (id: string) => FigureRecord | undefined;
  /** What an indicator has read by itself, oldest first. */
  readonly readings: (item: string) => readonly WatchReading[];
}

/** `document` is the one whose thesis is shown; items added there belong to it. */
export function useThesisActions(
  figures: readonly FigureRecord[] | undefined,
  document: string | null,
  watch: readonly WatchRecord[] | undefined,
): ThesisActions {
  const [fresh, setFresh] = useState<string | null>(null);
  return useMemo(() => {
    const byId = new Map(figures?.map((figure) => [figure.id, figure]));
    const read = new Map(watch?.map(({ item, readings }) => [item, readings]));
    const add = async (type: StructureType, label: string, fields: Readonly<Record<string, string>>) => {
      const made = await run('structure.create', { type, label, fields: { ...fields }, document });
      if (made) setFresh(made.id);
    };
    const remove = async (item: Item) => {
      setFresh(null);
      const done = await run('structure.remove', { ids: [item.id] });
      if (done) offerUndo(`Removed “${item.label}”.`, done);
    };
    return {
      setLabel: async (item, label) => {
        // From now on an item like any other: brought back by undo it is read, not edited.
        setFresh(null);
        return saveText({ id: item.id, field: 'label', text: label, what: `The words of “${item.label}”` });
      },
      setField: (item, field, value) => {
        return saveText({ id: item.id, field, text: value, what: `${field} of “${item.label}”` });
      },
      add: (type, label, fields) => start(add(type, label, fields)),
      remove: (item) => start(remove(item)),
      move: (item, siblings, by) => {
        const position = movedPosition(siblings, item.id, by);
        if (position !== null) start(run('structure.update', { id: item.id, set: { position } }));
      },
      openQuote: (item) => {
        if (item.document === null || item.start === null || item.end === null) return;
        settle({ view: 'thesis', item: item.id });
        open({ view: 'reader', document: item.document, start: item.start, end: item.end });
      },
      fresh,
      figure: (id) => byId.get(id),
      readings: (item) => read.get(item) ?? [],
    };
  }, [figures, fresh, document, watch]);
}

/** Whether an item stands on a quote that can be opened. */
export const hasQuote = (item: Item): boolean => item.document !== null && item.start !== null;
