/** One finding in full: what was compared, the recomputation with its operands as links, the values side by side, the verdict. */
import type { FigureRecord, FindingRecord } from '../../../../contract/records';
import { open } from '../../app/state/navigation';
import { useQuery } from '../../app/calls/use-query';
import { Button } from '../../kit/Button';
import { when } from '../../kit/format';
import { SEVERITY_LABEL, STATUS_LABEL } from '../shared/labels';
import { FigureCards } from './FigureCards';
import { Recomputation } from './Recomputation';
import { AnswerAll } from './AnswerAll';

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

export function FindingDetail(props: Props) {
  const { finding, onChoose } = props;
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
      <AnswerAll finding={finding} figures={figures} />
      <Recomputation finding={finding} figures={figures} />
      <FigureCards key={finding.key} finding={finding} figures={figures} {...(choosing ? { onChoose } : {})} />
      <Places finding={finding} />
      {finding.reopened && <Reopened was={finding.reopened} />}
      {finding.status !== 'open' && finding.status !== 'holds' && <Resolution finding={finding} />}
      <Answers {...props} ticked={figures[0] === undefined ? null : figures[0].review === 'ticked'} />
    </section>
  );
}

/** What can be answered; `ticked` says whether the first figure is, null where there is none. */
function Answers({
  finding,
  onAccept,
  onDismiss,
  onExplain,
  onReopen,
  onTick,
  onSwitchOff,
  ticked,
}: Props & { readonly ticked: boolean | null }) {
  return (
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
      {ticked !== null && (
        <Button
          onClick={onTick}
          aria-keyshortcuts="T"
          aria-pressed={ticked}
          title="I have checked the first figure against its source (T)"
        >
          {ticked ? 'Ticked' : 'Tick'}
        </Button>
      )}
      <span className="grow" />
      <Button look="quiet" onClick={onSwitchOff} title="For this notebook, with a reason">
        Switch {finding.rule} off…
      </Button>
    </footer>
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
