/**
 * Where a claim's operands are sought, nearest first: its row, its column, its sentence and the one before, its list or
 * paragraph, its section, and the figures of the metrics that define its own wherever they stand.
 */
import data from '../../../../../resources/audit/definitions.json';
import { groupBy } from '../../../base/group';
import type { DocumentIndex } from '../../model/document-index';
import type { AuditFigure } from '../../model/model';
import { type Item, itemOf } from './ways';

const DEFINITIONS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(data.metrics));
const GROWTH = /_(?:growth|change)$/;

export interface CandidatePool {
  readonly items: readonly Item[];
  readonly isNear: boolean;
  /** How many ties of unrelated figures may be expected at most. */
  readonly most: number;
}

const NEAR_MOST = 0.16;
const FAR_MOST = 0.05;
const WINDOW = 9;
const FAR_WINDOW = 26;
const MOST_NEAR = 22;
const MOST_DEFINING = 36;

export class CandidatePools {
  readonly #items: readonly Item[];
  readonly #at = new Map<string, number>();
  readonly #rows: ReadonlyMap<string, readonly Item[]>;
  readonly #columns: ReadonlyMap<string, readonly Item[]>;
  readonly #metrics: ReadonlyMap<string, readonly Item[]>;

  constructor(readonly index: DocumentIndex) {
    const currency = commonest(index.document.figures);
    this.#items = index.document.figures.flatMap((figure) => itemOf(figure, currency) ?? []);
    this.#items.forEach(({ figure }, i) => this.#at.set(figure.id, i));
    const cells = this.#items.filter(({ figure }) => figure.cell !== null);
    this.#rows = groupBy(cells, ({ figure: { cell } }) => `${cell?.table}/${cell?.row}`);
    this.#columns = groupBy(cells, ({ figure: { cell } }) => `${cell?.table}/${cell?.column}`);
    this.#metrics = groupBy(
      this.#items.filter(({ figure }) => figure.kind !== 'growth' && figure.kind !== 'delta'),
      ({ figure }) => figure.metric ?? '',
    );
  }

  items(): readonly Item[] {
    return this.#items;
  }

  *of(claim: Item): Generator<CandidatePool> {
    const { figure } = claim;
    if (figure.cell) {
      const { table, row, column } = figure.cell;
      yield near(this.#rows.get(`${table}/${row}`), claim);
      yield near(this.#columns.get(`${table}/${column}`), claim);
    } else {
      yield near(
        this.#window(claim, WINDOW).filter(({ figure: other }) => other.sentence === figure.sentence),
        claim,
      );
    }
    yield near(
      this.#window(claim, WINDOW).filter(({ figure: other }) => other.section === figure.section),
      claim,
    );
    yield { items: this.#defining(claim), isNear: false, most: NEAR_MOST };
    yield {
      items: this.#window(claim, FAR_WINDOW).filter(({ figure: other }) => other.section === figure.section),
      isNear: false,
      most: FAR_MOST,
    };
  }

  #window(claim: Item, size: number): readonly Item[] {
    const at = this.#at.get(claim.figure.id) ?? 0;
    return this.#items.slice(Math.max(0, at - size), at + size + 1);
  }

  /** Figures of the metrics that the claim's metric is made of, and of the one it is the growth of. */
  #defining({ figure }: Item): readonly Item[] {
    const { metric } = figure;
    if (metric === null) return [];
    const base = metric.replace(GROWTH, '');
    const names = DEFINITIONS.get(metric) ?? (GROWTH.test(metric) ? [base] : []);
    const found = names.flatMap((name) => this.#metrics.get(name) ?? []);
    const own = found.filter((item) => item.figure.entity === figure.entity || figure.entity === null);
    return (own.length > 1 ? own : found).slice(0, MOST_DEFINING);
  }
}

/** Of a long row or column the figures nearest the claim. */
function near(items: readonly Item[] | undefined, claim: Item): CandidatePool {
  const all = items ?? [];
  if (all.length <= MOST_NEAR) return { items: all, isNear: true, most: NEAR_MOST };
  const at = all.indexOf(claim);
  const from = Math.max(0, Math.min(at - MOST_NEAR / 2, all.length - MOST_NEAR));
  return { items: all.slice(from, from + MOST_NEAR), isNear: true, most: NEAR_MOST };
}

function commonest(figures: readonly AuditFigure[]): string | null {
  const counts = new Map<string, number>();
  for (const { currency } of figures) if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}
