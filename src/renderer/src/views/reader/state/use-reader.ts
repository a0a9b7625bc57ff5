/** What the Reader knows while a document is open: which figure and section, what is selected, and what can be done with it. */
import { type RefObject, useMemo, useState } from 'react';
import type { AnnotationRecord, FigureRecord, ReaderDocument, HighlightColour } from '../../../../../contract/records';
import { type PlaceOf, settle } from '../../../app/state/navigation';
import { run, start } from '../../../app/calls/run';
import { copyQuote } from './quote';
import type { Landing, TextPaneHandle } from '../text/TextPane';
import { type Selected, useTextSelection } from './use-selection';

export type Tab = 'section' | 'all' | 'annotations';
type Section = ReaderDocument['sections'][number];
interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Reader {
  readonly document: ReaderDocument;
  readonly landing: Landing | null;
  /** In the order of the text; those without a place come first. */
  readonly figures: readonly FigureRecord[];
  readonly inSection: readonly FigureRecord[];
  readonly figure: FigureRecord | null;
  readonly selected: string | null;
  readonly section: number;
  readonly tab: Tab;
  readonly annotation: AnnotationRecord | null;
  readonly words: Selected | null;
  /** Figures inside the selected words. */
  readonly wordsFigures: readonly FigureRecord[];
  readonly citing: readonly FigureRecord[] | null;
  readonly making: Stretch | null;
  readonly setTab: (tab: Tab) => void;
  readonly setSection: (section: number) => void;
  readonly select: (figure: FigureRecord | null, reveal: boolean) => void;
  readonly selectNew: (figure: string) => void;
  readonly stepFigure: (by: 1 | -1) => void;
  readonly goTo: (section: Section) => void;
  readonly openAnnotation: (id: string | null) => void;
  readonly annotate: (colour: HighlightColour, comment: boolean) => Promise<void>;
  readonly makeFigure: () => void;
  /** The selected words with title and page, to the clipboard. */
  readonly copyQuote: () => void;
  readonly cite: () => void;
  readonly closeDialogs: () => void;
  readonly moved: () => void;
}

interface Given {
  readonly document: ReaderDocument;
  readonly place: PlaceOf<'reader'> | null;
  readonly serial: number;
}

export function useReader({ document, place, serial }: Given, pane: RefObject<TextPaneHandle | null>): Reader {
  const [tab, setTab] = useState<Tab>('section');
  const chosen = useFigures({ document, place, serial }, pane);
  const selection = useSelectedWords(document, chosen.figures, pane);
  return {
    document,
    tab,
    setTab,
    ...chosen,
    ...selection,
    goTo: (one) => {
      pane.current?.reveal(one.start, one.end, 'top');
      chosen.setSection(one.index);
    },
    moved: () => {
      if (place?.start === undefined) return;
      settle({ view: 'reader', document: document.summary.id, figure: chosen.selected ?? undefined });
    },
  };
}

type FigureState = 'landing' | 'figures' | 'inSection' | 'figure' | 'selected' | 'section';
type FigureActions = 'setSection' | 'select' | 'selectNew' | 'stepFigure';

/** The figures of the document, the selected one with its section, and walking among them. */
function useFigures(
  { document, place, serial }: Given,
  pane: RefObject<TextPaneHandle | null>,
): Pick<Reader, FigureState | FigureActions> {
  const [section, setSection] = useState(0);
  const { selected, setSelected, landing } = useVisited(place, serial);
  const figures = useMemo(() => inTextOrder(document.figures), [document.figures]);
  const inSection = useMemo(() => figures.filter((one) => one.place?.section === section), [figures, section]);
  const figure = useMemo(() => figures.find((one) => one.id === selected) ?? null, [figures, selected]);
  const select = (next: FigureRecord | null, reveal: boolean) => {
    if (!next) return;
    setSelected(next.id);
    setSection(next.place?.section ?? section);
    settle({ view: 'reader', document: document.summary.id, figure: next.id });
    if (reveal && next.place) pane.current?.reveal(next.place.start, next.place.end, 'if-hidden');
  };
  const stepFigure = (by: 1 | -1) => select(nextFigure(figures, selected, section, by), true);
  const shown = { landing, figures, inSection, figure, selected, section };
  return { ...shown, setSection, select, selectNew: setSelected, stepFigure };
}

type SelectionState = 'words' | 'wordsFigures' | 'annotation' | 'citing' | 'making';
type SelectionActions = 'annotate' | 'openAnnotation' | 'makeFigure' | 'copyQuote' | 'cite' | 'closeDialogs';

/** The words selected in the text, and what is made of them: an annotation, a figure, a citation, a quote. */
function useSelectedWords(
  document: ReaderDocument,
  figures: readonly FigureRecord[],
  pane: RefObject<TextPaneHandle | null>,
): Pick<Reader, SelectionState | SelectionActions> {
  const [card, setCard] = useState<string | null>(null);
  const [citing, setCiting] = useState<readonly FigureRecord[] | null>(null);
  const [making, setMaking] = useState<Stretch | null>(null);
  const [words, clearWords] = useTextSelection(pane);
  const wordsFigures = words
    ? figures.filter(({ place: at }) => at && at.start < words.end && at.end > words.start)
    : [];
  const annotate = async (colour: HighlightColour, comment: boolean) => {
    if (!words) return;
    clearWords();
    const stretch = { start: words.start, end: words.end };
    const made = await run('annotation.add', {
      document: document.summary.id,
      ...stretch,
      body: '',
      colour,
      tags: [],
    });
    if (made && comment) setCard(made.id);
  };
  return {
    words,
    wordsFigures,
    annotation: document.annotations.find((one) => one.id === card) ?? null,
    openAnnotation: setCard,
    citing,
    making,
    annotate,
    makeFigure: () => {
      if (words) setMaking({ start: words.start, end: words.end });
      clearWords();
    },
    copyQuote: () => {
      if (words) start(copyQuote(document.summary, document.text.slice(words.start, words.end), words.start));
    },
    cite: () => setCiting(wordsFigures),
    closeDialogs: () => {
      setCiting(null);
      setMaking(null);
    },
  };
}

/** A visit brings its own selection and landing; they last until the next visit, whatever the place is settled to. */
function useVisited(place: PlaceOf<'reader'> | null, serial: number) {
  const [selected, setSelected] = useState(place?.figure ?? null);
  const [visited, setVisited] = useState({ serial, landing: landingOf(place, serial) });
  // Followed while drawing, so that nothing shows the old ones first.
  if (visited.serial !== serial) {
    setVisited({ serial, landing: landingOf(place, serial) });
    if (place?.figure) setSelected(place.figure);
  }
  return { selected, setSelected, landing: visited.landing };
}

/** Where a visit leads: the stretch that it names. */
function landingOf(place: PlaceOf<'reader'> | null, serial: number): Landing | null {
  if (place?.start === undefined) return null;
  return { start: place.start, end: place.end ?? place.start, operands: place.operands ?? [], serial };
}

/** The figure before or after the selected one; without one, the first of the section or of the text. */
function nextFigure(
  figures: readonly FigureRecord[],
  selected: string | null,
  section: number,
  by: 1 | -1,
): FigureRecord | null {
  const at = figures.findIndex((one) => one.id === selected);
  if (at >= 0) return figures[at + by] ?? null;
  return figures.find((one) => one.place?.section === section) ?? figures[0] ?? null;
}

function inTextOrder(figures: readonly FigureRecord[]): readonly FigureRecord[] {
  return figures.toSorted((a, b) => (a.place?.start ?? 0) - (b.place?.start ?? 0));
}
