/** One document open for reading: outline, text, figures of the section, inspector. */
import { useRef, useState } from 'react';
import type { DocumentSummary, ReaderDocument } from '../../../../contract/records';
import type { PlaceOf } from '../../app/state/navigation';
import { isNumber, usePref } from '../../app/prefs';
import { CiteDialog } from '../shared/CiteDialog';
import { Splitter } from '../../kit/Splitter';
import { useBeside } from './beside/use-beside';
import { DocumentPane } from './DocumentPane';
import { useHighlightCleanup } from './text/highlights';
import { NewFigureDialog } from './NewFigureDialog';
import { Outline } from './Outline';
import { usePages } from './pages/use-pages';
import { useReaderCommands } from './reader-commands';
import { SideColumn } from './SideColumn';
import type { TextPaneHandle } from './text/TextPane';
import { useFind } from './state/use-find';
import { type Reader, useReader } from './state/use-reader';

interface Props {
  readonly document: ReaderDocument;
  readonly documents: readonly DocumentSummary[];
  readonly place: PlaceOf<'reader'> | null;
  readonly serial: number;
}

export function ReaderPage({ document, documents, place, serial }: Props) {
  const pane = useRef<TextPaneHandle>(null);
  const reader = useReader({ document, place, serial }, pane);
  const find = useFind(document, pane);
  const pages = usePages(reader, pane);
  const besidePane = useRef<TextPaneHandle>(null);
  const beside = useBeside(document, documents, pane, besidePane);
  useReaderCommands({ reader, find, pages, beside, pane });
  useHighlightCleanup();
  // A figure of the document beside is inspected until one of this document is chosen.
  const [elsewhere, setElsewhere] = useState<{ readonly id: string; readonly over: string | null } | null>(null);
  const inspected = elsewhere && beside.isOn && elsewhere.over === reader.selected ? elsewhere.id : reader.selected;
  return (
    <div className="reader" data-pages={pages.isOn ? 'on' : undefined} data-beside={beside.isOn ? 'on' : undefined}>
      <OutlineColumn reader={reader} />
      <DocumentPane
        pane={pane}
        reader={reader}
        find={find}
        pages={pages}
        documents={documents}
        beside={beside}
        besidePane={besidePane}
        onBesideFigure={({ id }) => setElsewhere({ id, over: reader.selected })}
      />
      <SideColumn pane={pane} reader={reader} inspected={inspected} />
      <ReaderDialogs reader={reader} />
    </div>
  );
}

function OutlineColumn({ reader }: { readonly reader: Reader }) {
  const [width, setWidth] = usePref('reader.outline', 190, isNumber);
  return (
    <>
      <div className="reader-left" style={{ width }}>
        <Outline sections={reader.document.sections} current={reader.section} onGo={reader.goTo} />
      </div>
      <Splitter label="Width of the outline" pane="before" size={width} min={120} max={420} onResize={setWidth} />
    </>
  );
}

function ReaderDialogs({ reader }: { readonly reader: Reader }) {
  const { document, citing, making, closeDialogs } = reader;
  if (citing) return <CiteDialog figures={citing} onClose={closeDialogs} />;
  if (!making) return null;
  return (
    <NewFigureDialog
      document={document.summary.id}
      entity={document.summary.entity}
      place={making}
      quote={document.text.slice(making.start, making.end)}
      onMade={reader.selectNew}
      onClose={closeDialogs}
    />
  );
}
