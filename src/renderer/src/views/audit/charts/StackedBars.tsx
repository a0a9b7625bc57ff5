/** Counts by class as one bar a row, with letters where they fit, and the same numbers as a table on request. */
import { PROVENANCE_LABEL, PROVENANCE_MARK, PROVENANCES, type Provenance } from '../../../../../core/figure/provenance';
import { stackOf } from './stack';
import './stacks.css';

export interface StackRow {
  readonly key: string;
  readonly label: string;
  readonly counts: Readonly<Partial<Record<Provenance, number>>>;
  readonly total: number;
  /** Tied out of all, already written (`64%`). */
  readonly tied: string;
  readonly onOpen?: (() => void) | undefined;
}

interface Props {
  readonly caption: string;
  readonly rows: readonly StackRow[];
  readonly asTable: boolean;
}

/** Below this share a letter would not fit into its segment. */
const LETTER_FITS = 5;

export function StackedBars({ caption, rows, asTable }: Props) {
  if (asTable) return <CountTable caption={caption} rows={rows} />;
  return (
    <div className="stacks" role="list" aria-label={caption}>
      {rows.map((row) => (
        <div key={row.key} className="stack-row" role="listitem" aria-label={inWords(row)}>
          <RowName row={row} />
          <div className="stack" aria-hidden="true">
            {stackOf(row.counts).map(({ provenance, count, share }) => (
              <i
                key={provenance}
                data-class={provenance}
                style={{ width: `${share}%` }}
                title={`${PROVENANCE_LABEL[provenance]}: ${count} of ${row.total}`}
              >
                {share >= LETTER_FITS ? PROVENANCE_MARK[provenance] : ''}
              </i>
            ))}
          </div>
          <span className="stack-total" aria-hidden="true">
            {row.total.toLocaleString('en-US')}
          </span>
          <span className="stack-tied" aria-hidden="true" title="Tied out">
            {row.tied}
          </span>
        </div>
      ))}
    </div>
  );
}

function RowName({ row }: { readonly row: StackRow }) {
  if (!row.onOpen) {
    return (
      <span className="truncate muted" title={row.label}>
        {row.label}
      </span>
    );
  }
  return (
    <button type="button" className="stack-name truncate" title={row.label} onClick={row.onOpen}>
      {row.label}
    </button>
  );
}

function inWords(row: StackRow): string {
  const parts = stackOf(row.counts).map(
    ({ provenance, count }) => `${count} ${PROVENANCE_LABEL[provenance].toLowerCase()}`,
  );
  return `${row.label}: ${row.total} figures, ${row.tied} tied out; ${parts.join(', ')}`;
}

function CountTable({ caption, rows }: Omit<Props, 'asTable'>) {
  return (
    <table className="table stack-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Where</th>
          {PROVENANCES.map((one) => (
            <th key={one} scope="col" className="number" title={PROVENANCE_LABEL[one]}>
              <abbr title={PROVENANCE_LABEL[one]}>{PROVENANCE_MARK[one]}</abbr>
            </th>
          ))}
          <th scope="col" className="number">
            All
          </th>
          <th scope="col" className="number">
            Tied
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">
              <RowName row={row} />
            </th>
            {PROVENANCES.map((one) => (
              <td key={one} className="number">
                {row.counts[one] ?? 0}
              </td>
            ))}
            <td className="number">{row.total}</td>
            <td className="number">{row.tied}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
