/**
 * Figures that the file itself tags (XBRL): their value, unit, period and metric are what the tag says, whatever the words
 * around them are. Where they stand is found like that of any other figure.
 */
import conceptData from '../../../../resources/lexicon/concepts.json';
import type { TaggedFact } from '../../document/model';
import { metricById } from './mentions/metric';
import type { Draft } from './related/mention';
import type { DocumentContext, FigureKind, Quantity } from '../model';

/** Says in a figure's rule that it was tagged, and with what. */
const TAG = 'tag ';
/** The concept a figure was tagged with, `us-gaap:Revenues`; null for a figure read from words. */
export const conceptOf = (rule: string): string | null => (rule.startsWith(TAG) ? rule.slice(TAG.length) : null);

const metrics: ReadonlyMap<string, string> = new Map(
  Object.entries(conceptData.metrics).flatMap(([metric, concepts]) =>
    concepts.map((concept): [string, string] => [concept, metric]),
  ),
);

/** `Revenues` of `us-gaap:Revenues`: the concept without its taxonomy's prefix. */
export const localConcept = (concept: string): string => concept.slice(concept.indexOf(':') + 1);

/**
 * A tagged value as a quantity at its place in `text`, with the value, unit and exponent of the tag (XBRL) whatever is
 * printed there. Its rule names the concept.
 */
export function toQuantity(fact: TaggedFact, text: string): Quantity {
  const { start, end, value, unit, currency, exponent, concept } = fact;
  return {
    start,
    end,
    quote: text.slice(start, end),
    low: value,
    high: value,
    unit,
    currency,
    qualifier: 'none',
    qualifierCue: null,
    approximate: false,
    strict: false,
    direction: null,
    lowExponent: exponent,
    highExponent: exponent,
    per: unit === 'per_share' ? 'share' : null,
    expression: 'numeric',
    rule: `${TAG}${concept}`,
  };
}

/** The tag of a figure overrides what the words around it say. */
export function asTagged(draft: Draft, fact: TaggedFact, context: DocumentContext): Draft {
  const concept = localConcept(fact.concept);
  const named = metricById(metrics.get(concept) ?? '');
  return {
    ...draft,
    figure: toQuantityOf(draft.figure, fact),
    metric: named?.id ?? slugOf(concept),
    metricLabel: named?.label ?? fact.label ?? wordsOf(concept),
    companyWide: fact.dimension === null,
    named: true,
    kind: KINDS[fact.unit] ?? 'level',
    // The company goes by one name in the whole document.
    entity: fact.dimension ?? context.entity ?? fact.entity,
    period: fact.period === null ? null : { period: fact.period, cue: null, own: true },
    basis: null,
    direction: null,
    unit: fact.unit,
  };
}

/** Placing turns some levels into sizes with a direction; a tag's sign stands. */
const toQuantityOf = (figure: Quantity, { value }: TaggedFact): Quantity => ({ ...figure, low: value, high: value });

const KINDS: Readonly<Partial<Record<TaggedFact['unit'], FigureKind>>> = {
  percent: 'ratio',
  multiple: 'ratio',
  count: 'count',
};

/** `OperatingIncomeLoss` → `Operating income loss` */
export function wordsOf(concept: string): string {
  const words = concept.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  return `${words.charAt(0)}${words.slice(1).replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())}`;
}

const slugOf = (concept: string): string => wordsOf(concept).toLowerCase().replace(/\s+/g, '_').slice(0, 80);
