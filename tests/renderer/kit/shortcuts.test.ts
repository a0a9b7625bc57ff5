/** Key chords: what is pressed is what was meant, on every keyboard, and never while it would be typed as text. */
import { describe, expect, test } from 'vitest';
import { isTyped, matches, parseChord, type Pressed, shownKeys } from '../../../src/renderer/src/kit/shortcuts';

const press = (key: string, held: Partial<Pressed> = {}): Pressed => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('matches', () => {
  test.each([
    ['Ctrl+K', press('k', { ctrlKey: true }), true],
    ['Ctrl+K', press('k', { metaKey: true }), true],
    ['Ctrl+K', press('K', { ctrlKey: true, shiftKey: true }), false],
    ['Ctrl+Shift+Z', press('Z', { ctrlKey: true, shiftKey: true }), true],
    ['Ctrl+Z', press('Z', { ctrlKey: true, shiftKey: true }), false],
    ['J', press('j'), true],
    ['J', press('j', { altKey: true }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['?', press('?'), true],
    ['F3', press('F3'), true],
    ['Shift+F3', press('F3'), false],
    ['Alt+ArrowLeft', press('ArrowLeft', { altKey: true }), true],
    ['Ctrl++', press('+', { ctrlKey: true, shiftKey: true }), true],
  ] as const)('%s', (chord, pressed, expected) => {
    expect(matches(parseChord(chord), pressed)).toBe(expected);
  });
});

test.each([
  ['J', true],
  ['?', true],
  ['Shift+J', true],
  ['Escape', true],
  ['F2', false],
  ['Ctrl+F', false],
  ['Alt+ArrowLeft', false],
])('%s is typed: %s', (chord, expected) => {
  expect(isTyped(parseChord(chord))).toBe(expected);
});

test('keys are shown as they are printed', () => {
  expect(shownKeys('Ctrl+Shift+Z')).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(shownKeys('Alt+ArrowLeft')).toEqual(['Alt', '←']);
  expect(shownKeys('Escape')).toEqual(['Esc']);
});
