/** The document's annotations in order of the text, narrowed by colour, tag and words; each leads to its place. */
import { type ReactNode, useState } from 'react';
import { type AnnotationRecord, HIGHLIGHTS } from '../../../../../contract/records';
import { copyText } from '../../../app/transfer/copy';
import { plural } from '../../../kit/format';
import { Menu, useCloseMenu } from '../../../kit/grid/menus/Menu';
import { ALL_ANNOTATIONS, type AnnotationFilter, filtered, tagsOf } from './filter';
import { type Annotated, asCsv, asMarkdown, asW3c } from './share';
import './annotations.css';

interface Props {
  readonly document: Annotated;
  readonly annotations: readonly AnnotationRecord[];
  readonly onOpen: (annotation: AnnotationRecord) => void;
}

export function AnnotationList({ document, annotations, onOpen }: Props) {
  const [filter, setFilter] = useState(ALL_ANNOTATIONS);
  if (annotations.length === 0) {
    return <p className="none dim">Select words in the text to highlight them or to comment.</p>;
  }
  const shown = filtered(annotations, filter);
  return (
    <div className="annotations">
      <Filters filter={filter} tags={tagsOf(annotations)} onFilter={setFilter}>
        <Menu label="Copy as">
          <CopyItems document={document} annotations={shown} />
        </Menu>
      </Filters>
      {shown.length === 0 && <p className="none dim">No annotation fits.</p>}
      <ul className="annotation-list">
        {shown.map((annotation) => (
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
    </div>
  );
}

interface FiltersProps {
  readonly filter: AnnotationFilter;
  readonly tags: readonly string[];
  readonly onFilter: (filter: AnnotationFilter) => void;
  readonly children: ReactNode;
}

function Filters({ filter, tags, onFilter, children }: FiltersProps) {
  return (
    <div className="annotation-filters" role="group" aria-label="Which annotations are listed">
      <input
        className="input grow"
        type="search"
        aria-label="Words in annotations"
        placeholder="Words"
        value={filter.words}
        onChange={(event) => onFilter({ ...filter, words: event.target.value })}
      />
      <select
        className="input"
        aria-label="Colour"
        value={filter.colour ?? ''}
        onChange={(event) =>
          onFilter({ ...filter, colour: HIGHLIGHTS.find((one) => one === event.target.value) ?? null })
        }
      >
        <option value="">Any colour</option>
        {HIGHLIGHTS.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
      {tags.length > 0 && (
        <select
          className="input"
          aria-label="Tag"
          value={filter.tag ?? ''}
          onChange={(event) => onFilter({ ...filter, tag: event.target.value || null })}
        >
          <option value="">Any tag</option>
          {tags.map((tag) => (
            <option key={tag}>{tag}</option>
          ))}
        </select>
      )}
      {children}
    </div>
  );
}

const FORMS = [
  { label: 'Markdown', write: asMarkdown },
  { label: 'CSV', write: asCsv },
  { label: 'W3C annotations (JSON)', write: asW3c },
] as const;

/** The annotations that are listed, to the clipboard. */
function CopyItems({ document, annotations }: Pick<Props, 'document' | 'annotations'>) {
  const close = useCloseMenu();
  const copy = ({ label, write }: (typeof FORMS)[number]) => {
    close();
    copyText(write(document, annotations), `Copied ${plural(annotations.length, 'annotation')} as ${label}`);
  };
  return (
    <ul>
      {FORMS.map((form) => (
        <li key={form.label} className="menu-row">
          <button type="button" className="menu-name" disabled={annotations.length === 0} onClick={() => copy(form)}>
            {form.label}
          </button>
        </li>
      ))}
    </ul>
  );
}
