/** What `npm run measure` runs: the table over many documents, or one document with what was misread in it. */
import { generate } from './generate';
import { look, measure, type Wish } from './measure';
import { missGroups, reportLines, showLines } from './report';
import { KINDS, type Kind, PLANT_KINDS, type PlantKind } from './truth';

export const kindNamed = (name: string | undefined): Kind | undefined => KINDS.find((kind) => kind === name);
export const plantNamed = (name: string | undefined): PlantKind | 'any' | undefined =>
  name === 'any' ? name : PLANT_KINDS.find((kind) => kind === name);

export async function table(wish: Wish, misses: number): Promise<readonly string[]> {
  const measured = await measure(wish);
  const groups = misses > 0 ? ['', 'Misread most:', ...missGroups(measured.clean, misses)] : [];
  return [...reportLines(measured), ...groups];
}

export async function show(seed: number, kind?: Kind, plant?: PlantKind | 'any'): Promise<readonly string[]> {
  return showLines(await look(generate({ seed, kind, plant })));
}
