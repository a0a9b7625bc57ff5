/** Which figures somebody vouches for with a citation, and how strong the cited sources are. */
import { findSubject } from '../figure/placing/subject';
import type { AuditDocument, AuditFigure, AuditModel } from './model';

type Source = AuditModel['sources'][number];

/** Words of a title or publisher that mark an issuer's own filing, release or transcript. */
const PRIMARY =
  /\b(?:10-?[KQ]|8-?K|20-?F|6-?K|annual report|quarterly report|interim report|half[- ]year(?:ly)? (?:report|results)|full[- ]year results|(?:first|second|third|fourth)[- ]quarter (?:\d{4} )?results|results release|earnings release|press release|prospectus|proxy statement|investor (?:relations|day)|earnings call|results call|conference call|transcript|shareholder letter|filing)\b|年报|季报|公告/i;

/** A source that a reader could find: at least a publisher or a title. */
export const isNamed = (source: Source | undefined): boolean =>
  Boolean(source?.title || source?.publisher || source?.['container-title'] || source?.['title-short']);

export class Citing {
  readonly #sources: ReadonlyMap<string, Source>;
  /** Sources of every mention of a fact, of each document that was asked for. */
  readonly #byMention = new WeakMap<AuditDocument, ReadonlyMap<number, readonly Source[]>>();

  constructor(sources: AuditModel['sources']) {
    this.#sources = new Map(sources.map((source) => [source.id, source]));
  }

  #mentions(document: AuditDocument): ReadonlyMap<number, readonly Source[]> {
    const known = this.#byMention.get(document);
    if (known) return known;
    const mentions = new Map<number, readonly Source[]>();
    for (const figure of document.figures) {
      const own = this.ownSources(document, figure);
      if (own.length > 0) mentions.set(figure.mention, [...(mentions.get(figure.mention) ?? []), ...own]);
    }
    this.#byMention.set(document, mentions);
    return mentions;
  }

  /** Sources cited for the figure itself: its clause, its lead-in, the analyst's links. */
  ownSources(document: AuditDocument, figure: AuditFigure): readonly Source[] {
    if (figure.citations.length === 0 && figure.linkedSources.length === 0) return [];
    const ids = [
      ...figure.citations.map(({ citation }) => document.citations[citation]?.sourceId ?? ''),
      ...figure.linkedSources,
    ];
    return [...new Set(ids)].flatMap((id) => this.#sources.get(id) ?? []);
  }

  /** Its own, else those of another mention of the same fact. */
  sourcesOf(document: AuditDocument, figure: AuditFigure): readonly Source[] {
    const own = this.ownSources(document, figure);
    return own.length > 0 ? own : (this.#mentions(document).get(figure.mention) ?? []);
  }

  hasNamedSource(document: AuditDocument, figure: AuditFigure): boolean {
    return this.sourcesOf(document, figure).some(isNamed);
  }

  /** The issuer's own words: a filing, release or transcript by its title, or a publisher that is the subject itself. */
  isPrimary(document: AuditDocument, source: Source): boolean {
    const words = [source.title, source.publisher, source['container-title'], source['title-short']]
      .filter(Boolean)
      .join(' ');
    const entity = document.entity?.toLowerCase();
    const publisher = (source.publisher ?? '').toLowerCase();
    if (PRIMARY.test(words) || (entity !== undefined && entity.length > 3 && publisher.includes(entity))) return true;
    return isOwnHost(document, source);
  }
}

const SHORTEST_NAME = 4;
const letters = (words: string): string => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

/** "acorn-wind.com" spells Acorn Wind: a site that spells the issuer's name is the issuer's. */
function isOwnHost(document: AuditDocument, source: Source): boolean {
  const address = source.URL ?? source.publisher ?? '';
  const host = /^(?:https?:\/\/)?([a-z0-9.-]{4,120}\.[a-z]{2,12})(?:[/:?#]|$)/i.exec(address)?.[1];
  if (host === undefined) return false;
  const spelled = letters(host.replace(/^www\./i, '').replace(/\.[a-z]{2,12}$/i, ''));
  return [document.entity, findSubject(document.layout)?.name]
    .map((name) => letters(name ?? ''))
    .some((name) => name.length >= SHORTEST_NAME && spelled.includes(name));
}
