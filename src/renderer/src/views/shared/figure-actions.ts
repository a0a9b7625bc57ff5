/** What can be done to figures from several places, each one named undo step. */
import { overlay } from '../../app/state/overlays';
import type { FigureEdit, FigureRecord } from '../../../../contract/records';
import { PROVENANCE_LABEL, type Provenance } from '../../../../core/figure/provenance';
import { call } from '../../app/calls/client';
import { open } from '../../app/state/navigation';
import { run, start } from '../../app/calls/run';
import { showToast } from '../../app/state/toasts';
import { plural } from '../../kit/format';

type Named = Pick<FigureRecord, 'id' | 'quote'>;

export async function editFigure(figure: Named, set: FigureEdit, label: string): Promise<boolean> {
  return (await run('figure.update', { edits: [{ id: figure.id, set }], label })) !== null;
}

/** Ticks or disputes; the same again takes it back. */
export async function toggleReview(
  figure: Named & Pick<FigureRecord, 'review'>,
  to: 'ticked' | 'disputed',
): Promise<void> {
  const review = figure.review === to ? 'unreviewed' : to;
  const verb = { ticked: 'Tick', disputed: 'Dispute', unreviewed: 'Clear review of' }[review];
  await editFigure(figure, { review }, `${verb} ${figure.quote}`);
}

/** Sets the class by hand and offers the same to figures that were read alike. */
export async function setClass(figure: Named, provenance: Provenance): Promise<void> {
  const label = PROVENANCE_LABEL[provenance];
  if (!(await editFigure(figure, { provenance }, `Class ${figure.quote} as ${label.toLowerCase()}`))) return;
  await offerAlike(figure, 'provenance', (alike) => ({
    text: `${plural(alike.length, 'figure was', 'figures were')} read alike.`,
    label: `Class as ${label.toLowerCase()} too`,
    act: () => classAll(alike, provenance),
  }));
}

interface Offer {
  readonly text: string;
  readonly label: string;
  readonly act: () => Promise<unknown>;
}

/** Offers, never silently, to do what was done to a figure to those that a person would do it to next. */
async function offerAlike(
  figure: Named,
  field: 'provenance' | 'period',
  offer: (alike: readonly Named[]) => Offer,
): Promise<void> {
  const alike = await call('figure.suggest', { id: figure.id, field }).catch(() => []);
  if (alike.length === 0) return;
  const { text, label, act } = offer(alike);
  showToast({ kind: 'done', text, action: { label, run: () => start(act()) } });
}

/** One class for many figures, as one undo step. */
export async function classAll(figures: readonly Named[], provenance: Provenance): Promise<void> {
  const edits = figures.map(({ id }) => ({ id, set: { provenance } }));
  await run('figure.update', {
    edits,
    label: `Class ${plural(edits.length, 'figure')} as ${provenance.replace('_', '-')}`,
  });
}

/** Sets the period by hand and offers the same to undated figures of the same table or section. */
export async function setPeriod(figure: Named, period: string): Promise<void> {
  if (!(await editFigure(figure, { period }, `Date ${figure.quote}`))) return;
  await offerAlike(figure, 'period', (alike) => ({
    text: `${plural(alike.length, 'figure', 'figures')} beside it ${alike.length === 1 ? 'has' : 'have'} no period.`,
    label: `Set ${period} for all`,
    act: () =>
      run('figure.update', {
        edits: alike.map(({ id }) => ({ id, set: { period } })),
        label: `Date ${plural(alike.length, 'figure')}`,
      }),
  }));
}

/** Opens the Reader at a figure's quote; a figure without a place is shown in the grid instead. */
export function openFigure(figure: Pick<FigureRecord, 'id' | 'place'>): void {
  if (!figure.place) {
    open({ view: 'figures', figure: figure.id });
    return;
  }
  const { document, start, end } = figure.place;
  open({ view: 'reader', document, start, end, figure: figure.id });
}

/** Shows the figure's metric over time. */
export function showSeries(figure: Pick<FigureRecord, 'id'> | null | undefined): void {
  if (figure) overlay.set({ kind: 'series', figure: figure.id });
}
