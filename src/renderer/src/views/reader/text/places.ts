/** Between offsets in a document's text and places on the page. Every run's element carries its offset in `data-o`. */

/** The DOM range that shows the text from `start` to `end`, or null where none of it is drawn. */
export function rangeOf(root: HTMLElement, start: number, end: number): Range | null {
  const from = pointAt(root, start, 'start');
  const to = pointAt(root, end, 'end');
  if (!from || !to) return null;
  const range = document.createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** What of the document is selected on the page, or null: nothing, or something outside the text. */
export function selectedStretch(root: HTMLElement): { start: number; end: number; rect: DOMRect } | null {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const runs = [...runsWithin(root, range)];
  const first = runs[0];
  const last = runs.at(-1);
  if (!first || !last) return null;
  const start = offsetIn(first, range.startContainer, range.startOffset, offsetOf(first));
  const end = offsetIn(last, range.endContainer, range.endOffset, offsetOf(last) + textLength(last));
  return start < end ? { start, end, rect: lastRect(range) } : null;
}

/** The block drawn at a height of the window, for "which section am I in"; looks a little further down across gaps. */
export function blockAt(scroller: HTMLElement, from: number): HTMLElement | null {
  const box = scroller.getBoundingClientRect();
  for (let y = from; y < from + 120; y += 12) {
    const found = document.elementFromPoint(box.left + box.width / 2, box.top + y)?.closest('[data-block]');
    if (found instanceof HTMLElement && scroller.contains(found)) return found;
  }
  return null;
}

/** Lays out the part of a long text around an element exactly, so that scrolling to it lands where it then stays. */
function layOutAround(element: Element): void {
  const group = element.closest('.reader-group');
  for (const one of [group?.previousElementSibling, group, group?.nextElementSibling]) {
    if (one instanceof HTMLElement) one.style.contentVisibility = 'visible';
  }
}

/** `third` and `top`: scrolls it there; `if-hidden`: to a third of the height, and only where it is out of view. */
export type Reveal = 'third' | 'top' | 'if-hidden';

export function scrollToRange(scroller: HTMLElement, range: Range, how: Reveal): void {
  const anchor = range.startContainer.parentElement;
  if (anchor) layOutAround(anchor);
  const box = scroller.getBoundingClientRect();
  const rect = range.getBoundingClientRect();
  const margin = 24;
  // Under the find bar is not in view either.
  const inView = rect.top >= box.top + 2.5 * margin && rect.bottom <= box.bottom - margin;
  if (how === 'if-hidden' && inView) return;
  scroller.scrollTop += rect.top - box.top - (how === 'top' ? margin : box.height / 3);
}

/** Scrolls so that the block at an offset begins `below` pixels under the upper edge, as it did when it was left. */
export function scrollBackTo(scroller: HTMLElement, root: HTMLElement, offset: number, below: number): void {
  const block = blockOf(root, offset, 'start');
  if (!block) return;
  layOutAround(block);
  scroller.scrollTop += block.getBoundingClientRect().top - scroller.getBoundingClientRect().top - below;
}

interface Point {
  readonly node: Node;
  readonly offset: number;
}

function pointAt(root: HTMLElement, offset: number, side: 'start' | 'end'): Point | null {
  const block = blockOf(root, offset, side);
  if (!block) return null;
  let chosen: Element | null = null;
  for (const run of block.querySelectorAll('[data-o]')) {
    const at = offsetOf(run);
    if (side === 'start' ? at <= offset : at < offset) chosen = run;
  }
  chosen ??= block.querySelector('[data-o]');
  const node = chosen?.firstChild;
  if (!chosen || !node) return null;
  return { node, offset: Math.max(0, Math.min(textLength(chosen), offset - offsetOf(chosen))) };
}

/** The drawn block that holds an offset, or null where its group is not drawn. */
function blockOf(root: HTMLElement, offset: number, side: 'start' | 'end'): Element | null {
  const group = lastFrom(root.children, 'data-group-start', offset, side);
  return group && lastFrom(group.querySelectorAll('[data-block]'), 'data-start', offset, side);
}

/** The last element whose offset, in `attribute`, is not past `offset`: elements are in order, so by halving. */
function lastFrom(
  elements: HTMLCollection | NodeListOf<Element>,
  attribute: string,
  offset: number,
  side: 'start' | 'end',
): Element | null {
  let low = 0;
  let high = elements.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // What floats over the text comes last and has no offset.
    const start = Number(elements[middle]?.getAttribute(attribute) ?? Number.POSITIVE_INFINITY);
    if (side === 'start' ? start <= offset : start < offset) low = middle;
    else high = middle - 1;
  }
  return elements[low] ?? null;
}

function* runsWithin(root: HTMLElement, range: Range): Generator<Element> {
  const common = range.commonAncestorContainer;
  const within = common instanceof Element ? common : common.parentElement;
  const own = within?.closest('[data-o]');
  if (own) {
    yield own;
    return;
  }
  for (const run of (within ?? root).querySelectorAll('[data-o]')) {
    if (range.intersectsNode(run)) yield run;
  }
}

function offsetIn(run: Element, container: Node, offset: number, otherwise: number): number {
  return run.contains(container) && container.nodeType === Node.TEXT_NODE ? offsetOf(run) + offset : otherwise;
}

function offsetOf(run: Element): number {
  return Number(run.getAttribute('data-o'));
}

function textLength(run: Element): number {
  return run.textContent?.length ?? 0;
}

function lastRect(range: Range): DOMRect {
  const rects = range.getClientRects();
  return rects[rects.length - 1] ?? range.getBoundingClientRect();
}
