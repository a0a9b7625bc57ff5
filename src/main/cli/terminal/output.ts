/** Where the command line writes: results to standard output, whole and in order; everything else to standard error. */
import { once } from 'node:events';
import type { AuditSummary } from '../../../contract/records';

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

/** The tie-out score with what it counts; sources alone have none. */
export function scoreLine({ score, counted, tied }: AuditSummary): string {
  if (score === null) return 'no figure here needs a source';
  return `tie-out ${score}% (${tied} of ${counted} ${counted === 1 ? 'figure that needs' : 'figures that need'} a source)`;
}
