/** The sum at the end of a row of tokens: a small grammar of signs, brackets and the words that stand with numbers. */
import { combine, type Ends, mapEnds, pairwise } from '../../arithmetic/ends';
import type { NumberToken, Operator, Token } from './tokens';

export interface Sum {
  readonly value: Ends;
  readonly numbers: readonly NumberToken[];
  readonly operators: readonly Operator[];
  readonly start: number;
  readonly end: number;
  /** It begins where its clause does: no number stands right before it that might belong to it. */
  readonly isWhole: boolean;
  /** A number stands alone in brackets: a negative one, or a remark. */
  readonly isOpenToReading: boolean;
}

const MOST_TOKENS = 60;
const MOST_WORDS = 5;

type Symbol =
  | NumberToken
  | Extract<Token, { kind: 'operator' }>
  | { readonly kind: 'open' | 'close'; readonly start: number; readonly end: number };

type Named = Extract<Token, { kind: 'word' | 'break' | 'open' | 'close' }>;
const isSymbol = (token: Token): token is Exclude<Token, Named> | (Named & { kind: 'open' | 'close' }) =>
  token.kind !== 'word' && token.kind !== 'break';

/** Words beside a number name it; a longer run of them, or anything else, ends the sum. */
function withoutWords(tokens: readonly Token[]): readonly (Symbol | null)[] {
  const symbols: (Symbol | null)[] = [];
  let words = 0;
  for (const token of tokens) {
    if (token.kind === 'word') {
      words += 1;
      if (words > MOST_WORDS) symbols.push(null);
      continue;
    }
    words = 0;
    symbols.push(isSymbol(token) ? token : null);
  }
  return withoutRemarks(symbols);
}

/** Brackets that held only words. */
function withoutRemarks(symbols: readonly (Symbol | null)[]): readonly (Symbol | null)[] {
  const kept: (Symbol | null)[] = [];
  for (const symbol of symbols) {
    if (symbol?.kind === 'close' && kept.at(-1)?.kind === 'open') kept.pop();
    else kept.push(symbol);
  }
  return kept;
}

const OPERATIONS: Readonly<Record<Operator, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
};

/** Low goes with low in a sum of ranges; elsewhere any end with any. */
const apply = (operator: Operator, a: Ends, b: Ends): Ends | null =>
  operator === '+' ? pairwise(a, b, OPERATIONS['+']) : combine(a, b, OPERATIONS[operator]);

class Parser {
  #at = 0;
  readonly numbers: NumberToken[] = [];
  readonly operators: Operator[] = [];
  isOpenToReading = false;

  constructor(readonly symbols: readonly Symbol[]) {}

  whole(): Ends | null {
    const value = this.#terms();
    return this.#at === this.symbols.length ? value : null;
  }

  #operator(among: string): Operator | null {
    const symbol = this.symbols[this.#at];
    if (symbol?.kind !== 'operator' || !among.includes(symbol.operator)) return null;
    this.#at += 1;
    this.operators.push(symbol.operator);
    return symbol.operator;
  }

  #chain(among: string, next: () => Ends | null): Ends | null {
    let value = next();
    for (let operator = value && this.#operator(among); value && operator; operator = this.#operator(among)) {
      const other = next();
      value = other && apply(operator, value, other);
    }
    return value;
  }

  readonly #terms = (): Ends | null => this.#chain('+-', this.#factors);
  readonly #factors = (): Ends | null => this.#chain('*/', this.#powers);
  readonly #powers = (): Ends | null => this.#chain('^', this.#atom);

  readonly #atom = (): Ends | null => {
    const symbol = this.symbols[this.#at];
    this.#at += 1;
    if (symbol?.kind === 'number') {
      this.numbers.push(symbol);
      return symbol.value;
    }
    if (symbol?.kind === 'operator' && symbol.operator === '-') {
      const value = this.#atom();
      return value && mapEnds(value, (one) => -one);
    }
    if (symbol?.kind !== 'open') return null;
    const from = this.#at;
    const value = this.#terms();
    if (this.symbols[this.#at]?.kind !== 'close') return null;
    if (this.#at === from + 1) this.isOpenToReading = true;
    this.#at += 1;
    return value;
  };
}

function parse(symbols: readonly Symbol[], isWhole: boolean): Sum | null {
  const [first, last] = [symbols[0], symbols.at(-1)];
  if (!first || !last || first.kind === 'close' || (first.kind === 'operator' && first.operator !== '-')) return null;
  const parser = new Parser(symbols);
  const value = parser.whole();
  if (!value || parser.numbers.length < 2 || parser.operators.length === 0) return null;
  const { numbers, operators, isOpenToReading } = parser;
  return { value, numbers, operators, start: first.start, end: last.end, isWhole, isOpenToReading };
}

/** The longest sum that ends where the tokens end; null where there is none. */
export function sumAtEnd(tokens: readonly Token[]): Sum | null {
  const all = withoutWords(tokens.slice(-MOST_TOKENS));
  const after = all.lastIndexOf(null);
  const symbols = all.slice(after + 1).filter((symbol) => symbol !== null);
  for (let from = 0; from < symbols.length - 2; from += 1) {
    const before = symbols[from - 1];
    const isWhole = before === undefined || (before.kind === 'open' && from === 1);
    const sum = parse(symbols.slice(from), isWhole);
    if (sum) return sum;
  }
  return null;
}
