/** What a reviewer does with findings, each one named undo step. */
import type { FigureRecord, FindingRecord } from '../../../../contract/records';
import { call, type RequestOf } from '../../app/calls/client';
import { open } from '../../app/state/navigation';
import { run } from '../../app/calls/run';
import { toggleReview } from '../shared/figure-actions';

export type SettableStatus = RequestOf<'finding.setStatus'>['status'];

export async function setStatus(
  findings: readonly FindingRecord[],
  status: SettableStatus,
  reason: string,
): Promise<void> {
  const keys = findings.filter((finding) => finding.status !== 'holds').map(({ key }) => key);
  if (keys.length > 0) await run('finding.setStatus', { keys, status, reason });
}

/** Ticks the claimed figure: the analyst has checked it against its source. */
export async function tickClaim(finding: FindingRecord): Promise<void> {
  const id = finding.figures[0]?.figure;
  if (id === undefined) return;
  const { rows } = await call('figure.page', { filter: { ids: [id] }, sort: [], start: 0, end: 1 });
  const figure: FigureRecord | undefined = rows[0];
  if (figure) await toggleReview(figure, 'ticked');
}

/** Opens the quote of the claim in the Reader; where there is no figure, the place the finding names. */
export function openFinding(finding: FindingRecord): void {
  const claim = finding.figures[0];
  if (claim) {
    const { document, start, end, figure } = claim;
    const operands = finding.figures
      .slice(1)
      .filter((operand) => operand.document === document)
      .map((operand) => ({ start: operand.start, end: operand.end }));
    open({ view: 'reader', document, start, end, figure, operands });
    return;
  }
  const place = finding.spans[0];
  if (place) open({ view: 'reader', document: place.document, start: place.start, end: place.end });
}
