/** `--batch`: the engine over JSON lines, one value in, one out, in the same order, as fast as the reader reads. */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { TieoutError } from '../../../contract/errors';
import { readArguments } from '../arguments';
import { answerAudit, answerClassify, answerFigures } from '../batch-answers';
import { printLine } from '../output';
import { UsageError } from '../usage';

const line = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

const ANSWERS = { figures: answerFigures, audit: answerAudit, classify: answerClassify } as const;
type Batch = keyof typeof ANSWERS;

const isBatch = (name: string): name is Batch => Object.hasOwn(ANSWERS, name);

export async function batchCommand(name: string, argv: readonly string[]): Promise<number> {
  const args = readArguments(argv, { batch: 'boolean' });
  if (!args.flag('batch')) throw new UsageError(`${name} reads JSON lines from standard input: add --batch`);
  if (args.positionals.length > 0) throw new UsageError(`${name} --batch takes no file: write to its standard input`);
  if (!isBatch(name)) throw new UsageError(`${name} is not available in this version`);
  const answer = ANSWERS[name];
  let number = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (text.trim() === '') continue;
    const asked = readLine(text, number);
    await printLine(JSON.stringify({ id: asked.id, ...answer(asked.text) }));
  }
  return 0;
}

function readLine(text: string, number: number): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    throw new TieoutError(
      'E_INPUT',
      `line ${number} of the input is not {"id": …, "text": …}: correct it and run again`,
    );
  }
}
