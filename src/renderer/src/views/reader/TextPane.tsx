/**
 * The text of a document on its page: drawn in groups so that a long one opens fast, scrolled only when asked to.
 * Selection, hits and landings are marked without touching the text's elements, so the text never moves under the reader.
 */
import {
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import type { FigureRecord, ReaderDocument } from '../../../../contract/records';
import { BlockView } from './BlockView';
import { setHighlight } from './highlights';
import { blockAt, rangeOf, type Reveal, scrollToRange } from './places';
import { type DrawnBlock, drawnBlocks } from './runs';
import { rememberedTop, rememberTop } from './scroll-memory';

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
  /** The scrolled element and the text's own element inside it. */
  readonly elements: () => { readonly scroller: HTMLElement; readonly text: HTMLElement } | null;
}

interface Props {
  readonly ref: Ref<TextPaneHandle>;
  readonly document: ReaderDocument;
  readonly landing: Landing | null;
  readonly selected: string | null;
  readonly onFigure: (figure: FigureRecord | null) => void;
  readonly onAnnotation: (id: string) => void;
  readonly onCitation: (source: string) => void;
  readonly onSection: (index: number) => void;
  /** What floats over the text (toolbar, annotation card), placed in its coordinates. */
  readonly children: ReactNode;
}

type PaneProps = Omit<Props, 'ref' | 'children'>;

/** How far down the page the line is at which one is taken to read. */
const READING_LINE = 0.3;

/** From this many blocks on, groups out of view are not laid out. */
const LONG = 400;
const GROUP = 40;

export function TextPane({ ref, children, ...props }: Props) {
  const { document, selected, onSection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const text = useRef<HTMLElement>(null);
  const drawn = useMemo(() => drawnBlocks(document), [document]);
  const groups = useMemo(() => inGroups(drawn), [drawn]);
  const isLong = drawn.length > LONG;

  const settled = useRef(0);
  useImperativeHandle(ref, () => handleOf(scroller, text, settled), []);
  useArrival(props, scroller, text, settled);
  useSelectedMark(text, selected);

  const onScroll = () => {
    const box = scroller.current;
    if (!box) return;
    rememberTop(document.summary.id, box.scrollTop);
    // Scrolled by us: who asked for it has said which section it is.
    if (Math.abs(box.scrollTop - settled.current) > 2) tellSection(box, onSection);
  };
  return (
    // Scrolled by keyboard, so it must take the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div
      ref={scroller}
      className="reader-scroller"
      tabIndex={0}
      role="region"
      aria-label="Text"
      data-reader-text=""
      onScroll={onScroll}
    >
      {/* The figures inside can be reached with J and K and from the table. */}
      <article
        ref={text}
        className="reader-text"
        data-selectable=""
        lang={document.sections[0]?.language}
        onClick={(event) => onTextClick(event, props)}
      >
        {groups.map((group) => (
          <Group key={group[0]?.index} text={document.text} group={group} isLong={isLong} />
        ))}
        {children}
      </article>
    </div>
  );
}

interface Held<T> {
  readonly current: T;
}

function tellSection(box: HTMLElement, onSection: (index: number) => void): void {
  const section = blockAt(box, box.clientHeight * READING_LINE)?.dataset.section;
  if (section !== undefined) onSection(Number(section));
}

function handleOf(
  scroller: Held<HTMLElement | null>,
  text: Held<HTMLElement | null>,
  settled: { current: number },
): TextPaneHandle {
  return {
    reveal: (start, end, how) => {
      const range = text.current && rangeOf(text.current, start, end);
      if (!range || !scroller.current) return;
      scrollToRange(scroller.current, range, how);
      settled.current = scroller.current.scrollTop;
    },
    rangeOf: (start, end) => (text.current ? rangeOf(text.current, start, end) : null),
    elements: () => (scroller.current && text.current ? { scroller: scroller.current, text: text.current } : null),
  };
}

/** Lands where the person was sent, or goes back to where the document was left; before the first paint, and once. */
function useArrival(
  { document, landing, onSection }: PaneProps,
  scroller: Held<HTMLElement | null>,
  text: Held<HTMLElement | null>,
  settled: { current: number },
) {
  const { id } = document.summary;
  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box || !text.current) return;
    const range = landing && rangeOf(text.current, landing.start, landing.end);
    setHighlight('landing', range ? [range] : []);
    const page = text.current;
    setHighlight(
      'operand',
      (landing?.operands ?? []).map(({ start, end }) => rangeOf(page, start, end)).filter((one) => one !== null),
    );
    if (range) scrollToRange(box, range, 'third');
    else box.scrollTop = rememberedTop(id);
    settled.current = box.scrollTop;
    if (landing) onSection(sectionAt(document, landing.start));
    else tellSection(box, onSection);
    // A landing is for the moment it was asked for: later changes of the document do not scroll.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, landing?.serial]);
}

/** Index of the section that an offset stands in. */
export function sectionAt(document: Pick<ReaderDocument, 'sections'>, offset: number): number {
  return document.sections.findLast((section) => section.start <= offset)?.index ?? 0;
}

/** Shows which figure is selected on its own elements, without drawing any block again. */
function useSelectedMark(text: { readonly current: HTMLElement | null }, selected: string | null) {
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

function inGroups(drawn: readonly DrawnBlock[]): readonly (readonly DrawnBlock[])[] {
  const groups: DrawnBlock[][] = [];
  for (const block of drawn) {
    const last = groups.at(-1);
    // A list is never cut: its items belong to one element.
    const goesOn = block.block.kind === 'list-item' && last?.at(-1)?.block.kind === 'list-item';
    if (!last || (last.length >= GROUP && !goesOn)) groups.push([block]);
    else last.push(block);
  }
  return groups;
}

function Group({
  text,
  group,
  isLong,
}: {
  readonly text: string;
  readonly group: readonly DrawnBlock[];
  readonly isLong: boolean;
}) {
  const style = isLong
    ? { contentVisibility: 'auto' as const, containIntrinsicSize: `auto ${estimatedHeight(group)}px` }
    : undefined;
  return (
    <div className="reader-group" style={style}>
      {inLists(group).map((part) =>
        part.isList ? (
          <div key={part.blocks[0]?.index} role="list">
            {part.blocks.map((drawn) => (
              <BlockView key={drawn.index} text={text} drawn={drawn} />
            ))}
          </div>
        ) : (
          part.blocks.map((drawn) => <BlockView key={drawn.index} text={text} drawn={drawn} />)
        ),
      )}
    </div>
  );
}

function inLists(
  group: readonly DrawnBlock[],
): readonly { readonly isList: boolean; readonly blocks: readonly DrawnBlock[] }[] {
  const parts: { isList: boolean; blocks: DrawnBlock[] }[] = [];
  for (const drawn of group) {
    const isList = drawn.block.kind === 'list-item';
    const last = parts.at(-1);
    if (last?.isList === isList) last.blocks.push(drawn);
    else parts.push({ isList, blocks: [drawn] });
  }
  return parts;
}

/** A guess at a group's height in pixels, for the scroll bar until it is laid out. */
function estimatedHeight(group: readonly DrawnBlock[]): number {
  const lines = ({ block }: DrawnBlock) =>
    block.kind === 'table' ? block.rows.length * 1.3 : Math.ceil((block.end - block.start) / 75);
  return Math.round(group.reduce((sum, drawn) => sum + lines(drawn) * 26 + 10, 0));
}
