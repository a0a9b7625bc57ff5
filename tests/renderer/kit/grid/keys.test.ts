import { describe, expect, it } from 'vitest';
import { actionOf, type KeyPress } from '../../../../src/renderer/src/kit/grid/select/keys';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe('keys of the grid', () => {
  it.each([
    [press('ArrowDown', { shiftKey: true }), { do: 'extend', step: 'down', toEdge: false }],
    [press('ArrowRight', { shiftKey: true, ctrlKey: true }), { do: 'extend', step: 'right', toEdge: true }],
    [press('Home'), { do: 'jump', to: 'row-start', extend: false }],
    [press('End', { shiftKey: true }), { do: 'jump', to: 'row-end', extend: true }],
    [press('End', { ctrlKey: true }), { do: 'jump', to: 'last', extend: false }],
    [press('Home', { ctrlKey: true, shiftKey: true }), { do: 'jump', to: 'first', extend: true }],
    [press('a', { ctrlKey: true }), { do: 'all' }],
    [press('A', { metaKey: true }), { do: 'all' }],
    [press('d', { ctrlKey: true }), { do: 'fill', way: 'down' }],
    [press('r', { ctrlKey: true }), { do: 'fill', way: 'right' }],
    [press(' ', { ctrlKey: true }), { do: 'line', whole: 'column' }],
    [press(' ', { shiftKey: true }), { do: 'line', whole: 'row' }],
    [press('Enter', { ctrlKey: true }), { do: 'open' }],
    [press('Delete'), { do: 'clear' }],
    [press('Backspace'), { do: 'clear' }],
    [press('Escape'), { do: 'cancel' }],
    [press('Process'), { do: 'compose' }],
  ])('%j', (key, action) => {
    expect(actionOf(key)).toEqual(action);
  });

  it.each([
    press('ArrowDown'),
    press('ArrowLeft', { altKey: true }),
    press('F2'),
    press('Enter'),
    press(' '),
    press(' ', { ctrlKey: true, shiftKey: true }),
    press('Tab'),
    press('x'),
    press('z', { ctrlKey: true }),
    press('d', { ctrlKey: true, shiftKey: true }),
    press('Enter', { shiftKey: true }),
  ])('leaves %j to the grid library or the window', (key) => {
    expect(actionOf(key)).toBeNull();
  });

  it('opens by Enter where nothing is typed', () => {
    expect(actionOf(press('Enter'), false)).toEqual({ do: 'open' });
  });
});
