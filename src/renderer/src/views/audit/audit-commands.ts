/** What can be done in the Audit by key, palette and menu. */
import type { ExportFormat } from '../../../../core/report/exports';
import type { FindingRecord } from '../../../../contract/records';
import { type Command, useCommands } from '../../app/commands';
import { offered } from '../../app/from-anywhere';
import { exportTo } from '../../app/transfer/exports';
import { run } from '../../app/calls/run';
import { watched } from '../../app/calls/watched';
import { undo } from '../../app/calls/undo';
import { nextFinding } from './findings';
import type { AuditState } from './use-audit';
import { setStatus, tickClaim } from './use-findings';

type AuditCommand = Omit<Command, 'group'>;

export function useAuditCommands(state: AuditState): void {
  useCommands(
    [...moveCommands(state), ...statusCommands(state), ...auditCommands(state)].map((command) => ({
      ...command,
      group: 'Audit',
    })),
  );
}

function moveCommands({ shown, grid, overview, setOverview }: AuditState): readonly AuditCommand[] {
  const move = (by: 1 | -1) => () => {
    const next = nextFinding(shown, grid.current?.focusedIndex() ?? null, by);
    if (next !== null) grid.current?.focusIndex(next, 'message');
  };
  return [
    { id: 'audit.next', label: 'Next finding', keys: ['J'], run: move(1) },
    { id: 'audit.previous', label: 'Previous finding', keys: ['K'], run: move(-1) },
    {
      id: 'audit.overview',
      label: overview ? 'Hide the overview' : 'Show the overview',
      keys: ['O'],
      run: () => setOverview(!overview),
    },
  ];
}

/** The findings that are selected, where there are several, else the one in focus. */
async function selected({ grid, current }: AuditState): Promise<readonly FindingRecord[]> {
  const picked = (await grid.current?.selectedRows()) ?? [];
  const many = picked.flatMap((row) => (row.kind === 'finding' ? [row.finding] : []));
  return many.length > 1 ? many : current ? [current] : [];
}

function statusCommands(state: AuditState): readonly AuditCommand[] {
  const { current, setAsking } = state;
  const when = () => current !== null;
  const accept = async () => setStatus(await selected(state), 'accepted', '');
  const ask = (kind: 'dismissed' | 'explained') => async () => {
    const picked = (await selected(state)).filter(({ status }) => status !== 'holds');
    const only = picked.length === 1 ? picked[0] : undefined;
    if (picked.length > 0) setAsking({ kind, findings: picked, start: only?.reason ?? '' });
  };
  return [
    { id: 'audit.accept', label: 'Accept the finding', keys: ['A'], when, run: accept },
    { id: 'audit.dismiss', label: 'Dismiss the finding with a reason…', keys: ['D'], when, run: ask('dismissed') },
    { id: 'audit.explain', label: 'Explain the finding…', keys: ['E'], when, run: ask('explained') },
    {
      id: 'audit.tick',
      label: 'Tick the claimed figure',
      keys: ['T'],
      when,
      run: () => (current ? tickClaim(current) : undefined),
    },
    { id: 'audit.undo', label: 'Undo', keys: ['U'], keyOnly: true, run: undo },
  ];
}

function auditCommands({ setRules }: AuditState): readonly AuditCommand[] {
  const pack = (format: ExportFormat) => () => exportTo({ what: { audit: true }, format });
  return [
    { ...offered('audit.rules'), keys: ['R'], run: () => setRules('all') },
    { ...offered('audit.pack'), run: pack('pdf') },
    { ...offered('audit.workbook'), run: pack('xlsx') },
    { ...offered('audit.run'), run: () => watched('audit.run', 'Running every rule', run('audit.run', {})) },
  ];
}
