/** Company facts as the regulator's site gives them: every value a company has tagged, by concept and unit. */
import { z } from 'zod';

/** Words stand in cells of one line: a tab or a line break in them would make further cells. */
export const inOneLine = (words: string): string => words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
const words = (longest: number) => z.string().max(longest).transform(inOneLine);

/** Further off than any amount of money: such a value is a mistake, and hundreds of digits in the text. */
const FARTHEST = 1e30;

const entry = z.looseObject({
  start: z.string().max(20).optional(),
  end: z.string().max(20),
  val: z.number().refine((value) => Math.abs(value) < FARTHEST),
  form: words(20).optional(),
  filed: words(20).optional(),
});
export type FactEntry = z.infer<typeof entry>;

export const companyConcept = z.looseObject({
  units: z.record(z.string(), z.array(z.unknown())),
});

/** Only the frame is checked at once: entries are checked one by one, so that a wrong one costs no other. */
export const companyFacts = z.looseObject({
  entityName: words(300),
  facts: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** One concept as the same site gives it alone. */
export const oneConcept = z.looseObject({
  entityName: words(300),
  taxonomy: words(100),
  tag: words(300),
  units: z.record(z.string(), z.array(z.unknown())),
});

export const readEntry = (value: unknown): FactEntry | null => entry.safeParse(value).data ?? null;
