/**
 * `--batch`: the engine over JSON lines, one value in, one out, in the same order; it waits where the reader of its
 * output is slower.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { TieoutError } from '../../../contract/errors';
import { readArguments } from '../terminal/arguments';
import { answerAudit, answerClassify, answerFigures, answerVerify } from './batch-answers';
import { printLine } from '../terminal/output';
import { UsageError } from '../terminal/usage';

const id = z.union([z.string(), z.number()]);
const passageLine = z.object({ id, text: z.string() });
const claimLine = z.object({ id, claim: z.string(), evidence: z.array(z.string()) });

interface Batch {
  /** What a line must look like, for the person whose line does not. */
  readonly form: string;
  /** Reads a line's value and gives what answers it; throws where the value is not of the form. */
  readonly read: (value: unknown) => () => object;
}

const ofPassage = (answer: (text: string) => object): Batch => ({
  form: '{"id": …, "text": …}',
  read: (value) => {
    const asked = passageLine.parse(value);
    return () => ({ id: asked.id, ...answer(asked.text) });
  },
});

const ofClaim: Batch = {
  form: '{"id": …, "claim": …, "evidence": […]}',
  read: (value) => {
    const asked = claimLine.parse(value);
    return () => ({ id: asked.id, ...answerVerify(asked.claim, asked.evidence) });
  },
};

const BATCHES: ReadonlyMap<string, Batch> = new Map([
  ['figures', ofPassage(answerFigures)],
  ['audit', ofPassage(answerAudit)],
  ['classify', ofPassage(answerClassify)],
  ['verify', ofClaim],
]);

export async function batchCommand(name: string, argv: readonly string[]): Promise<number> {
  const args = readArguments(argv, { batch: 'boolean' });
  if (!args.flag('batch')) throw new UsageError(`${name} reads JSON lines from standard input: add --batch`);
  if (args.positionals.length > 0) throw new UsageError(`${name} --batch takes no file: write to its standard input`);
  const batch = BATCHES.get(name);
  if (!batch) throw new UsageError(`${name} is not available in this version`);
  let number = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const answer = readLine(batch, number === 1 ? text.replace(/^\uFEFF/, '') : text, number);
    await printLine(JSON.stringify(answer()));
  }
  return 0;
}

function readLine(batch: Batch, text: string, number: number): () => object {
  try {
    return batch.read(JSON.parse(text));
  } catch {
    throw new TieoutError('E_INPUT', `line ${number} of the input is not ${batch.form}: correct it and run again`);
  }
}
