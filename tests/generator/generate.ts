/** From a seed to a document and all that is true of it; with a planted error where one is asked for. */
import { Chance } from './chance';
import { makeCompany } from './company';
import { Desk } from './desk';
import type { Plant, Slot } from './page';
import { type GeneratedDocument, type Kind, KINDS, type PlantedError, type PlantKind } from './truth';
import { memo, note, release, statement, transcript } from './write-en';
import { noteZh, releaseZh } from './write-zh';
import { generalPlants } from './plants';

const ENGLISH = { note, memo, release, statement, transcript } as const satisfies Readonly<
  Record<Kind, (desk: Desk) => void>
>;

export interface Wanted {
  readonly seed: number;
  readonly kind?: Kind | undefined;
  /** A kind of error, `any`, or none. */
  readonly plant?: PlantKind | 'any' | undefined;
}

/** A quarter of the documents are Chinese, and those are notes, releases and statements. */
function setOut(seed: number, kind?: Kind): Desk {
  const chance = new Chance(seed);
  const wanted = kind ?? chance.pick(KINDS);
  const chinese = wanted !== 'memo' && wanted !== 'transcript' && chance.yes(0.25);
  const desk = new Desk(chance, makeCompany(chance, chinese), wanted);
  if (!chinese) ENGLISH[wanted](desk);
  else if (wanted === 'note') noteZh(desk);
  else releaseZh(desk);
  return desk;
}

/** Kinds of error in an order of chance, and of each kind one at a time. */
function candidates(desk: Desk, plants: readonly Plant[], wanted: PlantKind | 'any'): readonly Plant[] {
  const fitting = wanted === 'any' ? plants : plants.filter(({ kind }) => kind === wanted);
  const kinds = desk.chance.shuffled([...new Set(fitting.map(({ kind }) => kind))]);
  return kinds.flatMap((kind) => desk.chance.shuffled(fitting.filter((plant) => plant.kind === kind)));
}

/** Plants the first error that shows: a value may be printed too coarsely to differ. */
function spoil(desk: Desk, clean: string, plants: readonly Plant[]): Plant | null {
  for (const plant of plants) {
    plant.spoil();
    if (desk.page.render().text !== clean) return plant;
  }
  return null;
}

/** The changed places, and all that stand in a relation with one of them. */
function placesOf(plants: readonly Plant[], spoilt: ReadonlySet<Slot>): Pick<PlantedError, 'spoilt' | 'beside'> {
  const related = plants.filter(({ touch }) => touch.some((slot) => spoilt.has(slot))).flatMap(({ touch }) => touch);
  const beside = [...new Set(related)].filter((slot) => !spoilt.has(slot));
  return { spoilt: [...spoilt].map((slot) => slot.place), beside: beside.map((slot) => slot.place) };
}

export function generate({ seed, kind, plant }: Wanted): GeneratedDocument {
  const desk = setOut(seed, kind);
  const clean = desk.page.render();
  const printed = new Set(clean.slots);
  const room = [...desk.page.plants, ...generalPlants(desk, clean.slots)].filter(
    ({ touch }) =>
      touch[0] !== undefined &&
      printed.has(touch[0]) &&
      touch.filter((slot) => printed.has(slot)).length === touch.length,
  );
  const before = new Map(clean.slots.map((slot) => [slot, slot.printed.text]));
  const chosen = plant === undefined ? null : spoil(desk, clean.text, candidates(desk, room, plant));
  const { text, slots } = desk.page.render();
  const spoilt = new Set(clean.slots.filter((slot) => slot.printed.text !== before.get(slot)));
  const { name, chinese, asOf, fye } = desk.company;
  return {
    seed,
    kind: desk.kind,
    language: chinese ? 'zh' : 'en',
    style: chinese ? 'zh' : desk.voice,
    fileName: `generated-${seed}.${desk.markdown ? 'md' : 'txt'}`,
    text,
    figures: slots.flatMap((slot) => slot.gold() ?? []),
    room: [...new Set(room.map((one) => one.kind))],
    planted: chosen && { kind: chosen.kind, ...placesOf(room, spoilt) },
    meta: {
      title: [desk.title],
      asOf: [asOf],
      subject: [name.ticker, name.short, name.full],
      role: desk.kind === 'note' || desk.kind === 'memo' ? 'note' : 'source',
      fiscalYearEndMonth: desk.kind === 'transcript' ? null : fye,
    },
  };
}
