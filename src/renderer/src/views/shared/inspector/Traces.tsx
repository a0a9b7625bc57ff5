/** Where else the figure counts: checks that used it, other mentions of the fact, what happened to it. */
import type { FindingRecord } from '../../../../../contract/records';
import { open } from '../../../app/state/navigation';
import { when } from '../../../kit/format';
import type { Detail } from './detail';
import { Row } from './Row';

export function Checks({ checks }: { readonly checks: readonly FindingRecord[] }) {
  if (checks.length === 0)
    return (
      <Row name="Checks">
        <span className="dim">Nothing to recompute, nothing found.</span>
      </Row>
    );
  return (
    <Row name="Checks">
      {checks.map((check) => (
        <button
          key={check.key}
          type="button"
          className="check"
          onClick={() => open({ view: 'audit', finding: check.key })}
        >
          <i className={`severity severity-${check.severity}`} />
          <span>
            {check.message} <span className="dim">{check.rule}</span>
          </span>
        </button>
      ))}
    </Row>
  );
}

export function Mentions({ mentions }: { readonly mentions: Detail['mentions'] }) {
  if (mentions.length === 0)
    return (
      <Row name="Seen again">
        <span className="dim">Nowhere else.</span>
      </Row>
    );
  const disagree = mentions.filter((mention) => !mention.agrees).length;
  return (
    <Row name="Seen again">
      {mentions.map((mention, index) => (
        <span key={mention.id}>
          {index > 0 && ' · '}
          <button
            type="button"
            className="link"
            title={mention.quote}
            onClick={() =>
              open({
                view: 'reader',
                document: mention.document,
                start: mention.start,
                end: mention.end,
                figure: mention.id,
              })
            }
          >
            {mention.section || 'Top'}
            {!mention.agrees && ` (${mention.value})`}
          </button>
        </span>
      ))}
      <span className={disagree > 0 ? 'untied' : 'muted'}>
        {disagree > 0 ? ` — ${disagree} differ` : ' — all agree'}
      </span>
    </Row>
  );
}

export function History({ detail }: { readonly detail: Detail }) {
  if (detail.history.length === 0) return null;
  return (
    <Row name="History">
      {detail.history.map((entry) => (
        <div key={`${entry.at} ${entry.field} ${entry.after}`} className="muted">
          {entry.label}
          {entry.field && (
            <span className="dim">
              {' '}
              {entry.field}: {entry.before || '–'} → {entry.after || '–'}
            </span>
          )}{' '}
          <span className="dim">{when(entry.at)}</span>
        </div>
      ))}
    </Row>
  );
}
