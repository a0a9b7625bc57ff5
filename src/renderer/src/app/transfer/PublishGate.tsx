/** The gate before an export: each doubt with its place, and what is to be done about its kind from now on. */
import {
  DOUBT_KINDS,
  type DoubtKind,
  doubtLabel,
  GATE_ANSWERS,
  type GateAnswer,
  gateSays,
} from '../../../../core/report/gate';
import { Button } from '../../kit/Button';
import { Choice } from '../../kit/Choice';
import { Dialog } from '../dialogs/dialogs';
import { open } from '../state/navigation';
import { useStore } from '../state/store';
import { type Doubt, publishing, useGate } from './publish';

const ANSWERS: Readonly<Record<GateAnswer, string>> = { block: 'Stops the export', warn: 'Asks', ignore: 'Is ignored' };
/** More of one kind are counted only. */
const MOST = 50;

export function PublishGate() {
  const question = useStore(publishing);
  return question && <Gate doubts={question.doubts} answer={question.answer} />;
}

function Gate({ doubts, answer }: { readonly doubts: readonly Doubt[]; readonly answer: (yes: boolean) => void }) {
  const [gate, setGate] = useGate();
  const kinds = DOUBT_KINDS.filter((kind) => doubts.some((doubt) => doubt.kind === kind));
  const isBlocked = gateSays(gate, kinds) === 'block';
  return (
    <Dialog
      title="Export this report as it is?"
      width={620}
      onClose={() => answer(false)}
      footer={
        <>
          <span className="grow dim">{isBlocked && 'What stops the export must be mended first.'}</span>
          <Button onClick={() => answer(false)}>Cancel</Button>
          <Button look="primary" disabled={isBlocked} onClick={() => answer(true)}>
            Export anyway
          </Button>
        </>
      }
    >
      {kinds.map((kind) => (
        <Kind
          key={kind}
          kind={kind}
          doubts={doubts.filter((doubt) => doubt.kind === kind)}
          value={gate[kind]}
          onChange={(value) => setGate({ [kind]: value })}
          leave={() => answer(false)}
        />
      ))}
    </Dialog>
  );
}

interface KindProps {
  readonly kind: DoubtKind;
  readonly doubts: readonly Doubt[];
  readonly value: GateAnswer;
  readonly onChange: (value: GateAnswer) => void;
  readonly leave: () => void;
}

function Kind({ kind, doubts, value, onChange, leave }: KindProps) {
  return (
    <section className="doubts" data-answer={value} aria-label={doubtLabel(kind)}>
      <header>
        <h3>
          {doubtLabel(kind)} <span className="dim">{doubts.length}</span>
        </h3>
        <Choice
          label={`What “${doubtLabel(kind)}” does`}
          values={GATE_ANSWERS}
          value={value}
          onChange={onChange}
          labelOf={(one) => ANSWERS[one]}
        />
      </header>
      {value !== 'ignore' && (
        <ul>
          {doubts.slice(0, MOST).map(({ words, to }, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list of one question does not change
            <li key={at}>
              {to === null ? (
                words
              ) : (
                <button
                  type="button"
                  onClick={() => {
                    leave();
                    open(to);
                  }}
                >
                  {words}
                </button>
              )}
            </li>
          ))}
          {doubts.length > MOST && <li className="dim">and {doubts.length - MOST} more</li>}
        </ul>
      )}
    </section>
  );
}
