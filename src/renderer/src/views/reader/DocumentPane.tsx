/** The middle of the Reader: which document, its text, and the bars and cards over it. */
import { SCORE_COUNTS } from '../../../../core/audit/model/model';
import type { RefObject } from 'react';
import type { AnnotationRecord, DocumentSummary, FigureRecord } from '../../../../contract/records';
import { open } from '../../app/state/navigation';
import { isNumber, usePref } from '../../app/prefs';
import { start } from '../../app/calls/run';
import { Button } from '../../kit/Button';
import type { IconName } from '../../kit/Icon';
import { kindText } from '../shared/document-kind';
import { plural, when } from '../../kit/format';
import { tieOutCount, tieOutPercent } from '../../app/format';
import { Splitter } from '../../kit/Splitter';
import { Bar } from '../shared/ViewRoot';
import { AnnotationCard } from './AnnotationCard';
import { BesidePane } from './beside/BesidePane';
import type { BesideReader } from './beside/use-beside';
import { FindBar } from './FindBar';
import { PagePane } from './pages/PagePane';
import type { Pages } from './pages/use-pages';
import { SelectionBar } from './state/SelectionBar';
import { HoverCard } from './text/HoverCard';
import { TextPane, type TextPaneHandle } from './text/TextPane';
import { type Hovered, useHover } from './text/use-hover';
import type { Find } from './state/use-find';
import type { Reader } from './state/use-reader';
import { inText } from './state/use-selection';

interface Props {
  readonly pane: RefObject<TextPaneHandle | null>;
  readonly reader: Reader;
  readonly find: Find;
  readonly pages: Pages;
  readonly documents: readonly DocumentSummary[];
  readonly beside: BesideReader;
  readonly besidePane: RefObject<TextPaneHandle | null>;
  readonly onBesideFigure: (figure: FigureRecord) => void;
}

export function DocumentPane({ pane, reader, find, pages, documents, beside, besidePane, onBesideFigure }: Props) {
  const { document, landing, selected } = reader;
  const hover = useHover();
  const [width, setWidth] = usePref('reader.page-width', Math.round(window.innerWidth * 0.29), isNumber);
  return (
    <section className="pane reader-page" aria-label="Document">
      <DocumentBar document={document.summary} documents={documents} pages={pages} beside={beside} />
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
          onRead={(offset) => {
            pages.follow(offset);
            beside.follow(offset, 'here');
          }}
          onMoved={() => {
            hover.close();
            reader.moved();
          }}
          onDrawn={() => {
            find.mark();
            beside.mark();
          }}
          hover={hover.handlers}
        >
          <Floating pane={pane} reader={reader} hovered={hover.hovered} />
        </TextPane>
        {pages.isOn && (
          <>
            <Splitter label="Width of the pages" pane="after" size={width} min={260} max={1100} onResize={setWidth} />
            <div className="page-column" style={{ width }}>
              <PagePane reader={reader} pages={pages} />
            </div>
          </>
        )}
        {beside.isOn && (
          <BesidePane pane={besidePane} beside={beside} documents={documents} onFigure={onBesideFigure} />
        )}
      </div>
    </section>
  );
}

interface FloatingProps {
  readonly pane: RefObject<TextPaneHandle | null>;
  readonly reader: Reader;
  readonly hovered: Hovered | null;
}

function Floating({ pane, reader, hovered }: FloatingProps) {
  const { document, words, annotation, annotate } = reader;
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
      {hovered && !words && !annotation && <HoverCard document={document} hovered={hovered} />}
      {annotation && (
        <AnnotationCard
          key={annotation.id}
          annotation={annotation}
          position={() => cardSpot(pane.current, annotation)}
          onClose={() => reader.openAnnotation(null)}
        />
      )}
    </div>
  );
}

interface BarProps extends Pick<Props, 'documents' | 'pages' | 'beside'> {
  readonly document: DocumentSummary;
}

function DocumentBar({ document, documents, pages, beside }: BarProps) {
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
        <span title={document.kindReason}>{kindText(document)}</span>
        {document.role === 'note' && (
          <>
            {' · '}
            <span title={`${tieOutCount(document)}. ${SCORE_COUNTS}`}>{tieOutPercent(document)} tied out</span>
          </>
        )}
        {` · ${plural(document.figures, 'figure')} · ${plural(document.citations, 'citation')} · imported `}
        {when(document.importedAt)}
      </span>
      <span className="grow" />
      {beside.has && (
        <PaneButton
          icon="panel"
          chord="B"
          label="Beside"
          title="Show another document beside this one"
          isOn={beside.isOn}
          onToggle={beside.toggle}
        />
      )}
      {pages.has && (
        <PaneButton
          icon="document"
          chord="P"
          label="Pages"
          title="Show the printed pages beside the text"
          isOn={pages.isOn}
          onToggle={pages.toggle}
        />
      )}
    </Bar>
  );
}

interface PaneButtonProps {
  readonly icon: IconName;
  readonly chord: string;
  readonly label: string;
  readonly title: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}

/** Shows or hides what stands beside the text. */
function PaneButton({ icon, chord, label, title, isOn, onToggle }: PaneButtonProps) {
  return (
    <Button
      look="quiet"
      icon={icon}
      aria-pressed={isOn}
      aria-keyshortcuts={chord}
      title={`${title} (${chord})`}
      onClick={onToggle}
    >
      {label}
    </Button>
  );
}

function cardSpot(pane: TextPaneHandle | null, annotation: AnnotationRecord) {
  const elements = pane?.elements();
  const range = pane?.rangeOf(annotation.start, annotation.end);
  return elements && range ? inText(elements.text, range.getBoundingClientRect(), 340) : { top: 0, left: 0 };
}
