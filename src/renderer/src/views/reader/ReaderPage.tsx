/** One document open for reading: outline, text, figures of the section, inspector; and what can be done there by keyboard. */
import { useCallback, useMemo, useRef, useState } from 'react';
import type { AnnotationRecord, DocumentSummary, FigureRecord, ReaderDocument } from '../../../../contract/records';
import { useCommands } from '../../app/commands';
import { open, type PlaceOf, settle } from '../../app/navigation';
import { isNumber, usePref } from '../../app/prefs';
import { run, start } from '../../app/run';
import { CiteDialog } from '../../parts/CiteDialog';
import { toggleReview } from '../../parts/figure-actions';
import { plural, tieOutPercent, when } from '../../parts/format';
import { Inspector } from '../../parts/Inspector';
import { Splitter } from '../../parts/Splitter';
import { Bar } from '../../parts/ViewRoot';
import { AnnotationCard } from './AnnotationCard';
import { AnnotationList } from './AnnotationList';
import { FindBar } from './FindBar';
import { useHighlightCleanup } from './highlights';
import { NewFigureDialog } from './NewFigureDialog';
import { Outline } from './Outline';
import { SectionFigures } from './SectionFigures';
import { type Colour, SelectionBar } from './SelectionBar';
import { TextPane, type TextPaneHandle } from './TextPane';
import { useFind } from './use-find';
import { inText, useTextSelection } from './use-selection';

interface Props {
  readonly document: ReaderDocument;
  readonly documents: readonly DocumentSummary[];
  readonly place: PlaceOf<'reader'> | null;
  readonly serial: number;
}

type Tab = 'section' | 'all' | 'annotations';

export function ReaderPage({ document, documents, place, serial }: Props) {
  const pane = useRef<TextPaneHandle>(null);
  const id = document.summary.id;
  const [section, setSection] = useState(0);
  const [tab, setTab] = useState<Tab>('section');
  const [selected, setSelected] = useState<string | null>(place?.figure ?? null);
  const [arrived, setArrived] = useState(serial);
  const [card, setCard] = useState<string | null>(null);
  const [citing, setCiting] = useState<readonly FigureRecord[] | null>(null);
  const [making, setMaking] = useState<{ readonly start: number; readonly end: number } | null>(null);
  const [words, clearWords] = useTextSelection(pane);
  const find = useFind(document, pane);
  useHighlightCleanup();
  // A new visit brings its own selection; state follows it while drawing, so that nothing shows the old one first.
  if (arrived !== serial) {
    setArrived(serial);
    if (place?.figure) setSelected(place.figure);
  }
  const figures = useMemo(() => inTextOrder(document.figures), [document.figures]);
  const shown = useMemo(
    () => (tab === 'section' ? figures.filter((figure) => figure.place?.section === section) : figures),
    [figures, section, tab],
  );
  const figure = figures.find((one) => one.id === selected) ?? null;
  const annotation = document.annotations.find((one) => one.id === card) ?? null;

  const select = useCallback(
    (next: FigureRecord | null, reveal: boolean) => {
      if (!next) return;
      setSelected(next.id);
      const inSection = next.place?.section ?? null;
      if (inSection !== null) setSection(inSection);
      settle({ view: 'reader', document: id, figure: next.id });
      if (reveal && next.place) pane.current?.reveal(next.place.start, next.place.end, 'if-hidden');
    },
    [id],
  );
  const goTo = (one: ReaderDocument['sections'][number]) => {
    pane.current?.reveal(one.start, one.end, 'top');
    setSection(one.index);
  };
  const stepFigure = (by: 1 | -1) => {
    const at = figures.findIndex((one) => one.id === selected);
    const first = figures.find((one) => one.place?.section === section) ?? figures[0];
    select(at < 0 ? (first ?? null) : (figures[at + by] ?? null), true);
  };
  const annotate = async (colour: Colour, comment: boolean) => {
    if (!words) return;
    clearWords();
    const { start: from, end: to } = words;
    const made = await run('annotation.add', { document: id, start: from, end: to, body: '', colour, tags: [] });
    if (made && comment) setCard(made.id);
  };
  const makeFigure = () => {
    if (!words) return;
    setMaking({ start: words.start, end: words.end });
    clearWords();
  };
  const wordsFigures = words
    ? figures.filter((one) => one.place && one.place.start < words.end && one.place.end > words.start)
    : [];
  const hasWords = () => words !== null;
  const hasFigure = () => figure !== null;

  useCommands([
    {
      id: 'edit.find',
      label: 'Find in document',
      group: 'Reader',
      keys: ['Ctrl+F'],
      whileTyping: true,
      run: find.open,
    },
    {
      id: 'reader.find-next',
      label: 'Next match',
      group: 'Reader',
      keys: ['F3', 'Ctrl+G'],
      whileTyping: true,
      keyOnly: true,
      when: () => find.isOpen,
      run: () => find.step(1),
    },
    {
      id: 'reader.find-previous',
      label: 'Previous match',
      group: 'Reader',
      keys: ['Shift+F3'],
      whileTyping: true,
      keyOnly: true,
      when: () => find.isOpen,
      run: () => find.step(-1),
    },
    {
      id: 'reader.close',
      label: 'Close find or card',
      group: 'Reader',
      keys: ['Escape'],
      keyOnly: true,
      when: () => find.isOpen || card !== null,
      run: () => (card ? setCard(null) : find.close()),
    },
    {
      id: 'reader.next-figure',
      label: 'Next figure',
      group: 'Reader',
      keys: ['J'],
      keyOnly: true,
      run: () => stepFigure(1),
    },
    {
      id: 'reader.previous-figure',
      label: 'Previous figure',
      group: 'Reader',
      keys: ['K'],
      keyOnly: true,
      run: () => stepFigure(-1),
    },
    {
      id: 'reader.tick',
      label: 'Tick figure',
      group: 'Reader',
      keys: ['T'],
      when: hasFigure,
      run: () => (figure ? toggleReview(figure, 'ticked') : undefined),
    },
    {
      id: 'reader.dispute',
      label: 'Dispute figure',
      group: 'Reader',
      keys: ['X'],
      when: hasFigure,
      run: () => (figure ? toggleReview(figure, 'disputed') : undefined),
    },
    {
      id: 'reader.highlight',
      label: 'Highlight selected words',
      group: 'Reader',
      keys: ['H'],
      when: hasWords,
      run: () => annotate('yellow', false),
    },
    {
      id: 'reader.comment',
      label: 'Comment on selected words',
      group: 'Reader',
      keys: ['C'],
      when: hasWords,
      run: () => annotate('yellow', true),
    },
    {
      id: 'reader.figure',
      label: 'Make a figure of selected words',
      group: 'Reader',
      keys: ['F'],
      when: hasWords,
      run: makeFigure,
    },
  ]);

  return (
    <div className="reader">
      <OutlinePane document={document} section={section} onGo={goTo} />
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
            landing={landingOf(place, serial)}
            selected={selected}
            onFigure={(one) => select(one, false)}
            onAnnotation={setCard}
            onCitation={(source) => open({ view: 'sources', source })}
            onSection={setSection}
          >
            <div data-floating="">
              {words && (
                <SelectionBar
                  top={words.top}
                  left={words.left}
                  canCite={wordsFigures.length > 0}
                  onAnnotate={(colour) => start(annotate(colour, false))}
                  onComment={() => start(annotate('yellow', true))}
                  onFigure={makeFigure}
                  onCite={() => setCiting(wordsFigures)}
                />
              )}
              {annotation && (
                <AnnotationCard
                  key={annotation.id}
                  annotation={annotation}
                  spot={() => cardSpot(pane.current, annotation)}
                  onClose={() => setCard(null)}
                />
              )}
            </div>
          </TextPane>
        </div>
      </section>
      <SidePane>
        <div className="bar reader-tabs" role="tablist" aria-label="Beside the text">
          <TabButton on={tab === 'section'} onPick={() => setTab('section')}>
            This section · {figures.filter((one) => one.place?.section === section).length}
          </TabButton>
          <TabButton on={tab === 'all'} onPick={() => setTab('all')}>
            All figures · {figures.length}
          </TabButton>
          <TabButton on={tab === 'annotations'} onPick={() => setTab('annotations')}>
            Annotations · {document.annotations.length}
          </TabButton>
        </div>
        <SideSplit
          inspector={
            selected ? (
              <Inspector key={selected} figure={selected} />
            ) : (
              <p className="inspector dim">
                Select a figure, with a click or with J and K, to see who vouches for it and why.
              </p>
            )
          }
        >
          {tab === 'annotations' ? (
            <AnnotationList
              annotations={document.annotations}
              onOpen={(one) => {
                pane.current?.reveal(one.start, one.end, 'if-hidden');
                setCard(one.id);
              }}
            />
          ) : (
            <SectionFigures
              key={tab === 'section' ? section : tab}
              figures={shown}
              selected={selected}
              onSelect={(one) => select(one, true)}
              onOpen={(one) => open({ view: 'figures', figure: one.id })}
              empty={tab === 'section' ? 'No figures in this section.' : 'No figures were found in this document.'}
            />
          )}
        </SideSplit>
      </SidePane>
      {making && (
        <NewFigureDialog
          document={id}
          entity={document.summary.entity}
          place={making}
          quote={document.text.slice(making.start, making.end)}
          onMade={setSelected}
          onClose={() => setMaking(null)}
        />
      )}
      {citing && <CiteDialog figures={citing} onClose={() => setCiting(null)} />}
    </div>
  );
}

function OutlinePane({
  document,
  section,
  onGo,
}: {
  readonly document: ReaderDocument;
  readonly section: number;
  readonly onGo: (section: ReaderDocument['sections'][number]) => void;
}) {
  const [width, setWidth] = usePref('reader.outline', 190, isNumber);
  return (
    <>
      <div className="reader-left" style={{ width }}>
        <Outline sections={document.sections} current={section} onGo={onGo} />
      </div>
      <Splitter label="Width of the outline" pane="before" size={width} min={120} max={420} onResize={setWidth} />
    </>
  );
}

function SidePane({ children }: { readonly children: React.ReactNode }) {
  const usual = Math.round(Math.min(640, Math.max(420, window.innerWidth * 0.37)));
  const [width, setWidth] = usePref('reader.side', usual, isNumber);
  return (
    <>
      <Splitter label="Width of the figures" pane="after" size={width} min={320} max={900} onResize={setWidth} />
      <section className="pane reader-side" style={{ width }} aria-label="Figures and inspector">
        {children}
      </section>
    </>
  );
}

function SideSplit({
  children,
  inspector,
}: {
  readonly children: React.ReactNode;
  readonly inspector: React.ReactNode;
}) {
  const [height, setHeight] = usePref('reader.table', 300, isNumber);
  return (
    <>
      <div className="reader-table-pane" style={{ height }}>
        {children}
      </div>
      <Splitter
        label="Height of the figures"
        across="rows"
        pane="before"
        size={height}
        min={90}
        max={700}
        onResize={setHeight}
      />
      {inspector}
    </>
  );
}

function TabButton({
  on,
  onPick,
  children,
}: {
  readonly on: boolean;
  readonly onPick: () => void;
  readonly children: React.ReactNode;
}) {
  return (
    <button type="button" role="tab" aria-selected={on} className="tab" onClick={onPick}>
      {children}
    </button>
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

/** Where the visit leads: the stretch that it names. */
function landingOf(place: PlaceOf<'reader'> | null, serial: number) {
  if (place?.start === undefined) return null;
  return { start: place.start, end: place.end ?? place.start, operands: place.operands ?? [], serial };
}

function cardSpot(pane: TextPaneHandle | null, annotation: AnnotationRecord) {
  const elements = pane?.elements();
  const range = pane?.rangeOf(annotation.start, annotation.end);
  return elements && range ? inText(elements.text, range.getBoundingClientRect(), 340) : { top: 0, left: 0 };
}

function inTextOrder(figures: readonly FigureRecord[]): readonly FigureRecord[] {
  return figures.toSorted((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0));
}
