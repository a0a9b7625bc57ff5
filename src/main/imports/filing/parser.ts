/** Filings in inline XBRL (10-K, 10-Q, annual reports): the page's text, and every tagged number as the fact its tag says. */
import { type NormalisedDocument, type TaggedFact } from '../../../core/document/model';
import { localConcept, wordsOf } from '../../../core/figure/placing/tagged';
import { clean, HTML_PROBLEMS } from '../html/clean';
import { bodyOf, type DomDocument, type DomElement, parseDocument } from '../html/dom';
import { findFootnotes } from '../html/footnotes';
import { readMetadata } from '../html/metadata';
import { render } from '../html/render';
import type { DocumentParser } from '../parser';
import { countProblems } from '../problems';
import type { ImportSource } from '../source';
import { attributeOf, type FactContext, type FactUnit, readContexts, readUnits } from './contexts';
import { coverDate } from './cover-dates';
import { periodOf, yearEndOf } from './periods';
import { prefixOf } from './recognise';
import { valueOf } from './value';

export const filingParser = {
  kind: 'document',
  name: 'filing',
  version: 1,
  reads: 'text',
  recognise: (source) => (prefixOf(source.text().text) === null ? 0 : 0.97),
  parse,
} satisfies DocumentParser;

const SENTENCES = {
  ...HTML_PROBLEMS,
  W_FACTS_UNREAD: 'Some tagged numbers do not follow their own format: they were read from the text like any other.',
} as const;

function parse(source: ImportSource): NormalisedDocument {
  const { text: html, problems: decoding } = source.text();
  const prefix = prefixOf(html) ?? 'ix';
  const document = parseDocument(html.replace(/^\s*<\?xml[^>]*\?>/, ''));
  const problems = countProblems(SENTENCES);
  const filing = readFiling(document, prefix);
  const tags = numbersOf(document, prefix);
  clean(document, problems);
  const root = bodyOf(document);
  if (root) for (const hidden of root.querySelectorAll(`${prefix}\\:header`)) hidden.remove();
  const spans = new Map<DomElement, { start: number; end: number }>();
  const rendered = root
    ? render({ root, heading: null, around: [] }, findFootnotes(root), null, problems, (element, start, end) => {
        if (tags.has(element)) spans.set(element, { start, end });
      })
    : { text: '', marks: [] };
  const facts = [...spans].flatMap(([element, span]) => factOf(element, span, rendered.text, filing) ?? []);
  problems.add('W_FACTS_UNREAD', spans.size - facts.length);
  return {
    format: 'filing',
    ...rendered,
    ...readMetadata(document),
    title: titleOf(filing) ?? readMetadata(document).title,
    author: filing.registrant,
    publisher: filing.registrant,
    published: null,
    facts: apart(facts),
    problems: [...decoding, ...problems.list()],
  };
}

interface Filing {
  readonly contexts: ReadonlyMap<string, FactContext>;
  readonly units: ReadonlyMap<string, FactUnit>;
  readonly registrant: string | null;
  readonly form: string | null;
  readonly periodEnd: string | null;
  readonly yearEnd: number;
}

/** What the filing says of itself stands in tags of its cover page, shown or hidden. */
function readFiling(document: DomDocument, prefix: string): Filing {
  const said = new Map<string, string>();
  for (const element of document.querySelectorAll(`${prefix}\\:nonnumeric`)) {
    const name = attributeOf(element, 'name') ?? '';
    if (name.startsWith('dei:') && !said.has(name))
      said.set(name, (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 300));
  }
  const value = (name: string): string | null => said.get(`dei:${name}`) || null;
  return {
    contexts: readContexts(document),
    units: readUnits(document),
    registrant: value('EntityRegistrantName'),
    form: value('DocumentType'),
    periodEnd: coverDate(value('DocumentPeriodEndDate')) ?? value('DocumentPeriodEndDate'),
    yearEnd: yearEndOf(coverDate(value('CurrentFiscalYearEndDate'))),
  };
}

const titleOf = ({ registrant, form, periodEnd }: Filing): string | null =>
  registrant === null || form === null
    ? null
    : [registrant, form, periodEnd && `(${periodEnd})`].filter(Boolean).join(' ');

const numbersOf = (document: DomDocument, prefix: string): ReadonlySet<DomElement> =>
  new Set(document.querySelectorAll(`${prefix}\\:nonfraction`));

function factOf(
  element: DomElement,
  span: { start: number; end: number },
  text: string,
  filing: Filing,
): TaggedFact | null {
  const concept = attributeOf(element, 'name');
  const context = filing.contexts.get(attributeOf(element, 'contextRef') ?? '');
  if (concept === null || context === undefined || attributeOf(element, 'xsi:nil') === 'true') return null;
  const printed = text.slice(span.start, span.end);
  const start = span.start + (printed.length - printed.trimStart().length);
  const format = attributeOf(element, 'format');
  const tag = {
    text: printed.trim(),
    format: format === null ? null : localConcept(format),
    scale: Number(attributeOf(element, 'scale') ?? 0),
    negative: attributeOf(element, 'sign') === '-',
    decimals: attributeOf(element, 'decimals'),
  };
  const value =
    tag.text === ''
      ? null
      : valueOf(tag, filing.units.get(attributeOf(element, 'unitRef') ?? '') ?? { unit: 'other', currency: null });
  if (value === null) return null;
  return {
    start,
    end: start + tag.text.length,
    concept,
    label: wordsOf(localConcept(concept)),
    ...value,
    period: periodOf(context.start, context.end, filing.yearEnd),
    entity: filing.registrant,
    dimension: context.dimension,
    filing: filing.form === null ? null : [filing.form, filing.periodEnd].filter(Boolean).join(' '),
  };
}

/** One place has one fact: of tags around the same number the first, which is the outer one, stands. */
function apart(facts: readonly TaggedFact[]): readonly TaggedFact[] {
  let end = -1;
  return facts
    .toSorted((a, b) => a.start - b.start)
    .filter((fact) => {
      if (fact.start < end) return false;
      end = fact.end;
      return true;
    });
}
