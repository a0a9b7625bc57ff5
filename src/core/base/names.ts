/** The keys of a record that has one entry for each name: a missing or unknown name does not compile. */
export const namesOf = <N extends string>(names: Readonly<Record<N, unknown>>): readonly N[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a record of N has N for its keys; Object.keys forgets it
  Object.keys(names) as N[];
