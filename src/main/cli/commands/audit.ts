/** `tieout audit NB`: runs the audit again and prints score, counts and findings. */
import type { AuditSummary, FindingRecord } from '../../../contract/records';
import { Notebook } from '../../notebook/notebook';
import { onlyOne, readArguments } from '../terminal/arguments';
import { printJson, printLine, scoreLine } from '../terminal/output';
import { UsageError } from '../terminal/usage';

const LEVELS = ['info', 'warning', 'error'] as const;
type Level = (typeof LEVELS)[number];

/** Exit code of a run whose findings reach the level that was asked to fail. */
const FAILED = 3;

export async function auditCommand(argv: readonly string[]): Promise<number> {
  const args = readArguments(argv, { json: 'boolean', 'fail-on': 'string' });
  const failOn = levelOf(args.text('fail-on'));
  const notebook = Notebook.open(onlyOne(args, 'notebook'), { automaticBackups: false });
  try {
    notebook.call('audit.run', {});
    const summary = notebook.call('audit.summary', {});
    const findings = notebook.call('finding.list', { includeOk: args.flag('json') });
    if (args.flag('json')) await printJson({ ...summary, figures: summary.counted, findings });
    else await printAudit(summary, findings);
    return failOn !== null && findings.some((finding) => reaches(finding, failOn)) ? FAILED : 0;
  } finally {
    notebook.close();
  }
}

function levelOf(text: string | null): Level | null {
  if (text === null) return null;
  const level = LEVELS.find((one) => one === text);
  if (level === undefined) throw new UsageError(`--fail-on takes error, warning or info, not ${text}`);
  return level;
}

/** What was answered, and what holds, fails nothing. */
function reaches(finding: FindingRecord, level: Level): boolean {
  if (finding.status !== 'open' || finding.severity === 'ok') return false;
  return LEVELS.indexOf(finding.severity) >= LEVELS.indexOf(level);
}

async function printAudit(summary: AuditSummary, findings: readonly FindingRecord[]): Promise<void> {
  await printLine(scoreLine(summary));
  for (const finding of findings) {
    const status = finding.status === 'open' ? '' : ` [${finding.status}]`;
    await printLine(`${finding.severity.padEnd(7)} ${finding.rule}  ${finding.message}${status}`);
  }
}
