/** Lists of what a parser set aside, each stretch of words once. */
import type { SetAside } from '../../core/document/model';

/** Most stretches listed: a person who needs more looks at the file itself. */
const MOST = 2000;
const LONGEST = 500;

export function setAsideOf(why: SetAside['why'], texts: readonly string[]): readonly SetAside[] {
  const times = new Map<string, number>();
  for (const text of texts) {
    const words = text.replaceAll(/\s+/g, ' ').trim();
    if (words === '') continue;
    for (const part of partsOf(words)) times.set(part, (times.get(part) ?? 0) + 1);
  }
  return [...times].slice(0, MOST).map(([text, count]) => ({ why, text, times: count }));
}

/** Long stretches in parts that end at a space: nothing of them goes unsaid. */
function partsOf(words: string): string[] {
  const parts: string[] = [];
  let rest = words;
  while (rest.length > LONGEST) {
    const space = rest.lastIndexOf(' ', LONGEST);
    const end = space > 0 ? space : LONGEST;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return [...parts, rest];
}
