/** An annotation opened beside its words: comment, colour, tags, delete. What is typed is kept when the card closes. */
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AnnotationRecord } from '../../../../contract/records';
import { run, start } from '../../app/calls/run';
import { offerUndo } from '../../app/calls/undo';
import { IconButton } from '../../kit/Button';
import { when } from '../../kit/format';
import { Swatches } from './state/SelectionBar';

interface Props {
  readonly annotation: AnnotationRecord;
  /** Where the card goes, in the text's own coordinates; asked after each drawing. */
  readonly position: () => { readonly top: number; readonly left: number };
  readonly onClose: () => void;
}

export function AnnotationCard({ annotation, position, onClose }: Props) {
  const { body, setBody, tags, setTags, save } = useTyped(annotation);
  const card = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const { top, left } = position();
    card.current?.style.setProperty('top', `${top}px`);
    card.current?.style.setProperty('left', `${left}px`);
  });
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const finish = () => {
    save();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && !(event.key === 'Enter' && event.ctrlKey)) return;
    event.preventDefault();
    event.stopPropagation();
    finish();
  };
  return (
    <div
      ref={card}
      className="annotation-card"
      role="dialog"
      aria-label="Annotation"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) save();
      }}
    >
      <textarea
        ref={field}
        className="input"
        aria-label="Comment"
        rows={3}
        placeholder="Comment"
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <input
        className="input"
        aria-label="Tags"
        placeholder="Tags, separated by commas"
        value={tags}
        onChange={(event) => setTags(event.target.value)}
      />
      <Foot annotation={annotation} onClose={onClose} onDone={finish} />
    </div>
  );
}

/** What is typed into the card, and saving it where it differs. */
function useTyped(annotation: AnnotationRecord) {
  const [body, setBody] = useState(annotation.body);
  const [tags, setTags] = useState(annotation.tags.join(', '));
  const save = () => {
    const set = changes(annotation, body, tags);
    if (set) start(run('annotation.update', { id: annotation.id, set }));
  };
  return { body, setBody, tags, setTags, save };
}

interface FootProps {
  readonly annotation: AnnotationRecord;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function Foot({ annotation: { id, colour, updatedAt }, onClose, onDone }: FootProps) {
  const remove = async () => {
    onClose();
    const done = await run('annotation.remove', { id });
    if (done) offerUndo('Annotation removed', done);
  };
  return (
    <footer>
      <Swatches
        current={colour}
        onPick={(picked) => start(run('annotation.update', { id, set: { colour: picked } }))}
      />
      <span className="dim grow">{when(updatedAt)}</span>
      <IconButton icon="trash" label="Remove annotation" onClick={() => start(remove())} />
      <IconButton icon="check" label="Done (Ctrl+Enter)" onClick={onDone} />
    </footer>
  );
}

function changes(annotation: AnnotationRecord, body: string, tags: string) {
  const list = tags
    .split(',')
    .map((tag) => tag.trim())
    .filter(Boolean);
  const sameTags = list.join('\n') === annotation.tags.join('\n');
  if (body === annotation.body && sameTags) return null;
  return { body, tags: list };
}
