/** Which figures somebody vouches for with a citation, and how strong the cited sources are. */
import { isPrimaryTier, tierOf } from '../../citation/tier';
import { issuerNames } from '../../figure/placing/mentions/subject';
import type { AuditDocument, AuditFigure, AuditModel } from '../model/model';

type Source = AuditModel['sources'][number];

/** A source that a reader could find: at least a publisher or a title. */
const isNamed = (source: Source | undefined): boolean =>
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

  /** The issuer's own words, by a tier that was set or by the source's words beside the document's subject. */
  isPrimary(document: AuditDocument, source: Source): boolean {
    return isPrimaryTier(tierOf(source, issuerNames(document.layout, document.entity)));
  }
}
