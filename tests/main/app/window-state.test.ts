import { describe, expect, it } from 'vitest';
import { placeWindow } from '../../../src/main/app/settings/window-state';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1280, height: 800 };

describe('where a window opens', () => {
  it('in the middle at first', () => {
    expect(placeWindow(null, [screen], screen)).toEqual({ x: 240, y: 70, width: 1440, height: 900, maximised: false });
  });

  it('where it was, on any screen that is still there', () => {
    const saved = { x: 2000, y: 20, width: 1100, height: 720, maximised: true };
    expect(placeWindow(saved, [screen, second], screen)).toEqual(saved);
    expect(placeWindow(saved, [screen], screen)).toMatchObject({ x: 240, width: 1440, maximised: true });
  });

  it('never smaller than it can be used, nor larger than a small screen needs', () => {
    const small = { x: 0, y: 0, width: 1280, height: 760 };
    expect(placeWindow(null, [small], small)).toMatchObject({ x: 0, y: 0, width: 1280, height: 760 });
    const saved = { x: 10, y: 10, width: 300, height: 200, maximised: false };
    expect(placeWindow(saved, [screen], screen)).toMatchObject({ width: 1024, height: 700 });
  });
});
