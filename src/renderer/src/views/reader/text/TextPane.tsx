/**
 * The text of a document on its page: drawn in groups so that a long one opens fast, scrolled only when asked to.
 * Selection, hits and landings are marked without touching the text's elements, so the text never moves under the reader.
 */
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { FigureRecord, ReaderDocument } from '../../../../../contract/records';
import { extendSelection, extensionOf, selectSentence } from './extend-selection';
import { inGroups, LONG } from './groups';
import { setHighlight } from './highlights';
import { blockAt, rangeOf, type Reveal, scrollBackTo, scrollToRange } from './places';
import { drawnBlocks } from './runs';
import { rememberedPlace, rememberPlace } from './scroll-memory';
import { TextGroup } from './TextGroup';
import type { Hover } from './use-hover';
import { useDrawnGroups } from './use-drawn-groups';

export interface Landing {
  readonly start: number;
  readonly end: number;
  /** Marked with it, and never scrolled to. */
  readonly operands: readonly { readonly start: number; readonly end: number }[];
  /** A new number lands again at the same place. */
  readonly serial: number;
}

export interface TextPaneHandle {
  readonly reveal: (start: number, end: number, how: Reveal) => void;
  readonly rangeOf: (start: number, end: number) => Range | null;
  /** Selects the sentence of the selected figure, else the one where one reads. */
  readonly selectSentence: () => void;
  /** The scrolled element and the text's own element inside it. */
  readonly elements: () => { readonly scroller: HTMLElement; readonly text: HTMLElement } | null;
}

interface PaneProps {
  readonly document: ReaderDocument;
  readonly landing: Landing | null;
  readonly selected: string | null;
  /** Another document that stands beside the one that is read has marks of its own. */
  readonly beside?: boolean;
  readonly onFigure: (figure: FigureRecord | null) => void;
  readonly onAnnotation: (id: string) => void;
  readonly onCitation: (source: string) => void;
  readonly onSection: (index: number) => void;
  /** The person scrolled, and now reads at this offset. */
  readonly onRead: (offset: number) => void;
  /** The person scrolled away from where they were sent. */
  readonly onMoved: () => void;
  /** More of a long text has been drawn: marks on it can now be set. */
  readonly onDrawn: () => void;
}

interface Props extends PaneProps {
  readonly ref: Ref<TextPaneHandle>;
  /** What floats over the text (toolbar, annotation card), placed in its coordinates. */
  readonly children: ReactNode;
  /** What the pointer rests on is of interest to the caller. */
  readonly hover: Hover['handlers'];
}

/** How far down the page the line is at which one is taken to read. */
const READING_LINE = 0.3;

export function TextPane({ ref, children, hover, ...props }: Props) {
  const { document, landing, selected, onDrawn } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const settled = useRef(0);
  const drawn = useMemo(() => drawnBlocks(document), [document]);
  const groups = useMemo(() => inGroups(drawn), [drawn]);
  const isLong = drawn.length > LONG;
  const wanted = landing?.start ?? rememberedPlace(document.summary.id)?.block ?? 0;
  const { isDrawn, count, ensure } = useDrawnGroups(groups, isLong, wanted, scroller);

  const begin = () => beginningOf(scroller.current, text.current, props);
  useImperativeHandle(ref, () => handleOf(scroller, text, settled, ensure, begin));
  useArrival(props, scroller, text, settled);
  useSelectedMark(text, selected);
  useEffect(() => {
    if (count > 0) onDrawn();
  }, [count, onDrawn]);
  return (
    // Scrolled by keyboard, so it must take the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      ref={scroller}
      className="reader-scroller"
      tabIndex={0}
      role="region"
      aria-label={props.beside ? 'Text beside' : 'Text'}
      data-reader-text={props.beside ? 'beside' : ''}
      onScroll={() => onScroll(scroller.current, settled.current, props)}
      onKeyDown={(event) => onKeyDown(event, text.current, begin)}
      {...hover}
    >
      {/* The figures inside can be reached with J and K and from the table. */}
      <article
        ref={text}
        className="reader-text"
        data-selectable=""
        lang={document.sections[0]?.language}
        onClick={(event) => onTextClick(event, props)}
      >
        {groups.map((group, index) => (
          <TextGroup
            key={group[0]?.index}
            index={index}
            text={document.text}
            group={group}
            isLong={isLong}
            isDrawn={isDrawn(index)}
          />
        ))}
        {children}
      </article>
    </div>
  );
}

type Holder = RefObject<HTMLElement | null>;

function handleOf(
  scroller: Holder,
  text: Holder,
  settled: { current: number },
  ensure: (offset: number) => void,
  begin: () => Range | null,
): TextPaneHandle {
  return {
    reveal: (start, end, how) => {
      ensure(start);
      const range = text.current && rangeOf(text.current, start, end);
      if (!range || !scroller.current) return;
      scrollToRange(scroller.current, range, how);
      settled.current = scroller.current.scrollTop;
    },
    rangeOf: (start, end) => (text.current ? rangeOf(text.current, start, end) : null),
    selectSentence: () => {
      selectSentence(begin());
      // So that Shift with the arrows goes on from there.
      scroller.current?.focus({ preventScroll: true });
    },
    elements: () => (scroller.current && text.current ? { scroller: scroller.current, text: text.current } : null),
  };
}

/** Where a selection by keys begins: the selected figure where it is drawn, else the start of the block where one reads. */
function beginningOf(
  scroller: HTMLElement | null,
  text: HTMLElement | null,
  { document, selected }: PaneProps,
): Range | null {
  if (!scroller || !text) return null;
  const place = document.figures.find((one) => one.id === selected)?.place;
  const figure = place && rangeOf(text, place.start, place.end);
  if (figure) return figure;
  const block = blockAt(scroller, scroller.clientHeight * READING_LINE)?.dataset.start;
  const range = block === undefined ? null : rangeOf(text, Number(block), Number(block) + 1);
  range?.collapse(true);
  return range;
}

function onKeyDown(event: KeyboardEvent, text: HTMLElement | null, begin: () => Range | null): void {
  // A key in a card that floats over the text is the card's.
  if (event.target !== event.currentTarget || !text) return;
  const extension = extensionOf(event);
  if (!extension) return;
  event.preventDefault();
  extendSelection(text, begin(), extension);
}

function onScroll(box: HTMLElement | null, settled: number, { document, onSection, onRead, onMoved }: PaneProps): void {
  if (!box) return;
  const top = blockAt(box, 0);
  if (top) {
    const below = top.getBoundingClientRect().top - box.getBoundingClientRect().top;
    rememberPlace(document.summary.id, { block: Number(top.dataset.start), below });
  }
  // Scrolled by us: who asked for it has said which section it is.
  if (Math.abs(box.scrollTop - settled) <= 2) return;
  reportSection(box, onSection);
  const read = blockAt(box, box.clientHeight * READING_LINE)?.dataset.start;
  if (read !== undefined) onRead(Number(read));
  onMoved();
}

function reportSection(box: HTMLElement, onSection: (index: number) => void): void {
  const section = blockAt(box, box.clientHeight * READING_LINE)?.dataset.section;
  if (section !== undefined) onSection(Number(section));
}

/** Lands where the person was sent, or goes back to where the document was left; before the first paint, and once. */
function useArrival(
  { document, landing, beside, onSection }: PaneProps,
  scroller: Holder,
  text: Holder,
  settled: { current: number },
) {
  const { id } = document.summary;
  useLayoutEffect(() => {
    const box = scroller.current;
    const page = text.current;
    if (!box || !page) return;
    const range = landing && rangeOf(page, landing.start, landing.end);
    setHighlight(beside ? 'landing-beside' : 'landing', range ? [range] : []);
    if (!beside) {
      const operands = landing?.operands ?? [];
      setHighlight(
        'operand',
        operands.map(({ start, end }) => rangeOf(page, start, end)).filter((one) => one !== null),
      );
    }
    const left = rememberedPlace(id);
    if (range) scrollToRange(box, range, 'third');
    else if (left) scrollBackTo(box, page, left.block, left.below);
    settled.current = box.scrollTop;
    if (landing) onSection(sectionAt(document, landing.start));
    else reportSection(box, onSection);
    // A landing is for the moment it was asked for: later changes of the document do not scroll.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, landing?.serial]);
}

/** Index of the section that an offset stands in. */
export function sectionAt(document: Pick<ReaderDocument, 'sections'>, offset: number): number {
  return document.sections.findLast((section) => section.start <= offset)?.index ?? 0;
}

/** Shows which figure is selected on its own elements, without drawing any block again. */
function useSelectedMark(text: Holder, selected: string | null) {
  useEffect(() => {
    if (selected === null) return undefined;
    const elements = text.current?.querySelectorAll(`[data-figure="${CSS.escape(selected)}"]`) ?? [];
    for (const element of elements) element.setAttribute('data-on', '');
    return () => {
      for (const element of elements) element.removeAttribute('data-on');
    };
    // After every drawing, because a block drawn anew has lost its mark.
  });
}

function onTextClick(event: MouseEvent, { document, onFigure, onAnnotation, onCitation }: PaneProps): void {
  if (!(event.target instanceof Element)) return;
  const { target } = event;
  if (target.closest('[data-floating]')) return;
  const figure = target.closest('[data-figure]')?.getAttribute('data-figure');
  if (figure) {
    onFigure(document.figures.find((one) => one.id === figure) ?? null);
    return;
  }
  const annotation = target.closest('[data-annotation]')?.getAttribute('data-annotation');
  const isSelecting = window.getSelection()?.isCollapsed === false;
  if (annotation && !isSelecting) onAnnotation(annotation);
  const citation = target.closest('[data-citation]')?.getAttribute('data-citation');
  const source = document.citations.find((one) => one.id === citation)?.source;
  if (source && !isSelecting) onCitation(source);
}
