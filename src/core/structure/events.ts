/** Dated events, and the parties and flows of a capital loop. */
import type { Block, Span } from '../document/model';
import { CUES, FLOW_VERBS, matches, MONTHS } from './cues';
import {
  contentOf,
  figuresIn,
  type Found,
  found,
  isItem,
  isProse,
  leadWords,
  type Passage,
  quoteOf,
  sentencesOf,
  shorten,
  type StructureInput,
} from './passages';
import { MONTH_NAMES } from '../base/months';

const DATE = `(?:${MONTHS})\\s+\\d{1,2}(?!\\d)(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\d{1,2}\\s+(?:${MONTHS})(?:\\s+\\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|(?:\\d{4}\\s?年\\s?)?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日`;
const OPENING = new RegExp(
  `^(?:(?:then|later|separately|earlier|also|and|but),?\\s+)?(?:(?:on|effective|as of|from|starting|by|until|since|after the close on|before the open on|in)\\s+)?(?:early |mid-?|late )?(?:${DATE}|(?:early|mid|late)(?:\\s+in)?[ -]\\d{4}|(?:${MONTHS})(?:\\s+\\d{4})|(?:${MONTHS})(?=,))`,
  'iu',
);
const ANYWHERE = new RegExp(`\\b(?:on|effective|from|starting)\\s+(${DATE})`, 'iu');
const ITEM_DATE = new RegExp(
  `^[*_]*(${DATE}|(?:${MONTHS})\\s+\\d{4}|(?:${MONTHS})|Q[1-4]\\s+\\d{4}|(?:early|mid|late)[ -](?:\\d{4}|(?:${MONTHS})(?:\\s+\\d{4})?)|H[12]\\s+\\d{4})[*_]*\\s*[:\\uff1a—–-]`,
  'iu',
);

const LONGEST_DATED_LINE = 200;

/**
 * Dated items of lists, short dated paragraphs and, under a heading of events, items without a date; stages named by a
 * horizon become items of type `horizon`. Disclaimers, references and promotion are not read.
 */
export function findEvents({ layout }: StructureInput, passages: readonly Passage[]): Found[] {
  return passages.flatMap(({ block, topic, role }) => {
    if (role === 'disclaimer' || role === 'references' || role === 'promotion') return [];
    if (isItem(block) || (block.kind === 'paragraph' && block.end - block.start < LONGEST_DATED_LINE)) {
      const span = contentOf(layout, block);
      const quote = quoteOf(layout, span);
      const dated = ITEM_DATE.exec(quote);
      const stage = isItem(block) ? leadWords(quote)?.replace(/\s*[(\uff08].*$/u, '') : undefined;
      if (stage !== undefined && !dated && matches(CUES.horizonLabel, stage))
        return topic === 'event'
          ? [found(layout, 'horizon', span, 'horizon.stage', { label: shorten(quote, 60) })]
          : [];
      if (dated || (topic === 'event' && isItem(block))) {
        return [
          found(layout, 'event', span, 'event.list', {
            label: shorten(quote),
            fields: { date: dated?.[1] ?? firstDate(quote) },
          }),
        ];
      }
    }
    if (block.kind !== 'paragraph' && block.kind !== 'list-item') return [];
    return eventSentences(layout, block);
  });
}

/** Sentences that open with a date and say what happened; an agreement told next belongs to the same news. */
function eventSentences(layout: StructureInput['layout'], block: Block): Found[] {
  const items: Found[] = [];
  for (const sentence of sentencesOf(layout, block)) {
    const quote = quoteOf(layout, sentence);
    if (quote.endsWith('?') || !matches(CUES.eventVerbs, quote)) continue;
    const date = OPENING.exec(quote)?.[0] ?? (quote.length < 260 ? ANYWHERE.exec(quote)?.[0] : undefined);
    const follows = items.length > 0 && matches(CUES.agreementVerbs, quote);
    if (date === undefined && !follows) continue;
    const span = eventSpan(layout.text, sentence);
    items.push(
      found(layout, 'event', span, date === undefined ? 'event.agreement' : 'event.dated', {
        label: shorten(quote),
        fields: { date: date === undefined ? null : firstDate(date) },
      }),
    );
  }
  return items;
}

/** What happened ends where the sentence turns to something else. */
function eventSpan(text: string, sentence: Span): Span {
  const stop = text.slice(sentence.start, sentence.end).search(/[;\uff1b]\s/);
  return stop > 30 ? { start: sentence.start, end: sentence.start + stop } : sentence;
}

function firstDate(quote: string): string | null {
  const found = new RegExp(
    `${DATE}|(?:early|mid|late)(?: in)?[ -]\\d{4}|(?:${MONTHS})\\s+\\d{4}|(?:${MONTHS})`,
    'iu',
  ).exec(quote);
  return found?.[0] ?? null;
}

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly span: Span;
}

/** Only a document that speaks of a loop has one. It closes over a party that both gives and gets. */
export function findLoop({ layout, figures }: StructureInput, passages: readonly Passage[]): Found[] {
  if (!passages.some(({ block }) => matches(CUES.loop, layout.text.slice(block.start, block.end)))) return [];
  const flows = passages.flatMap(({ block, role }) =>
    isProse(block) && role !== 'disclaimer'
      ? sentencesOf(layout, block).flatMap((sentence) => flowsIn(layout, figures, sentence))
      : [],
  );
  const payees = new Set(flows.map(({ to }) => to));
  const both = new Set(flows.map(({ from }) => from).filter((party) => payees.has(party)));
  const kept = merged(flows.filter(({ from, to }) => both.has(from) || both.has(to)));
  const named = new Map<string, Flow>();
  for (const flow of kept) for (const party of [flow.from, flow.to]) if (!named.has(party)) named.set(party, flow);
  return [
    ...kept.map(({ from, to, what, span }) =>
      found(layout, 'flow', span, 'flow.wording', { label: `${from} → ${to}`, fields: { from, to, what } }),
    ),
    ...[...named].flatMap(([party, flow]) => partyItem(layout, flow, party)),
  ];
}

/** One flow a pair of parties, on the words that name it first, with every amount that is told of it. */
function merged(flows: readonly Flow[]): Flow[] {
  const byPair = new Map<string, Flow>();
  for (const flow of flows) {
    const pair = `${flow.from} → ${flow.to}`;
    const known = byPair.get(pair);
    const told = known?.what.split('; ') ?? [];
    byPair.set(
      pair,
      known && told.includes(flow.what) ? known : { ...(known ?? flow), what: [...told, flow.what].join('; ') },
    );
  }
  return [...byPair.values()];
}

function partyItem(layout: StructureInput['layout'], { span }: Flow, party: string): Found[] {
  const at = layout.text.slice(span.start, span.end + party.length - 1).indexOf(party);
  if (at < 0) return [];
  const start = span.start + at;
  return [found(layout, 'party', { start, end: start + party.length }, 'party.flow', { label: party })];
}

const NAME = /\p{Lu}(?:[\p{L}\p{N}&+-]|\.(?=\p{L}))*(?:\s\p{Lu}(?:[\p{L}\p{N}&+-]|\.(?=\p{L}))*){0,2}/u;

/** "X committed up to $25B … into Y": a payer, an amount and a payee in one clause. */
function flowsIn(layout: StructureInput['layout'], figures: StructureInput['figures'], sentence: Span): Flow[] {
  const quote = quoteOf(layout, sentence);
  let start = sentence.start;
  return quote.split(/(?<=[;→])/u).flatMap((clause) => {
    const span = { start, end: start + clause.length };
    start = span.end;
    const inside = figuresIn(figures, span);
    const amount = inside.find(({ unit }) => unit === 'money' || unit === 'power_gw');
    return amount ? flowOf(masked(clause, span.start, inside), amount.quote, trimmed(layout.text, span)) : [];
  });
}

function flowOf(clause: string, amount: string, span: Span): Flow[] {
  for (const { verb, to, what } of FLOW_VERBS) {
    const said = verb.exec(clause);
    const payer = said ? lastName(clause.slice(0, said.index)) : null;
    if (!said || payer === null) continue;
    const rest = clause.slice(said.index + said[0].length);
    const links = [...rest.matchAll(new RegExp(to, `${to.flags}g`))];
    const payees = links.map((link) => payeeAt(rest.slice(link.index + link[0].length)));
    const payee = payees.find((name) => name !== null && name !== payer);
    const own = rest.split(/,\s*(?:which|who|while|and in turn)\b/iu)[0] ?? rest;
    if (payee) return [{ from: payer, to: payee, what: `${amount} ${BUYING.test(own) ? 'purchases' : what}`, span }];
  }
  return [];
}

const BUYING = /\b(?:spend|spending|purchases?|procure\w*|buy|orders?|compute|capacity)\b/i;

/** A name right behind the preposition, an article or possessive before it at most. */
function payeeAt(words: string): string | null {
  const found = new RegExp(`^\\s+(?:the |its |an? )?(${NAME.source})`, 'u').exec(words)?.[1];
  return found !== undefined && found.length >= 2 && !new RegExp(`^(?:${MONTHS})$`, 'iu').test(found) ? found : null;
}

/** The clause with its figures blanked out, so that no unit reads as a name. */
function masked(clause: string, offset: number, figures: StructureInput['figures']): string {
  let rest = clause;
  for (const { start, end } of figures)
    rest = `${rest.slice(0, start - offset)}${' '.repeat(end - start)}${rest.slice(end - offset)}`;
  return rest;
}

const NO_NAME = new RegExp(`^(?:On|In|By|The|Q[1-4]|If|Separately|And|But|${MONTH_NAMES.join('|')})$`);

function lastName(words: string): string | null {
  const names = [...words.matchAll(new RegExp(NAME.source, 'gu'))]
    .map((match) => match[0])
    .filter((name) => !NO_NAME.test(name));
  return names.at(-1)?.replace(/^(?:On|In|By|The|Separately|And|But)\s/, '') ?? null;
}

function trimmed(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /[\s,;→]/.test(text.charAt(start))) start += 1;
  while (end > start && /[\s,;→]/.test(text.charAt(end - 1))) end -= 1;
  return { start, end };
}
