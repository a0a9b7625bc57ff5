/** The trail of places: a browser's history, without doubles, and with the way back into each view. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amend,
  currentVisit,
  lastPlace,
  type Place,
  START,
  step,
  type Trail,
  visit,
} from '../../../src/renderer/src/app/state/navigation';

const reader = (document: string): Place => ({ view: 'reader', document });
const through = (...places: readonly Place[]): Trail => places.reduce(visit, START);

describe('visits', () => {
  test('opening the same place again is one step, but a new visit', () => {
    const once = through(reader('a'));
    const twice = visit(once, reader('a'));
    expect(twice.visits).toHaveLength(once.visits.length);
    expect(currentVisit(twice).serial).toBeGreaterThan(currentVisit(once).serial);
  });

  test('going somewhere after going back drops what lay ahead', () => {
    const trail = visit(step(through(reader('a'), reader('b')), -1), reader('c'));
    expect(trail.visits.map((one) => one.place)).toEqual([{ view: 'library' }, reader('a'), reader('c')]);
    expect(step(trail, 1)).toBe(trail);
  });

  test('amending keeps the visit and adds no step', () => {
    const trail = through(reader('a'));
    const amended = amend(trail, { view: 'reader', document: 'a', figure: 'f' });
    expect(amended.visits).toHaveLength(trail.visits.length);
    expect(currentVisit(amended).serial).toBe(currentVisit(trail).serial);
    expect(amend(amended, { view: 'reader', document: 'a', figure: 'f' })).toBe(amended);
  });

  test('the rail leads back to where one was in a view', () => {
    const trail = through(reader('a'), { view: 'audit' }, reader('b'), { view: 'figures' });
    expect(lastPlace(trail, 'reader')).toEqual(reader('b'));
    expect(lastPlace(trail, 'thesis')).toEqual({ view: 'thesis' });
  });
});

test('back then forward is where one was, whatever was visited', () => {
  const place = fc.constantFrom<Place>(reader('a'), reader('b'), { view: 'audit' }, { view: 'figures', figure: 'f' });
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 200 }), (places) => {
      const trail = through(...places);
      expect(trail.visits.length).toBeLessThanOrEqual(100);
      const returned = step(step(trail, -1), 1);
      expect(currentVisit(returned).place).toEqual(currentVisit(trail).place);
      expect(returned.index).toBe(trail.index);
    }),
  );
});
