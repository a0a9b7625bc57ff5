/**
 * The facts of a document by what they are of: a scope (the subject, a scenario, a row or column of another company)
 * and a part in the valuation identities. Mentions are kept and values compared; no finding is made here.
 */
import { remembered } from '../../base/remembered';
import type { DocumentIndex } from '../model/document-index';
import type { AuditFigure } from '../model/model';
import { type Ends, endsOf } from '../arithmetic/ends';
import { bare, type Labels, labelsOf, plain } from './labels';
import { isRoleWord, type Part, partOf } from './roles';

export type Timing = 'forward' | 'trailing' | 'open';

export interface Fact {
  readonly figure: AuditFigure;
  readonly ends: Ends;
  readonly labels: Labels;
  readonly part: Part;
  /** `subject`, or whose it is instead. */
  readonly scope: string;
  readonly timing: Timing;
  readonly year: number | null;
  readonly isQuarter: boolean;
}

const SCENARIO =
  /\b(?:bull|bear|base|upside|downside|optimistic|pessimistic|stress|conservative|blue[- ]sky|worst|best)\b[^/]{0,12}\b(?:case|scenario|target)?|\bscenario\b|情景|乐观|悲观|中性|牛市|熊市/;
const PERIOD_HEAD = /^(?:fy|cy)?\s?(?:19|20)?\d\d\s?[ae]?$|^(?:q[1-4]|h[12]|[1-4]q|ttm|ltm|ntm)\b|^\d{4}\s?全?年/;
const GENERIC =
  /^(?:value|current|amount|latest|today|now|actual|figure|data|level|metric|spot|reading|number|数值|數值|数据|數據|当前|當前|最新|金额|金額|company|estimate|rating|reported|(?:current|actual|latest) ?\(?(?:19|20)\d\d\)?|new \(.*\)|\$|.*\$m|.*\$b)?$/;
const QUARTER = /\bq[1-4]\b|\b[1-4]q\d\d|quarter|\bh[12]\b|季度|半年/;
const PART_OF_YEAR = /^\d{4}[QH]\d$|^\d+M-/;
const FORWARD = /\b(?:forward|fwd|ntm|next)\b|\d\de\b|\bguid|\bestimate|\bconsensus|预计|前瞻|指引|预期|預期|預估/;
const TRAILING = /\b(?:trailing|ttm|ltm)\b|\d\da\b/;
const YEAR = /(?:^|[^\d])(?:fy|cy)?((?:19|20)\d\d)(?![\d,])|\bfy\s?'?(\d\d)\b/;

const yearIn = (text: string): number | null => {
  const match = YEAR.exec(text);
  if (!match) return null;
  return match[1] ? Number(match[1]) : 2000 + Number(match[2]);
};

/** "INSW" of "International Seaways": a ticker of the title whose letters run through the name. */
function isShortFor(label: string, name: string, title: string): boolean {
  if (!/^[a-z]{2,5}$/.test(label) || label[0] !== name[0] || !` ${title} `.includes(` ${label} `)) return false;
  let at = 0;
  for (const letter of name) if (letter === label[at]) at += 1;
  return at === label.length;
}

const SHORTEST_NAME = 4;

export class Scopes {
  readonly #names: readonly string[];
  readonly #title: string;
  /** The words that the title gives before the subject's ticker: "Acorn Mills" of "Acorn Mills (ACM)". */
  readonly #fullName: string;

  constructor(readonly index: DocumentIndex) {
    const { entity, layout } = index.document;
    const title = plain(layout.title ?? '');
    this.#title = title.replace(/[^\p{L}\d]+/gu, ' ').trim();
    this.#fullName = plain(/^([^()（）:：|–—]{3,40}?)\s*[(（]/.exec(layout.title ?? '')?.[1] ?? '');
    this.#names = [plain(entity ?? ''), ...(title.match(/\(([a-z]{1,6})\)/)?.slice(1) ?? [])].filter(
      (name) => name.length > 1,
    );
  }

  isSubject(label: string): boolean {
    const name = plain(label);
    const first = this.#names[0] ?? '';
    return (
      isShortFor(name, this.#names[0] ?? '', this.#title) ||
      this.#names.some((one) => name === one || ` ${name} `.includes(` ${one} `)) ||
      (first !== '' && name !== '' && first.startsWith(name)) ||
      (name.length >= SHORTEST_NAME && `${this.#fullName} `.startsWith(`${name} `))
    );
  }

  /** A row or column of another company or thing than the subject: no period, no "current", no "value". */
  isForeign(label: string): boolean {
    return this.#foreign(label);
  }

  readonly #foreign = remembered((label) => this.#isForeign(label));

  #isForeign(label: string): boolean {
    return !GENERIC.test(bare(label)) && !GENERIC.test(label) && !PERIOD_HEAD.test(label) && !this.isSubject(label);
  }

  of(figure: AuditFigure, labels: Labels, part: Part): string {
    const other = part.by === 'row' ? labels.head : part.by === 'head' ? labels.row : '';
    if (figure.cell && this.isForeign(other)) return `other:${other}`;
    if (SCENARIO.test(labels.title)) return `scenario:${figure.section}`;
    if (!figure.cell && SCENARIO.test(labels.lead)) return `scenario:block:${figure.block}`;
    if (this.#isOthers(figure, labels)) return `entity:${figure.entity}`;
    return 'subject';
  }

  /** Another's name stands right before the figure: only then is it read as another's. */
  #isOthers(figure: AuditFigure, { lead, tail }: Labels): boolean {
    const { entity } = figure;
    const name = plain(entity ?? '');
    if (figure.cell || entity === null || name.length < 3 || this.isSubject(entity) || isRoleWord(name)) return false;
    return /^\p{Lu}/u.test(entity) && `${lead} ${tail}`.includes(name) && !lead.includes(`${name}:`);
  }
}

/** The year its own words or head give; one taken over from farther off does not count. */
function yearOf(index: DocumentIndex, figure: AuditFigure, words: string): number | null {
  const own = yearIn(words);
  const cue = figure.periodCue;
  const sentence = index.document.layout.sentences[figure.sentence];
  if (own !== null || figure.cell || !cue || !sentence) return own;
  const isOwn = cue.start >= sentence.start && cue.end <= sentence.end && Math.abs(cue.start - figure.start) < NEAR;
  return isOwn ? yearIn(figure.period ?? '') : null;
}
const NEAR = 60;

/** An amount may be a quarter's by its title alone; a ratio is rarely. */
const RATIOS = new Set<AuditFigure['unit']>(['percent', 'multiple']);
/** A quarter that stands in the figure's own sentence or table; one taken over from a title says little. */
function isOwnPeriod(index: DocumentIndex, { cell, periodCue, sentence }: AuditFigure): boolean {
  const own = index.document.layout.sentences[sentence];
  return cell !== null || !periodCue || !own || (periodCue.start >= own.start && periodCue.end <= own.end);
}

/** A column of prices may be levels to buy at; what a share costs now is labelled so. */
const NO_SHARE_PRICE =
  /\b(?:was|were|had|wholesale|strike|offer|ipo|purchase|entry|average|avg|target|commodity|power|oil|gold|spot)\b/;
const isStrayPrice = (part: Part, labels: Labels, ends: Ends, figure: AuditFigure): boolean =>
  part.role === 'price' &&
  (NO_SHARE_PRICE.test(labels.lead) ||
    (figure.per !== null && figure.per !== 'share') ||
    ends.low.point !== ends.high.point ||
    (part.by === 'head' && !/current|last|spot|today|stock|share|现/.test(labels.head)));

function factOf(index: DocumentIndex, scopes: Scopes, figure: AuditFigure): Fact | null {
  const ends = endsOf(figure);
  const labels = ends && labelsOf(index, figure);
  const part = labels && partOf(figure, labels);
  if (!ends || !labels || !part || isStrayPrice(part, labels, ends, figure)) return null;
  const words = `${labels.lead} ${labels.tail.slice(0, 24)} ${labels.row} ${labels.head}`;
  const timing = FORWARD.test(words) ? 'forward' : TRAILING.test(words) ? 'trailing' : 'open';
  return {
    figure,
    ends,
    labels,
    part,
    scope: scopes.of(figure, labels, part),
    timing,
    year: yearOf(index, figure, words),
    isQuarter:
      QUARTER.test(words) ||
      (PART_OF_YEAR.test(figure.period ?? '') && (!RATIOS.has(figure.unit) || isOwnPeriod(index, figure))),
  };
}

export class FactIndex {
  readonly #facts = new Map<string, Fact[]>();

  constructor(readonly index: DocumentIndex) {
    const scopes = new Scopes(index);
    for (const figure of index.document.figures) {
      const fact = factOf(index, scopes, figure);
      if (!fact) continue;
      const known = this.#facts.get(fact.part.role);
      if (known) known.push(fact);
      else this.#facts.set(fact.part.role, [fact]);
    }
  }

  facts(role: string): readonly Fact[] {
    return this.#facts.get(role) ?? [];
  }

  /** Facts of a role in a scope. */
  in(role: string, scope: string): readonly Fact[] {
    return this.facts(role).filter((fact) => fact.scope === scope);
  }
}
