/**
 * Makes pasted HTML into what the editor reads. Styles are read from their attribute and never applied: the page's policy
 * refuses inline styles, so a parser that asks the browser for them takes all of a Google Docs page for bold. Lists and
 * footnotes of Word become real ones, and what cannot be kept is counted.
 */

/** Marks our own nodes while the window is open: a span of any web page must not become a live figure. */
export const OWN = crypto.randomUUID();

export interface Pasted {
  readonly html: string;
  /** What did not come along, in words: `2 pictures`. */
  readonly left: readonly string[];
}

type Styles = ReadonlyMap<string, string>;

const stylesOf = (element: Element): Styles =>
  new Map(
    (element.getAttribute('style') ?? '').split(';').flatMap((one): [string, string][] => {
      const at = one.indexOf(':');
      return at < 0
        ? []
        : [
            [
              one.slice(0, at).trim().toLowerCase(),
              one
                .slice(at + 1)
                .trim()
                .toLowerCase(),
            ],
          ];
    }),
  );

const isBold = (weight: string | undefined): boolean | null => {
  if (weight === undefined) return null;
  if (weight.startsWith('bold') || Number(weight) >= 600) return true;
  return /^(?:normal|lighter)$/.test(weight) || Number(weight) > 0 ? false : null;
};

function unwrap(element: Element): void {
  element.replaceWith(...element.childNodes);
}

/** Wraps what stands in an element, not the element: a paragraph stays one. */
function wrapInside(element: Element, tag: string): void {
  const wrapper = element.ownerDocument.createElement(tag);
  wrapper.append(...element.childNodes);
  element.append(wrapper);
}

/** Each style that the editor has a mark for, and the element that says it. */
function applyStyles(element: Element, styles: Styles): void {
  const bold = isBold(styles.get('font-weight'));
  if (bold === true && !element.matches('b, strong, h1, h2, h3, h4, th')) wrapInside(element, 'strong');
  const slant = styles.get('font-style');
  if (slant !== undefined && /italic|oblique/.test(slant) && !element.matches('i, em')) wrapInside(element, 'em');
  const line = `${styles.get('text-decoration') ?? ''} ${styles.get('text-decoration-line') ?? ''}`;
  if (line.includes('underline') && !element.matches('u, a') && element.closest('a') === null) wrapInside(element, 'u');
  if (line.includes('line-through') && !element.matches('s, del, strike')) wrapInside(element, 's');
  element.removeAttribute('style');
  if (bold === false && element.matches('b, strong')) unwrap(element);
  else if (slant === 'normal' && element.matches('i, em')) unwrap(element);
}

interface Level {
  readonly list: Element;
  readonly depth: number;
}

const MSO_LIST = /mso-list:\s*\w+\s+level(\d+)/i;

/** The bullet or number that Word writes in front of an item, by its conditional marks or its style. */
function takeMarker(paragraph: Element): string {
  const marked = [...paragraph.querySelectorAll('span')].find((one) =>
    /mso-list:\s*ignore/i.test(one.getAttribute('style') ?? ''),
  );
  const words = marked?.textContent.trim() ?? '';
  marked?.remove();
  return words;
}

/** Paragraphs that Word numbers or bullets, as lists, nested by their level. */
function wordLists(body: HTMLElement): void {
  let levels: Level[] = [];
  let last: Element | null = null;
  for (const paragraph of body.querySelectorAll('p')) {
    const depth = Number(MSO_LIST.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 0);
    if (depth === 0) continue;
    if (last === null || last.nextElementSibling !== paragraph) levels = [];
    const ordered = /^[\w一二三四五六七八九十]{1,4}[.)、]/.test(takeMarker(paragraph));
    levels = levels.filter((level) => level.depth <= depth);
    let open = levels.at(-1);
    if (!open || open.depth < depth) {
      const list = body.ownerDocument.createElement(ordered ? 'ol' : 'ul');
      const parent = open?.list.lastElementChild;
      if (parent) parent.append(list);
      else paragraph.before(list);
      open = { list, depth };
      levels.push(open);
    }
    const item = body.ownerDocument.createElement('li');
    item.append(paragraph);
    open.list.append(item);
    last = levels[0]?.list ?? null;
  }
}

/** Notes at the end of a page from Word (`_ftn1`), Google Docs (`#ftnt1`) and others, put where their mark stands. */
function footnotes(body: HTMLElement): void {
  for (const mark of body.querySelectorAll('a[href]')) {
    const name = /^#(_?f(?:n|tn|tnt|ootnote-?)\d+|_edn\d+)$/i.exec(mark.getAttribute('href') ?? '')?.[1];
    if (name === undefined) continue;
    const target = [...body.querySelectorAll('[id], [name]')].find(
      (one) => one.id === name || one.id === name.replace(/^_/, '') || one.getAttribute('name') === name,
    );
    const note = target?.closest('li, p, div');
    if (!note || note.contains(mark)) continue;
    for (const back of note.querySelectorAll('a[href^="#"]')) back.remove();
    const span = body.ownerDocument.createElement('span');
    span.setAttribute('data-text', note.textContent.replace(/\s+/g, ' ').trim());
    span.setAttribute('data-own', OWN);
    (mark.closest('sup') ?? mark).replaceWith(span);
    note.remove();
  }
}

const LEFT_OUT: readonly (readonly [selector: string, one: string])[] = [
  ['img, picture, svg, canvas', 'picture'],
  ['video, audio, iframe, object, embed', 'embedded object'],
  ['input, select, textarea, button', 'form field'],
];

function takeOut(body: HTMLElement): string[] {
  return LEFT_OUT.flatMap(([selector, one]) => {
    const found = body.querySelectorAll(selector);
    found.forEach((element) => element.remove());
    return found.length === 0 ? [] : [`${found.length} ${one}${found.length === 1 ? '' : 's'}`];
  });
}

/** Raised and lowered letters have no mark here: ¹²³ stay what they are, letters stay as words. */
const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789+-n', (plain, at) => [plain, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'[at] ?? plain]),
);
const LOWERED: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('0123456789', (plain, at) => [plain, '₀₁₂₃₄₅₆₇₈₉'[at] ?? plain]),
);

function scripts(body: HTMLElement): string[] {
  let lost = 0;
  for (const element of body.querySelectorAll('sup, sub')) {
    const signs = element.localName === 'sup' ? RAISED : LOWERED;
    const words = element.textContent;
    if (words !== '' && Array.from(words).every((one) => one in signs)) {
      element.replaceWith(Array.from(words, (one) => signs[one] ?? one).join(''));
    } else if (words.trim() !== '' && element.querySelector('span[data-text]') === null) lost += 1;
  }
  return lost === 0 ? [] : [`${lost} raised or lowered ${lost === 1 ? 'word' : 'words'}, kept as plain text`];
}

/** The clipboard's HTML as the editor's parser should see it. `html` may be anything; nothing of it runs. */
export function pasted(html: string): Pasted {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { body } = page;
  for (const one of body.querySelectorAll('script, style, meta, link, title')) one.remove();
  wordLists(body);
  footnotes(body);
  const left = [...takeOut(body), ...scripts(body)];
  // Innermost first: what is wrapped or unwrapped around them stays in place.
  for (const element of [...body.querySelectorAll('[style]')].toReversed()) applyStyles(element, stylesOf(element));
  return { html: body.innerHTML, left };
}
