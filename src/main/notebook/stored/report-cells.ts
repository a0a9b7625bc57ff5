/** A report's body as its row holds it, with what the body names. */
import { summarise } from '../../../core/report/body';
import type { ReportRow } from '../../storage/db/rows';

export function bodyCells(body: unknown): Pick<ReportRow, 'body' | 'words' | 'figures' | 'sources'> {
  const { words, figures, sources } = summarise(body);
  return {
    body: JSON.stringify(body ?? null),
    words,
    figures: JSON.stringify(figures),
    sources: JSON.stringify(sources),
  };
}
