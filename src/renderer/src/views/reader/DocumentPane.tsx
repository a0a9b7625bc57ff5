/** The middle of the Reader: which document, its text, and what floats over it. */
import type { RefObject } from 'react';
import type { AnnotationRecord, DocumentSummary } from '../../../../contract/records';
import { open } from '../../app/navigation';
import { start } from '../../app/run';
import { plural, tieOutPercent, when } from '../../parts/format';
import { Bar } from '../../parts/ViewRoot';
import { AnnotationCard } from './AnnotationCard';
import { FindBar } from './FindBar';
import { SelectionBar } from './SelectionBar';
import { TextPane, type TextPaneHandle } from './TextPane';
import type { Find } from './use-find';
import type { Reader } from './use-reader';
import { inText } from './use-selection';

interface Props {
  readonly pane: RefObject<TextPaneHandle | null>;
  readonly reader: Reader;
  readonly find: Find;
  readonly documents: readonly DocumentSummary[];
}

export function DocumentPane({ pane, reader, find, documents }: Props) {
  const { document, landing, selected } = reader;
  return (
    <section className="pane reader-page" aria-label="Document">
      <DocumentBar document={document.summary} documents={documents} />
      <div className="reader-stage">
        {find.isOpen && (
          <FindBar
            key={find.asked}
            query={find.query}
            count={find.count}
            at={find.at}
            onQuery={find.setQuery}
            onStep={find.step}
            onClose={find.close}
          />
        )}
        <TextPane
          ref={pane}
          document={document}
          landing={landing}
          selected={selected}
          onFigure={(one) => reader.select(one, false)}
          onAnnotation={reader.openAnnotation}
          onCitation={(source) => open({ view: 'sources', source })}
          onSection={reader.setSection}
          onMoved={reader.moved}
          onDrawn={find.mark}
        >
          <Floating pane={pane} reader={reader} />
        </TextPane>
      </div>
    </section>
  );
}

function Floating({ pane, reader }: { readonly pane: RefObject<TextPaneHandle | null>; readonly reader: Reader }) {
  const { words, annotation, annotate } = reader;
  return (
    <div data-floating="">
      {words && (
        <SelectionBar
          top={words.top}
          left={words.left}
          canCite={reader.wordsFigures.length > 0}
          onAnnotate={(colour) => start(annotate(colour, false))}
          onComment={() => start(annotate('yellow', true))}
          onFigure={reader.makeFigure}
          onCite={reader.cite}
        />
      )}
      {annotation && (
        <AnnotationCard
          key={annotation.id}
          annotation={annotation}
          spot={() => cardSpot(pane.current, annotation)}
          onClose={() => reader.openAnnotation(null)}
        />
      )}
    </div>
  );
}

function DocumentBar({
  document,
  documents,
}: {
  readonly document: DocumentSummary;
  readonly documents: readonly DocumentSummary[];
}) {
  return (
    <Bar>
      <select
        className="document-select"
        aria-label="Document"
        value={document.id}
        onChange={(event) => open({ view: 'reader', document: event.target.value })}
      >
        {documents.map((one) => (
          <option key={one.id} value={one.id}>
            {one.title}
          </option>
        ))}
      </select>
      <span className="dim truncate">
        imported {when(document.importedAt)} · {plural(document.figures, 'figure')} ·{' '}
        {plural(document.citations, 'citation')} · {tieOutPercent(document.tied, document.figures)} tied out
      </span>
    </Bar>
  );
}

function cardSpot(pane: TextPaneHandle | null, annotation: AnnotationRecord) {
  const elements = pane?.elements();
  const range = pane?.rangeOf(annotation.start, annotation.end);
  return elements && range ? inText(elements.text, range.getBoundingClientRect(), 340) : { top: 0, left: 0 };
}
