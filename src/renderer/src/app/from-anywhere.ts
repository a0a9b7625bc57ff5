/**
 * Commands of a view that make sense wherever the person is: the palette lists them also while another view is shown,
 * and goes there first. Their words stand here, so that the view and the palette say the same.
 */
import { dispatch, enabled, registry, type Command } from './commands';
import { openView, type ViewId } from './state/navigation';

interface Offered {
  readonly view: ViewId;
  /** Heading on the help sheet and in the palette. */
  readonly group: string;
  readonly label: string;
}

const OFFERED = {
  'figures.new': { view: 'figures', group: 'Figures', label: 'New figure…' },
  'sources.add': { view: 'sources', group: 'Sources', label: 'New source' },
  'audit.rules': { view: 'audit', group: 'Audit', label: 'Rules of the audit…' },
  'audit.pack': { view: 'audit', group: 'Audit', label: 'Export the audit pack as PDF…' },
  'audit.workbook': { view: 'audit', group: 'Audit', label: 'Export the audit pack as Excel workbook…' },
  'audit.run': { view: 'audit', group: 'Audit', label: 'Run every rule again' },
  'report.new': { view: 'report', group: 'Report', label: 'New report' },
  'report.fromFigures': { view: 'report', group: 'Report', label: 'New report from the figures' },
} as const satisfies Readonly<Record<string, Offered>>;
type OfferedId = keyof typeof OFFERED;

/** Id, heading and words of such a command, for the view that carries it out. */
export const offered = (id: OfferedId): Pick<Command, 'id' | 'group' | 'label'> => {
  const { group, label } = OFFERED[id];
  return { id, group, label };
};

/** How long a view may take to be shown, in milliseconds; after it nothing is run. */
const SHOWN_WITHIN = 10_000;

/** They have the ids of the views' own commands, which are registered later and so come first while their view is shown. */
export const FROM_ANYWHERE: readonly Command[] = Object.entries(OFFERED).map(([id, { view, group, label }]) => {
  const command: Command = {
    id,
    group,
    label,
    run: async () => {
      openView(view);
      if (await isTaken(id, command)) dispatch(id);
    },
  };
  return command;
});

/** True once the view has registered a command of its own for the id; false where it does not in time. */
function isTaken(id: string, own: Command): Promise<boolean> {
  const taken = () => registry.get().some((one) => one.id === id && one !== own && enabled(one));
  if (taken()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (answer: boolean) => {
      stop();
      clearTimeout(timer);
      resolve(answer);
    };
    const stop = registry.subscribe(() => taken() && end(true));
    const timer = setTimeout(() => end(false), SHOWN_WITHIN);
  });
}
