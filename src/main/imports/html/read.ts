/** One page from its markup to text, marks and what it says of itself: shared by every format that carries HTML inside. */
import type { Mark, SetAside } from '../../../core/document/model';
import type { ProblemCount } from '../problems';
import { chooseArticle, wholeBody } from './article';
import { clean } from './clean';
import { parseDocument } from './dom';
import { findFootnotes } from './footnotes';
import { type PageMetadata, readMetadata } from './metadata';
import { render } from './render';
import { setAsideOf } from '../set-aside';
import { readSaved } from './saved';

export interface ReadPage {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly metadata: PageMetadata;
  /** What of the page stands around its article. */
  readonly setAside: readonly SetAside[];
}

export interface PageOptions {
  /** For what was left out, with `HTML_PROBLEMS` among its sentences. */
  readonly problems: ProblemCount;
  /** All of the body, as in a letter or a chapter: nothing around an article is looked for. */
  readonly whole?: boolean;
  /** Where the page was taken from, as the file around it says. */
  readonly url?: string | null;
}

/** Never throws for anything that stands in `html`; a page without words gives an empty text. */
export function readPage(html: string, { problems, whole = false, url = null }: PageOptions): ReadPage {
  const document = parseDocument(html);
  const saved = readSaved(document, html, url);
  const said = readMetadata(document);
  const metadata = { ...said, url: said.url ?? saved.url };
  clean(document, problems);
  const article = whole ? wholeBody(document) : chooseArticle(document, html, problems);
  const rendered = article
    ? render(article, findFootnotes(article.root), saved.base ?? metadata.url, problems)
    : { text: '', marks: [] };
  return { ...rendered, metadata, setAside: setAsideOf('around', article?.around ?? []) };
}
