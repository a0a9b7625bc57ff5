import { describe, expect, it } from 'vitest';
import { extensionOf, TEXT_KEYS } from '../../../src/renderer/src/views/reader/text/extend-selection';
import { parseChord } from '../../../src/renderer/src/kit/shortcuts';

const pressed = (chord: string) => {
  const parts = chord.split('+');
  return {
    key: parts.at(-1) ?? '',
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    altKey: parts.includes('Alt'),
    metaKey: parts.includes('Meta'),
  };
};

describe('a key in the text', () => {
  it.each([
    ['Shift+ArrowRight', 'forward', 'character'],
    ['Shift+ArrowLeft', 'backward', 'character'],
    ['Ctrl+Shift+ArrowRight', 'forward', 'word'],
    ['Ctrl+Shift+ArrowLeft', 'backward', 'word'],
    ['Shift+ArrowDown', 'forward', 'line'],
    ['Shift+ArrowUp', 'backward', 'line'],
    ['Shift+End', 'forward', 'lineboundary'],
    ['Shift+Home', 'backward', 'lineboundary'],
  ])('%s extends the selection %s by a %s', (chord, direction, unit) => {
    expect(extensionOf(pressed(chord))).toEqual({ direction, unit });
  });

  it.each([
    'ArrowRight',
    'Ctrl+ArrowRight',
    'Alt+Shift+ArrowRight',
    'Meta+Shift+ArrowLeft',
    'Ctrl+Shift+End',
    'Shift+A',
  ])('%s is not for the selection', (chord) => {
    expect(extensionOf(pressed(chord))).toBeNull();
  });

  it('is on the keyboard sheet where it extends', () => {
    for (const [, ...chords] of TEXT_KEYS)
      for (const chord of chords) {
        expect(extensionOf(pressed(chord)), chord).not.toBeNull();
        expect(() => parseChord(chord)).not.toThrow();
      }
  });
});
