/** What the company does not report, each with the figures that rest on it. */
import type { AuditSummary } from '../../../../contract/records';
import { open } from '../../app/state/navigation';
import { plural } from '../../kit/format';
import { EVERYTHING } from '../figures/scope/scope';
import { showFigures } from '../figures/scope/show';

export function Undisclosed({ items }: { readonly items: AuditSummary['undisclosed'] }) {
  const resting = new Set(items.flatMap(({ figures }) => figures)).size;
  return (
    <section className="card" aria-label="Not disclosed by the company">
      <header>
        <h3>Not disclosed by the company</h3>
        {resting > 0 && <span className="dim">{plural(resting, 'figure rests', 'figures rest')} on these</span>}
      </header>
      <div className="card-scroll">
        {items.length === 0 ? (
          <p className="muted">
            No document says that the company leaves a metric undisclosed. Such metrics are listed here, and no figure
            of one may be classed as disclosed.
          </p>
        ) : (
          <ul className="undisclosed">
            {items.map((item) => (
              <li key={`${item.document} ${item.start} ${item.label}`}>
                <button
                  type="button"
                  className="link truncate"
                  title={`Open in the Reader: ${item.label}`}
                  onClick={() => open({ view: 'reader', document: item.document, start: item.start, end: item.end })}
                >
                  {item.label}
                </button>
                {item.entity && !item.label.toLowerCase().includes(item.entity.toLowerCase()) && (
                  <span className="dim truncate">{item.entity}</span>
                )}
                <span className="grow" />
                {item.figures.length === 0 ? (
                  <span className="dim">no figure</span>
                ) : (
                  <button
                    type="button"
                    className="link"
                    onClick={() =>
                      showFigures({ ...EVERYTHING, ids: { label: `Rests on ${item.label}`, list: [...item.figures] } })
                    }
                  >
                    {plural(item.figures.length, 'figure')}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
