/** A notice of what an import changed in the watch list, with a link to it. */
import type { WatchChange } from '../../../../../contract/watch';
import { open } from '../../../app/state/navigation';
import { showToast } from '../../../app/state/toasts';

const PLACE = { inside: 'inside its band', below: 'below its band', above: 'above its band' } as const;

/** "AWS growth 24%: below its band, was inside"; without states only the values. */
export function describeWatchChange({ label, before, after }: WatchChange): string {
  const was =
    before === null
      ? ''
      : before.state === after.state
        ? `, was ${before.text}`
        : `, was ${before.state ?? before.text}`;
  const now = after.state === null ? '' : `: ${PLACE[after.state]}`;
  return `${label} ${after.text}${now}${was}`;
}

/** Changed states first; a long list says how many more there are. */
export function noticeOf(changes: readonly WatchChange[]): string | null {
  if (changes.length === 0) return null;
  const stateChanges = changes.filter(({ before, after }) => before?.state !== after.state);
  const rest = changes.filter((change) => !stateChanges.includes(change));
  const all = [...stateChanges, ...rest];
  const more = all.length > MOST_NAMED ? ` and ${all.length - MOST_NAMED} more` : '';
  return `Watch list: ${all.slice(0, MOST_NAMED).map(describeWatchChange).join('; ')}${more}.`;
}
const MOST_NAMED = 4;

export function showWatchChanges(changes: readonly WatchChange[]): void {
  const text = noticeOf(changes);
  const [first] = changes;
  if (text === null || !first) return;
  showToast({
    kind: 'notice',
    text,
    action: { label: 'Open the watch list', run: () => open({ view: 'thesis', item: first.item }) },
  });
}
