/** One figure of the table by period: a click or an arrow selects it, F2 or typing edits its value, Ctrl+Enter opens its quote. */
import { type KeyboardEvent, useState } from 'react';
import type { FigureRecord } from '../../../../../contract/records';
import { signedValue } from '../../../../../core/figure/display/text';
import { unitLabel } from '../../../../../core/figure/labels';
import { readCell } from '../../../../../core/table/typed/typed-cell';
import { asTieoutError, call } from '../../../app/calls/client';
import { start } from '../../../app/calls/run';
import { tracked } from '../../../app/state/save-state';
import { ProvenanceMark } from '../../shared/ProvenanceTag';

export interface PivotFigureProps {
  readonly figure: FigureRecord;
  readonly on: boolean;
  /** The one figure that Tab leads to; arrows lead to the others. */
  readonly stop: boolean;
  /** It contradicts another figure of its cell. */
  readonly inConflict: boolean;
  readonly onSelect: (figure: FigureRecord) => void;
  readonly onOpen: (figure: FigureRecord) => void;
}

export function PivotFigure(props: PivotFigureProps) {
  const { figure, on, stop, inConflict, onSelect, onOpen } = props;
  const [editing, setEditing] = useState<string | null>(null);
  if (editing !== null) return <ValueBox figure={figure} typed={editing} onDone={() => setEditing(null)} />;
  const onKeyDown = (event: KeyboardEvent) => {
    const first = startOf(event, figure);
    if (event.key === 'Enter') onOpen(figure);
    else if (first !== null) setEditing(first);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <button
      type="button"
      className={inConflict ? 'pivot-figure pivot-conflict' : 'pivot-figure'}
      data-figure={figure.id}
      aria-pressed={on}
      tabIndex={stop ? 0 : -1}
      title={[inConflict && 'Contradicts another value here', figure.basis, figure.quote].filter(Boolean).join(' · ')}
      onFocus={() => onSelect(figure)}
      onClick={() => onSelect(figure)}
      onDoubleClick={() => setEditing(signedValue(figure))}
      onKeyDown={onKeyDown}
    >
      <ProvenanceMark provenance={figure.provenance} inherited={figure.inheritedClass} />
      <span>
        {figure.direction === 'down' && (
          <span className="figure-direction" role="img" aria-label="down">
            ▼
          </span>
        )}
        {figure.value} <small>{unitLabel(figure)}</small>
        {figure.basis && <em>{figure.basis}</em>}
        {inConflict && (
          <span className="pivot-conflict-mark" role="img" aria-label="contradicts another value here">
            ≠
          </span>
        )}
      </span>
    </button>
  );
}

/** What an editor starts with after a key: what is there after F2, the character typed; null where the key edits nothing. */
function startOf(event: KeyboardEvent, figure: FigureRecord): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === 'F2') return signedValue(figure);
  return /^[\d.,~<>$€£¥(+−-]$/.test(event.key) ? event.key : null;
}

interface BoxProps {
  readonly figure: FigureRecord;
  readonly typed: string;
  readonly onDone: () => void;
}

/** The value being typed; what cannot be read stays in the box with the reason. */
function ValueBox({ figure, typed, onDone }: BoxProps) {
  const [text, setText] = useState(typed);
  const [problem, setProblem] = useState<string | null>(null);
  const back = () => {
    onDone();
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-figure="${figure.id}"]`)?.focus());
  };
  const send = async () => {
    if (text.trim() === signedValue(figure).trim()) return back();
    const reading = readCell('value', text.trim(), figure);
    if (!reading.ok) return setProblem(reading.message);
    try {
      await tracked(call('figure.update', { edits: [{ id: figure.id, set: reading.set }], label: 'Edit value' }), true);
      back();
    } catch (reason) {
      setProblem(asTieoutError(reason).message);
    }
  };
  return (
    <span className="pivot-edit">
      <input
        ref={(box) => box?.focus()}
        className="input"
        aria-label={`Value of ${figure.quote}`}
        aria-invalid={problem !== null}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') back();
          if (event.key === 'Enter') start(send());
        }}
        onBlur={() => {
          // A text that was refused stays until it is corrected or given up.
          if (problem === null) start(send());
        }}
      />
      {problem !== null && (
        <small className="figure-problem" role="alert">
          {problem}
        </small>
      )}
    </span>
  );
}
