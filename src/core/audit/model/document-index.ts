/** What the rules ask of a document again and again, looked up instead of searched: made once a document and audit. */
import type { AuditDocument, AuditFigure } from './model';

export class DocumentIndex {
  readonly #bySentence = new Map<number, AuditFigure[]>();
  readonly #byFact = new Map<string, AuditFigure[]>();
  readonly #byRow = new Map<string, AuditFigure[]>();
  readonly #byTable = new Map<number, AuditFigure[]>();
  /** Made when first asked for: a score of relations walk them. */
  #sentences: readonly (readonly AuditFigure[])[] | null = null;
  #rows: readonly (readonly AuditFigure[])[] | null = null;

  constructor(readonly document: AuditDocument) {
    for (const figure of document.figures) {
      push(this.#bySentence, figure.sentence, figure);
      if (figure.metric) push(this.#byFact, factKey(figure.metric, figure.entity, figure.period), figure);
      if (!figure.cell) continue;
      push(this.#byRow, `${figure.cell.table}/${figure.cell.row}`, figure);
      push(this.#byTable, figure.cell.table, figure);
    }
    for (const figures of this.#bySentence.values()) figures.sort((a, b) => a.start - b.start);
  }

  /** Figures of each sentence outside tables, in reading order. */
  sentences(): readonly (readonly AuditFigure[])[] {
    this.#sentences ??= [...this.#bySentence.values()]
      .map((figures) => figures.filter((figure) => figure.cell === null))
      .filter((figures) => figures.length > 0);
    return this.#sentences;
  }

  /** Figures of one sentence, in reading order. */
  inSentence(sentence: number): readonly AuditFigure[] {
    return this.#bySentence.get(sentence) ?? [];
  }

  /** The figures of its sentence that end before it and start behind it, nearest. */
  beside(figure: AuditFigure): { readonly previous: AuditFigure | undefined; readonly next: AuditFigure | undefined } {
    const all = this.inSentence(figure.sentence);
    let [low, high] = [0, all.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.start ?? 0) < figure.end) low = middle + 1;
      else high = middle;
    }
    let at = low - 1;
    while (at >= 0 && (all[at]?.end ?? 0) > figure.start) at -= 1;
    return { previous: all[at], next: all[low] };
  }

  /** Figures of each table row, in column order. */
  rows(): readonly (readonly AuditFigure[])[] {
    this.#rows ??= [...this.#byRow.values()].map((figures) =>
      figures.toSorted((a, b) => (a.cell?.column ?? 0) - (b.cell?.column ?? 0) || a.start - b.start),
    );
    return this.#rows;
  }

  /** Figures of one table, in reading order. */
  inTable(table: number): readonly AuditFigure[] {
    return this.#byTable.get(table) ?? [];
  }

  /** Figures of one metric, entity and period. */
  fact(metric: string, entity: string | null, period: string | null): readonly AuditFigure[] {
    return this.#byFact.get(factKey(metric, entity, period)) ?? [];
  }

  facts(): readonly (readonly AuditFigure[])[] {
    return [...this.#byFact.values()];
  }

  /** The text between two figures of one sentence, lower case. */
  between(a: AuditFigure, b: AuditFigure): string {
    return this.document.layout.text.slice(a.end, b.start).toLowerCase();
  }

  /** Up to `length` characters before a figure, within its sentence, lower case. */
  before(figure: AuditFigure, length = 120): string {
    const from = Math.max(this.document.layout.sentences[figure.sentence]?.start ?? 0, figure.start - length);
    return this.document.layout.text.slice(from, figure.start).toLowerCase();
  }

  after(figure: AuditFigure, length = 80): string {
    const sentence = this.document.layout.sentences[figure.sentence];
    return this.document.layout.text
      .slice(figure.end, Math.min(sentence?.end ?? figure.end + length, figure.end + length))
      .toLowerCase();
  }

  /** The text of up to `sentences` sentences before the figure's own, and of its own up to it, lower case. */
  contextBefore(figure: AuditFigure, sentences: number): string {
    const all = this.document.layout.sentences;
    const from = all[Math.max(0, figure.sentence - sentences)];
    return this.document.layout.text.slice(from?.start ?? figure.start, figure.start).toLowerCase();
  }

  sentenceText(figure: AuditFigure): string {
    const sentence = this.document.layout.sentences[figure.sentence];
    return sentence ? this.document.layout.text.slice(sentence.start, sentence.end) : figure.quote;
  }
}

const factKey = (metric: string, entity: string | null, period: string | null): string =>
  `${metric}|${entity ?? ''}|${period ?? ''}`;

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
