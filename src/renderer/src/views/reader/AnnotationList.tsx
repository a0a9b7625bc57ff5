/** The document's annotations in order of the text; each leads to its place. */
import type { AnnotationRecord } from '../../../../contract/records';

interface Props {
  readonly annotations: readonly AnnotationRecord[];
  readonly onOpen: (annotation: AnnotationRecord) => void;
}

export function AnnotationList({ annotations, onOpen }: Props) {
  if (annotations.length === 0) {
    return <p className="none dim">Select words in the text to highlight them or to comment.</p>;
  }
  return (
    <ul className="annotation-list">
      {annotations
        .toSorted((a, b) => a.start - b.start)
        .map((annotation) => (
          <li key={annotation.id}>
            <button type="button" onClick={() => onOpen(annotation)}>
              <span className="annotated" data-colour={annotation.colour}>
                {annotation.exact}
              </span>
              {annotation.body && <span className="annotation-body">{annotation.body}</span>}
              {annotation.tags.length > 0 && (
                <span className="dim">{annotation.tags.map((tag) => `#${tag}`).join(' ')}</span>
              )}
            </button>
          </li>
        ))}
    </ul>
  );
}
