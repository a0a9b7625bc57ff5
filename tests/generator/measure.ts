/** Counts over many generated documents: fields by kind, layout and style; errors planted and found; accusations. */
import type { Finding } from '../../src/core/audit/model/model';
import { generate } from './generate';
import { FIELDS, isAccusation, isRight, judgeFigures, type Judged, names, type Reading } from './judge';
import { read, type ReadDocument } from './read';
import type { GeneratedDocument, Kind, PlantKind } from './truth';

export interface Looked {
  readonly document: GeneratedDocument;
  readonly read: ReadDocument;
  readonly reading: Reading;
  readonly accusations: readonly Finding[];
}

export async function look(document: GeneratedDocument): Promise<Looked> {
  const done = await read(document);
  const reading = judgeFigures(document.figures, done.analysis.figures);
  return { document, read: done, reading, accusations: done.findings.filter(isAccusation) };
}

export interface Measured {
  readonly clean: readonly Looked[];
  readonly spoilt: readonly Looked[];
}

export interface Wish {
  readonly documents: number;
  readonly seed: number;
  readonly kind?: Kind | undefined;
  readonly onDone?: ((done: number) => void) | undefined;
}

/** For each seed the clean document, and the same one with an error planted. */
export async function measure({ documents, seed, kind, onDone }: Wish): Promise<Measured> {
  const clean: Looked[] = [];
  const spoilt: Looked[] = [];
  for (let i = 0; i < documents; i++) {
    clean.push(await look(generate({ seed: seed + i, kind })));
    const document = generate({ seed: seed + i, kind, plant: 'any' });
    if (document.planted) spoilt.push(await look(document));
    onDone?.(i + 1);
  }
  return { clean, spoilt };
}

export const isFound = ({ document: { planted }, read: { findings } }: Looked): boolean =>
  planted !== null &&
  findings.some(
    (finding) => /^(?:CALC|CON|TIM|ADJ)/.test(finding.rule) && finding.severity !== 'ok' && names(finding, planted),
  );

export const share = (right: number, all: number): number => (all === 0 ? 1 : right / all);

/** Shares of figures, 0 to 1. */
export interface FieldShares {
  readonly figures: number;
  readonly five: number;
  readonly found: number;
  readonly fields: Readonly<Record<string, number>>;
}

const FIELD_NAMES = [...FIELDS, 'direction'] as const;

export function fieldShares(judged: readonly Judged[]): FieldShares {
  const rate = (test: (one: Judged) => boolean): number => share(judged.filter(test).length, judged.length);
  const right = (field: (typeof FIELD_NAMES)[number]): number =>
    rate(({ read: r, wrong }) => r !== null && !wrong.includes(field));
  return {
    figures: judged.length,
    five: rate(isRight),
    found: rate(({ read: r }) => r !== null),
    fields: Object.fromEntries(FIELD_NAMES.map((field): [string, number] => [field, right(field)])),
  };
}

export const plantsFound = (
  spoilt: readonly Looked[],
  kind?: PlantKind,
): { readonly found: number; readonly all: number } => {
  const of = spoilt.filter(({ document }) => kind === undefined || document.planted?.kind === kind);
  return { found: of.filter(isFound).length, all: of.length };
};
