/** A notice of what an import changed in the watch list, with a link to it. */
import type { WatchChange } from '../../../../../contract/watch';
import { open } from '../../../app/state/navigation';
import { showToast } from '../../../app/state/toasts';

const PLACE = { inside: 'inside its band', below: 'below its band', above: 'above its band' } as const;

/** "AWS growth 24%: below its band, was inside"; without states only the values. */
export function watchWords({ label, before, after }: WatchChange): string {
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
  const turned = changes.filter(({ before, after }) => before?.state !== after.state);
  const rest = changes.filter((change) => !turned.includes(change));
  const all = [...turned, ...rest];
  const more = all.length > SAID ? ` and ${all.length - SAID} more` : '';
  return `Watch list: ${all.slice(0, SAID).map(watchWords).join('; ')}${more}.`;
}
const SAID = 4;

export function tellWatch(changes: readonly WatchChange[]): void {
  const text = noticeOf(changes);
  const [first] = changes;
  if (text === null || !first) return;
  showToast({
    kind: 'notice',
    text,
    action: { label: 'Open the watch list', run: () => open({ view: 'thesis', item: first.item }) },
  });
}
