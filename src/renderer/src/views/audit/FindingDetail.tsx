/** One finding in full: what was compared, the recomputation with its operands as links, the values side by side, the verdict. */
import { useState } from 'react';
import type { FigureRecord, FindingRecord } from '../../../../contract/records';
import { open } from '../../app/navigation';
import { useQuery } from '../../app/use-query';
import { Button } from '../../kit/Button';
import { CitationChip } from '../../kit/Chip';
import { openFigure } from '../shared/figure-actions';
import { when } from '../../kit/format';
import { figureName } from '../shared/Inspector';
import { unitLabel } from '../../../../core/figure/labels';
import { SEVERITY_LABEL, STATUS_LABEL } from '../shared/labels';
import { ProvenanceMark } from '../../kit/ProvenanceTag';
import { expressionParts, shortDecimal } from './expression';
import { Together } from './Together';

export const VERDICT_LABEL: Readonly<Record<NonNullable<FindingRecord['verdict']>, string>> = {
  tied: 'Ties',
  tied_within_rounding: 'Ties within rounding',
  conflict: 'Does not tie',
  not_computable: 'Cannot be computed',
};

/** Rules whose figures compete: one of them stands, the others do not. */
const CHOICES = /^(?:CON|CALC03)/;

interface Props {
  readonly finding: FindingRecord;
  readonly onAccept: () => void;
  readonly onDismiss: () => void;
  readonly onExplain: () => void;
  readonly onReopen: () => void;
  readonly onTick: () => void;
  readonly onSwitchOff: () => void;
  /** One of several values is chosen as the right one. */
  readonly onChoose: (figure: FigureRecord) => void;
}

export function FindingDetail({
  finding,
  onAccept,
  onDismiss,
  onExplain,
  onReopen,
  onTick,
  onSwitchOff,
  onChoose,
}: Props) {
  const ids = [...new Set(finding.figures.map(({ figure }) => figure))];
  const { data } = useQuery(
    'figure.page',
    ids.length === 0 ? null : { filter: { ids }, sort: [], start: 0, end: ids.length },
  );
  // In the finding's own order: the claim first, then its operands.
  const figures = ids.flatMap((id) => data?.rows.find((row) => row.id === id) ?? []);
  const choosing = CHOICES.test(finding.rule) && figures.length > 1 && finding.status === 'open';
  return (
    <section className="finding" aria-label={`Finding ${finding.rule}`}>
      <header>
        <span className={`severity severity-${finding.severity}`} aria-hidden="true" />
        <b>
          {SEVERITY_LABEL[finding.severity]} · {finding.rule}
        </b>
        <span className="muted">{finding.title}</span>
      </header>
      <p className="finding-message" data-selectable="">
        {finding.message}
      </p>
      <Together finding={finding} figures={figures} />
      <Recomputation finding={finding} figures={figures} />
      <FigureCards key={finding.key} finding={finding} figures={figures} {...(choosing ? { onChoose } : {})} />
      <Places finding={finding} />
      {finding.reopened && <Reopened was={finding.reopened} />}
      {finding.status !== 'open' && finding.status !== 'holds' && <Resolution finding={finding} />}
      <footer>
        {finding.status === 'open' && (
          <>
            <Button onClick={onAccept} aria-keyshortcuts="A" title="It becomes a task (A)">
              Accept
            </Button>
            <Button onClick={onDismiss} aria-keyshortcuts="D" title="With a reason (D)">
              Dismiss…
            </Button>
            <Button onClick={onExplain} aria-keyshortcuts="E" title="With an explanation (E)">
              Explain…
            </Button>
          </>
        )}
        {finding.status !== 'open' && finding.status !== 'holds' && <Button onClick={onReopen}>Reopen</Button>}
        {figures.length > 0 && (
          <Button
            onClick={onTick}
            aria-keyshortcuts="T"
            aria-pressed={figures[0]?.review === 'ticked'}
            title="I have checked the first figure against its source (T)"
          >
            {figures[0]?.review === 'ticked' ? 'Ticked' : 'Tick'}
          </Button>
        )}
        <span className="grow" />
        <Button look="quiet" onClick={onSwitchOff} title="For this notebook, with a reason">
          Switch {finding.rule} off…
        </Button>
      </footer>
    </section>
  );
}

function Recomputation({
  finding,
  figures,
}: {
  readonly finding: FindingRecord;
  readonly figures: readonly FigureRecord[];
}) {
  if (finding.computed === null && finding.expression === null && finding.claimed === null) return null;
  const operands = figures.slice(1);
  return (
    <div className="recomputation">
      {finding.expression !== null && (
        <p className="expression">
          {expressionParts(finding.expression, operands).map((part, index) =>
            part.figure === null ? (
              // The parts of one expression never change places.
              // oxlint-disable-next-line react/no-array-index-key
              <span key={index}>{part.text}</span>
            ) : (
              <Operand key={part.figure.id} figure={part.figure} text={part.text} />
            ),
          )}
          {finding.computed !== null && (
            <>
              <span> = </span>
              <b>{finding.computed}</b>
            </>
          )}
        </p>
      )}
      <dl className="verdict">
        {finding.claimed !== null && <Fact name="Claimed" value={finding.claimed} />}
        {finding.computed !== null && (
          <Fact name={finding.rule.startsWith('CON') ? 'Other value' : 'Computed'} value={finding.computed} />
        )}
        {finding.gap !== null && <Fact name="Gap" value={shortDecimal(finding.gap)} />}
        {finding.verdict !== null && (
          <div>
            <dt>Verdict</dt>
            <dd className={finding.verdict === 'conflict' ? 'verdict-bad' : 'verdict-ok'}>
              {VERDICT_LABEL[finding.verdict]}
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd data-selectable="">{value}</dd>
    </div>
  );
}

function Operand({ figure, text }: { readonly figure: FigureRecord; readonly text: string }) {
  return (
    <button
      type="button"
      className="operand"
      data-class={figure.provenance}
      title={`${figureName(figure)}: ${figure.quote}`}
      onClick={() => openFigure(figure)}
    >
      {text}
    </button>
  );
}

interface CardsProps {
  readonly finding: FindingRecord;
  readonly figures: readonly FigureRecord[];
  readonly onChoose?: (figure: FigureRecord) => void;
}

/** How many figures a finding shows before the rest waits to be asked for. */
const FOLDED = 8;

/** The figures side by side, the claim first; for conflicts each can be chosen. */
function FigureCards({ finding, figures, onChoose }: CardsProps) {
  const [unfolded, setUnfolded] = useState(false);
  if (figures.length === 0) return null;
  const claims = finding.expression !== null;
  const shown = unfolded || figures.length <= FOLDED ? figures : figures.slice(0, FOLDED - 1);
  return (
    <ul className="finding-figures" aria-label="Figures of this finding">
      {shown.map((figure, index) => (
        <li key={figure.id} data-class={figure.provenance}>
          <div className="finding-figure">
            <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />
            <b>
              {figure.value} {unitLabel(figure)}
            </b>
            {claims && <span className="dim">{index === 0 ? 'claim' : 'operand'}</span>}
            <span className="grow" />
            {onChoose && (
              <Button look="quiet" onClick={() => onChoose(figure)}>
                This one stands…
              </Button>
            )}
          </div>
          <button type="button" className="link finding-quote" onClick={() => openFigure(figure)}>
            “{figure.quote}” · {figureName(figure)}
          </button>
          {figure.citations.length > 0 && (
            <div className="finding-cites">
              {figure.citations.map(({ id, marker }) => (
                <CitationChip key={id} marker={marker} />
              ))}
            </div>
          )}
        </li>
      ))}
      {shown.length < figures.length && (
        <li className="finding-more">
          <Button look="quiet" onClick={() => setUnfolded(true)}>
            Show all {figures.length}
          </Button>
        </li>
      )}
    </ul>
  );
}

function Places({ finding }: { readonly finding: FindingRecord }) {
  if (finding.spans.length === 0) return null;
  return (
    <p className="finding-places">
      {finding.spans.map(({ document, start, end }, index) => (
        <button
          key={`${document} ${start}`}
          type="button"
          className="link"
          onClick={() => open({ view: 'reader', document, start, end })}
        >
          Place {index + 1} in the text
        </button>
      ))}
    </p>
  );
}

/** The evidence is no longer what was answered: the answer is shown, not taken over. */
function Reopened({ was }: { readonly was: NonNullable<FindingRecord['reopened']> }) {
  return (
    <p className="finding-resolution" data-selectable="">
      <b>Reopened: its evidence changed.</b>{' '}
      <span className="dim">
        {STATUS_LABEL[was.status]} {when(was.at)}
      </span>
      {was.reason && <span className="finding-reason">{was.reason}</span>}
    </p>
  );
}

function Resolution({ finding }: { readonly finding: FindingRecord }) {
  return (
    <p className="finding-resolution" data-selectable="">
      <b>{STATUS_LABEL[finding.status]}</b> {finding.statusAt && <span className="dim">{when(finding.statusAt)}</span>}
      {finding.reason && <span className="finding-reason">{finding.reason}</span>}
    </p>
  );
}
