/** Who vouches for the figures, by section, entity or document: bars, or the same numbers as a table. */
import type { AuditSummary } from '../../../../contract/records';
import { open } from '../../app/state/navigation';
import { isBoolean, isString, usePref } from '../../app/prefs';
import { StackedBars, type StackRow } from './charts/StackedBars';
import { tieOutPercent } from '../../app/format';
import { showFigures } from '../figures/scope/show';
import { EVERYTHING } from '../figures/scope/scope';

const BY = ['section', 'entity', 'document'] as const;
type By = (typeof BY)[number];
const BY_LABEL: Readonly<Record<By, string>> = { section: 'Section', entity: 'Entity', document: 'Document' };
const isBy = (value: unknown): value is By => isString(value) && BY.some((one) => one === value);

export function Coverage({ summary }: { readonly summary: AuditSummary }) {
  const [by, setBy] = usePref<By>('audit.coverage', 'section', isBy);
  const [asTable, setAsTable] = usePref('audit.coverage-table', false, isBoolean);
  const rows = rowsOf(by, summary);
  return (
    <section className="card coverage" aria-label="Provenance coverage">
      <header>
        <h3>Provenance by {BY_LABEL[by].toLowerCase()}</h3>
        <span className="grow" />
        <div className="tabs" role="group" aria-label="Coverage by">
          {BY.map((one) => (
            <button key={one} type="button" aria-pressed={by === one} onClick={() => setBy(one)}>
              {BY_LABEL[one]}
            </button>
          ))}
          <button type="button" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
            Table
          </button>
        </div>
      </header>
      <div className="card-scroll">
        {rows.length === 0 && (
          <p className="muted">Once a document is imported, its figures are counted here by who vouches for them.</p>
        )}
        <StackedBars caption={`Provenance by ${BY_LABEL[by].toLowerCase()}`} rows={rows} asTable={asTable} />
      </div>
    </section>
  );
}

function rowsOf(by: By, summary: AuditSummary): readonly StackRow[] {
  const row = (key: string, label: string, share: Share, onOpen: () => void): StackRow => ({
    key,
    label,
    counts: share.byProvenance,
    total: share.figures,
    tied: tieOutPercent(share),
    onOpen,
  });
  switch (by) {
    case 'section':
      return summary.bySection
        .filter(({ figures }) => figures > 0)
        .map((one) =>
          row(`${one.document} ${one.start}`, one.section || 'Before the first heading', one, () =>
            open({ view: 'reader', document: one.document, start: one.start }),
          ),
        );
    case 'entity':
      return summary.byEntity.map((one) =>
        row(one.entity, one.entity || 'Without an entity', one, () =>
          showFigures({ ...EVERYTHING, entity: one.entity }),
        ),
      );
    case 'document':
      return summary.byDocument.map((one) =>
        row(one.document, one.title, one, () => showFigures({ ...EVERYTHING, document: one.document })),
      );
  }
}

type Share = Pick<AuditSummary['byEntity'][number], 'figures' | 'counted' | 'tied' | 'byProvenance'>;
