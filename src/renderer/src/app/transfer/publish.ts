/** Whether a report may be published: what stands in its way is asked of the notebook and held against the person's gate. */
import type { ExportOptions } from '../../../../contract/app';
import type { ReportDoubt } from '../../../../contract/records';
import { type DoubtKind, type Gate, gateSays, readGate } from '../../../../core/report/gate';
import { isPacket, isTypeset } from '../../../../core/report/exports';
import { getPref, usePref } from '../prefs';
import { ask } from '../calls/run';
import type { Place } from '../state/navigation';
import { createStore } from '../state/store';

export interface Doubt {
  readonly kind: DoubtKind;
  readonly words: string;
  /** Null where there is no one place. */
  readonly to: Place | null;
}

interface Question {
  readonly doubts: readonly Doubt[];
  readonly answer: (yes: boolean) => void;
}

/** The report that waits for an answer. */
export const publishing = createStore<Question | null>(null);

const KEY = 'report.gate';
const isStored = (value: unknown): value is unknown => value !== undefined;

/** The gate, and the way to change the answer to one kind of doubt. */
export function useGate(): readonly [Gate, (change: Partial<Gate>) => void] {
  const [stored, setStored] = usePref<unknown>(KEY, null, isStored);
  const gate = readGate(stored);
  return [gate, (change) => setStored({ ...gate, ...change })];
}

function placeOf(report: string, to: ReportDoubt['to']): Place | null {
  if (to === null) return null;
  if ('finding' in to) return { view: 'audit', finding: to.finding };
  return 'document' in to ? { view: 'reader', document: to.document } : { view: 'report', report, spot: to };
}

const nameOf = (character: string): string =>
  `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;

/** Every doubt about a report; null where the notebook could not be asked, which was said. */
async function doubtsAbout(report: string, printed: boolean): Promise<readonly Doubt[] | null> {
  const check = await ask('report.check', { id: report });
  const print = printed ? await ask('export.unshown', { report }) : { characters: [] };
  if (!check || !print) return null;
  return [
    ...check.doubts.map(({ kind, words, to }) => ({ kind, words, to: placeOf(report, to) })),
    ...print.characters.map(
      (character): Doubt => ({
        kind: 'unshown',
        words: nameOf(character),
        to: { view: 'report', report, spot: { words: character } },
      }),
    ),
  ];
}

/** True where a report may go out as it is, or the person says so; what is no report, and what changed in one, always may. */
export async function mayGoOut({ what, format }: Pick<ExportOptions, 'what' | 'format'>): Promise<boolean> {
  if (!('report' in what) || 'since' in what) return true;
  const doubts = await doubtsAbout(what.report, isTypeset(format) || isPacket(format));
  if (!doubts) return false;
  const gate = readGate(getPref<unknown>(KEY, null, isStored));
  if (
    gateSays(
      gate,
      doubts.map(({ kind }) => kind),
    ) === 'ignore'
  )
    return true;
  return new Promise((resolve) => {
    publishing.set({
      doubts,
      answer: (yes) => {
        publishing.set(null);
        resolve(yes);
      },
    });
  });
}
