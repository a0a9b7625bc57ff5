/** Takes out what no reader sees and what could run, and counts it for the plan. Only text and marks leave the parser. */
import type { ProblemCount } from '../problems';
import { W_RAISED_LETTERS } from '../raised';
import { runsCode } from '../links';
import type { DomDocument, DomElement } from './dom';
import { HIDDEN, HIDDEN_STYLE } from './tags';

export const HTML_PROBLEMS = {
  W_SCRIPT_REMOVED: 'Scripts of the page were not kept; nothing in it runs.',
  W_HANDLER_REMOVED: 'Event handlers of the page were not kept.',
  W_FRAME_REMOVED: 'Embedded pages and objects were not kept or fetched.',
  W_REMOTE_NOT_FETCHED: 'Pictures, media and style sheets were not fetched.',
  W_LINK_REMOVED: 'Links that run code or name local files were not kept.',
  W_REFRESH_IGNORED: 'The page redirects elsewhere; it was read as it is.',
  W_HIDDEN_SKIPPED: 'Parts of the page that a reader does not see were left out.',
  W_BOILERPLATE_REMOVED: 'Menus, footers and other parts around the article were left out.',
  W_RAISED_LETTERS,
  W_NESTED_TOO_DEEP: 'Elements nested too deeply were read as plain words.',
} as const;

export function clean(document: DomDocument, problems: ProblemCount): void {
  problems.add('W_REFRESH_IGNORED', count(document, 'meta[http-equiv=refresh i]'));
  problems.add('W_REMOTE_NOT_FETCHED', count(document, 'img,video,audio,picture,link[rel~=stylesheet],svg image'));
  problems.add('W_FRAME_REMOVED', removeAll(document, 'iframe,frame,object,embed,applet'));
  problems.add('W_SCRIPT_REMOVED', removeAll(document, 'script:not([type="application/ld+json"])'));
  removeAll(document, 'style,noscript,template,svg,canvas,ix\\:header');
  for (const element of document.querySelectorAll('*')) countAttributes(element, problems);
  problems.add('W_HIDDEN_SKIPPED', removeHidden(document));
}

const count = (document: DomDocument, selector: string): number => [...document.querySelectorAll(selector)].length;

function removeAll(document: DomDocument, selector: string): number {
  const found = [...document.querySelectorAll(selector)];
  for (const element of found) element.remove();
  return found.length;
}

function countAttributes(element: DomElement, problems: ProblemCount): void {
  for (const { name, value } of element.attributes) {
    if (/^on[a-z]/i.test(name)) problems.add('W_HANDLER_REMOVED');
    else if (/^(href|src|action|formaction|xlink:href)$/i.test(name) && runsCode(value)) problems.add('W_LINK_REMOVED');
  }
}

function removeHidden(document: DomDocument): number {
  const styled = [...document.querySelectorAll('[style]')].filter((element) =>
    HIDDEN_STYLE.test(element.getAttribute('style') ?? ''),
  );
  for (const element of styled) element.remove();
  return styled.length + removeAll(document, HIDDEN);
}
