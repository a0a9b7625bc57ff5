/** The reason why a text was refused, shown under the focused cell while it has the focus. */
import { element } from '../../dom';

const WIDEST = 280;

export class ProblemBubble {
  readonly #host: HTMLElement;
  readonly #bubble = element('div', 'grid-problem', [], { role: 'alert', hidden: '' });

  constructor(host: HTMLElement) {
    this.#host = host;
    host.append(this.#bubble);
  }

  /** Puts the bubble under the cell, or takes it away where there is no problem or the cell is not on screen. */
  show(problem: string | null, row: number, column: string): void {
    const cell =
      problem === null ? null : this.#host.querySelector<HTMLElement>(`[row-index="${row}"] [col-id="${column}"]`);
    this.#bubble.hidden = cell === null;
    if (!cell || problem === null) return;
    const outer = this.#host.getBoundingClientRect();
    const box = cell.getBoundingClientRect();
    this.#bubble.textContent = problem;
    this.#bubble.style.left = `${Math.max(0, Math.min(box.left - outer.left, outer.width - WIDEST))}px`;
    this.#bubble.style.top = `${box.bottom - outer.top + 2}px`;
  }

  hide(): void {
    this.#bubble.hidden = true;
  }

  remove(): void {
    this.#bubble.remove();
  }
}
