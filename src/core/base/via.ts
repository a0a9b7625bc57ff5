/** How a citation reaches what it vouches for: it closes the clause, or the clause leads into a list or table. */
export const VIAS = ['clause', 'lead-in'] as const;
export type Via = (typeof VIAS)[number];
