/** What can be asked for in the Report view by key, palette, menu and its own bar: making a report and deleting one. */
import type { ReportRecord } from '../../../../contract/records';
import { EMPTY_BODY, type ReportNode } from '../../../../core/report/body';
import { TEMPLATE_IDS, type TemplateId, templateLabel } from '../../../../core/report/templates';
import { call } from '../../app/calls/client';
import { useCommands } from '../../app/commands';
import { offered } from '../../app/from-anywhere';
import { confirm } from '../../app/dialogs/dialogs';
import { open } from '../../app/state/navigation';
import { run } from '../../app/calls/run';
import { filledTemplate } from './from-template';
import { openFind } from './find/FindBar';
import { outline } from './outline';

/** Makes a report and opens it. */
export async function createReport(body: ReportNode = EMPTY_BODY, title = 'Untitled note'): Promise<void> {
  const made = await run('report.create', { title, body, language: 'en' });
  if (made) open({ view: 'report', report: made.id });
}

/** Starts from the figures of the newest document, so that the page is not blank. */
export async function createFromFigures(): Promise<void> {
  const { rows } = await call('figure.page', {
    filter: { provenance: ['disclosed'] },
    sort: [{ column: 'position', descending: false }],
    start: 0,
    end: 500,
  });
  await createReport(outline(rows));
}

export async function createFromTemplate(id: TemplateId): Promise<void> {
  const { title, body } = await filledTemplate(id);
  await createReport(body, title);
}

/** Deletes a report once the person has agreed. */
export async function removeReport(report: Pick<ReportRecord, 'id' | 'title'>): Promise<void> {
  const yes = await confirm({
    title: 'Delete this report?',
    text: `“${report.title}” is deleted. Undo brings it back.`,
    confirm: 'Delete',
    danger: true,
  });
  if (yes && (await run('report.remove', { id: report.id }))) open({ view: 'report' });
}

export function useReportCommands(): void {
  useCommands([
    { ...offered('report.new'), run: () => createReport() },
    { ...offered('report.fromFigures'), run: createFromFigures },
    ...TEMPLATE_IDS.map((id) => ({
      id: `report.template.${id}`,
      label: `New report from a template: ${templateLabel(id)}`,
      group: 'Report',
      run: () => createFromTemplate(id),
    })),
    {
      id: 'edit.find',
      label: 'Find and replace',
      group: 'Report',
      keys: ['Ctrl+F', 'Ctrl+H'],
      whileTyping: true,
      run: openFind,
    },
  ]);
}
