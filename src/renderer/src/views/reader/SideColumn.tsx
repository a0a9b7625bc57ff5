/** The right of the Reader: figures of the section or of all, annotations; below them the inspector. */
import type { ReactNode, RefObject } from 'react';
import { open } from '../../app/state/navigation';
import { isNumber, usePref } from '../../app/prefs';
import { Inspector } from '../shared/inspector/Inspector';
import { Splitter } from '../../kit/Splitter';
import { AnnotationList } from './annotations/AnnotationList';
import { SectionFigures } from './SectionFigures';
import type { TextPaneHandle } from './text/TextPane';
import type { Reader, Tab } from './state/use-reader';

interface Props {
  readonly pane: RefObject<TextPaneHandle | null>;
  readonly reader: Reader;
}

interface ColumnProps extends Props {
  /** The figure that the inspector shows: the selected one, or one of the document beside. */
  readonly inspected: string | null;
}

export function SideColumn({ pane, reader, inspected }: ColumnProps) {
  const usual = Math.round(Math.min(640, Math.max(420, window.innerWidth * 0.37)));
  const [width, setWidth] = usePref('reader.side', usual, isNumber);
  const [height, setHeight] = usePref('reader.table', 300, isNumber);
  const { tab } = reader;
  return (
    <>
      <Splitter label="Width of the figures" pane="after" size={width} min={320} max={900} onResize={setWidth} />
      <section className="pane reader-side" style={{ width }} aria-label="Figures and inspector">
        <Tabs reader={reader} />
        <div className="reader-table-pane" style={{ height }}>
          {tab === 'annotations' ? <Annotations pane={pane} reader={reader} /> : <Figures reader={reader} />}
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
        {inspected ? (
          <Inspector key={inspected} figure={inspected} />
        ) : (
          <p className="inspector dim">
            Select a figure, with a click or with J and K, to see who vouches for it and why.
          </p>
        )}
      </section>
    </>
  );
}

function Tabs({ reader }: { readonly reader: Reader }) {
  const { tab, setTab } = reader;
  const one = (name: Tab, label: ReactNode) => (
    <button type="button" role="tab" aria-selected={tab === name} className="tab" onClick={() => setTab(name)}>
      {label}
    </button>
  );
  return (
    <div className="bar reader-tabs" role="tablist" aria-label="Beside the text">
      {one('section', <>This section · {reader.inSection.length}</>)}
      {one('all', <>All figures · {reader.figures.length}</>)}
      {one('annotations', <>Annotations · {reader.document.annotations.length}</>)}
    </div>
  );
}

function Figures({ reader }: { readonly reader: Reader }) {
  const inSection = reader.tab === 'section';
  return (
    <SectionFigures
      key={inSection ? reader.section : reader.tab}
      figures={inSection ? reader.inSection : reader.figures}
      selected={reader.selected}
      onSelect={(one) => reader.select(one, true)}
      onOpen={(one) => open({ view: 'figures', figure: one.id })}
      empty={inSection ? 'No figures in this section.' : 'No figures were found in this document.'}
    />
  );
}

function Annotations({ pane, reader }: Props) {
  return (
    <AnnotationList
      document={reader.document.summary}
      annotations={reader.document.annotations}
      onOpen={(one) => {
        pane.current?.reveal(one.start, one.end, 'if-hidden');
        reader.openAnnotation(one.id);
      }}
    />
  );
}
