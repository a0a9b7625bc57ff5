/** Which fields of a bibliography's items the person takes; what was not chosen is as the plan proposes. Pure. */
import type { SourcesPlan } from '../../../../../contract/records';

export type PlanItem = SourcesPlan['items'][number];
type Field = PlanItem['fields'][number];
/** By item, the names of the fields to take. */
export type Choices = ReadonlyMap<number, ReadonlySet<string>>;

export const chooses = (choices: Choices, index: number, { field, take }: Field): boolean =>
  choices.get(index)?.has(field) ?? take;

export function withChoice(choices: Choices, item: PlanItem, index: number, field: string, take: boolean): Choices {
  const taken = new Set(item.fields.filter((one) => chooses(choices, index, one)).map((one) => one.field));
  if (take) taken.add(field);
  else taken.delete(field);
  return new Map(choices).set(index, taken);
}

/** As `import.commit` takes them. */
export const choicesOnWire = (choices: Choices): { item: number; take: string[] }[] =>
  [...choices].map(([item, take]) => ({ item, take: [...take] }));
