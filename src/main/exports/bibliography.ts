/** Sources as BibTeX and RIS, by citation-js, from the CSL-JSON the notebook keeps. */
import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { SourceRecord } from '../../contract/records';

const items = (sources: readonly SourceRecord[]) => sources.map((source) => ({ ...source.csl, id: source.id }));

export function bibtex(sources: readonly SourceRecord[]): string {
  if (sources.length === 0) return '';
  // Labels come from author, year and title; without these they would collide.
  plugins.config.get('@bibtex').format.checkLabel = true;
  return `${String(new Cite(items(sources)).format('bibtex')).trim()}\n`;
}

/** The library leaves out the DOI; each record gets it back before its end. */
export function ris(sources: readonly SourceRecord[]): string {
  return sources
    .map((source) => {
      const record = String(new Cite(items([source])).format('ris')).trimEnd();
      const doi = source.csl.DOI;
      return doi && !/^DO {2}- /m.test(record)
        ? record.replace(/^ER {2}-.*$/m, `DO  - ${doi.replace(/[\r\n]+/g, ' ')}\n$&`)
        : record;
    })
    .map((record) => `${record}\n`)
    .join('\n');
}
