/** How the Library lists versions, and what it says of a person's work on an older one. */
import { describe, expect, it } from 'vitest';
import type { SourcesPlan } from '../../../src/contract/records';
import { chooses, choicesOnWire, withChoice } from '../../../src/renderer/src/views/library/plan/source-choices';
import { groupVersions } from '../../../src/renderer/src/views/library/version-order';
import { chosenOffer, countsText } from '../../../src/renderer/src/views/library/plan/VersionChoice';

describe('versions in the Library', () => {
  it.each([
    [
      ['a', 'b>d', 'c', 'd'],
      ['a', 'c', 'd', 'b'],
    ],
    [
      ['a>b', 'b>c', 'c', 'x'],
      ['c', 'b', 'a', 'x'],
    ],
    [
      ['a>gone', 'b'],
      ['a', 'b'],
    ],
  ])('%j are listed as %j', (documents, expected) => {
    const list = documents.map((text) => {
      const [id = '', by] = text.split('>');
      return { id, supersededBy: by ?? null };
    });
    expect(groupVersions(list).map(({ id }) => id)).toEqual(expected);
  });

  it.each([
    [[0, 0, 0, 0], 'nothing'],
    [[3, 0, 0, 0], '3 carry over.'],
    [[3, 1, 0, 2], '4 carry over (1 moved); 0 ambiguous and 2 lost stay'],
  ])('%j is said as %s', ([exact = 0, moved = 0, ambiguous = 0, lost = 0], words) => {
    expect(countsText({ counts: { exact, moved, ambiguous, lost } })).toContain(words);
  });

  it('takes what is proposed until the person chooses', () => {
    const offer = (document: string, proposed: boolean) => ({
      document,
      title: document,
      version: 1,
      similarity: 1,
      proposed,
      counts: { exact: 0, moved: 0, ambiguous: 0, lost: 0 },
      carried: [],
    });
    const plan = { versions: [offer('a', true), offer('b', false)] };
    expect([undefined, null, 'b'].map((choice) => chosenOffer(plan, choice)?.document)).toEqual(['a', undefined, 'b']);
  });
});

describe('fields of a bibliography', () => {
  const item: SourcesPlan['items'][number] = {
    what: 'changed',
    lines: [1],
    formatted: 'A',
    source: 's',
    fields: [
      { field: 'author', old: 'A', new: 'B', take: false },
      { field: 'publisher', old: null, new: 'P', take: true },
    ],
  };

  it('are as proposed, then as chosen, the others of the item staying as they were', () => {
    const [author, publisher] = item.fields;
    const chosen = withChoice(new Map(), item, 4, 'author', true);
    expect([author, publisher].map((field) => field && chooses(new Map(), 4, field))).toEqual([false, true]);
    expect([author, publisher].map((field) => field && chooses(chosen, 4, field))).toEqual([true, true]);
    expect(choicesOnWire(withChoice(chosen, item, 4, 'publisher', false))).toEqual([{ item: 4, take: ['author'] }]);
  });
});
