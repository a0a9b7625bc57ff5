/** Where the command line writes: results to standard output, whole and in order; everything else to standard error. */
import { once } from 'node:events';

/** Writes to standard output and waits while the reader is behind. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

export const printLine = (text: string): Promise<void> => print(`${text}\n`);

export const printJson = (value: unknown): Promise<void> => printLine(JSON.stringify(value, null, 1));

/** Says something to the person, never to the program that reads standard output. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}
