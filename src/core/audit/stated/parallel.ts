/**
 * Blocks that give the same labels: one company, quarter or case after another, or one block restated. In the former most
 * values differ, in the latter most agree.
 */
import type { DocumentIndex } from '../model/document-index';
import { labelsOf } from '../facts/labels';
import type { AuditFigure } from '../model/model';

export interface Line {
  readonly name: string;
  readonly figure: AuditFigure;
}

/** Label → what stands under it. */
export type Block = ReadonlyMap<string, readonly Line[]>;

const FEWEST = 3;
const LABEL = /^[^\p{L}\d]{0,6}([\p{L}][^:：]{1,48})[:：][^\p{L}\d]{0,6}(?:approximately|about|约)?[\s~≈+*$£€¥₹-]*$/u;

const valueOf = ({ low, high, unit }: AuditFigure): string => `${low}|${high}|${unit}`;

/** A figure's block: its table, else its section. */
const placeOf = ({ cell, section }: AuditFigure): string => (cell ? `t${cell.table}` : `s${section}`);

const known = new WeakMap<DocumentIndex, Parallels>();

/** Asked by every reader of what is stated, so kept as long as the index of its document. */
export function parallelsOf(index: DocumentIndex): Parallels {
  const own = known.get(index) ?? new Parallels(index);
  known.set(index, own);
  return own;
}

class Parallels {
  readonly #blocks = new Map<string, Map<string, Line[]>>();
  readonly #known = new Map<string, boolean>();

  constructor(index: DocumentIndex) {
    for (const figure of index.document.figures) {
      const { lead, row, head } = labelsOf(index, figure);
      const name = figure.cell ? row : (LABEL.exec(lead)?.[1]?.trim() ?? '');
      if (name === '' || (figure.cell && lead !== '')) continue;
      const place = placeOf(figure);
      const block = this.#blocks.get(place) ?? new Map<string, Line[]>();
      this.#blocks.set(place, block);
      const label = figure.cell ? `${row}|${head}` : name;
      block.set(label, [...(block.get(label) ?? []), { name, figure }]);
    }
  }

  tables(): readonly Block[] {
    return [...this.#blocks].flatMap(([place, block]) => (place.startsWith('t') ? [block] : []));
  }

  /** Whether the two stand in blocks that give the same labels other values throughout. */
  has(a: AuditFigure, b: AuditFigure): boolean {
    const [one = '', two = ''] = [placeOf(a), placeOf(b)].toSorted();
    const known = this.#known.get(`${one} ${two}`);
    if (known !== undefined) return known;
    const [x, y] = [this.#blocks.get(one), this.#blocks.get(two)];
    let [same, other] = [0, 0];
    for (const [label, lines] of x ?? []) {
      const theirs = y?.get(label)?.map(({ figure }) => valueOf(figure));
      if (theirs === undefined) continue;
      if (lines.some(({ figure }) => theirs.includes(valueOf(figure)))) same += 1;
      else other += 1;
    }
    const is = one !== two && other >= FEWEST && other > same;
    this.#known.set(`${one} ${two}`, is);
    return is;
  }
}
