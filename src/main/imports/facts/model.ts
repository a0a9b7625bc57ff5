/** Company facts as the regulator's site gives them: every value a company has tagged, by concept and unit. */
import { z } from 'zod';

const entry = z.looseObject({
  start: z.string().max(20).optional(),
  end: z.string().max(20),
  val: z.number(),
  form: z.string().max(20).optional(),
  filed: z.string().max(20).optional(),
});
export type FactEntry = z.infer<typeof entry>;

export const companyConcept = z.looseObject({
  label: z.string().nullish(),
  units: z.record(z.string(), z.array(z.unknown())),
});

/** Only the frame is checked at once: entries are checked one by one, so that a wrong one costs no other. */
export const companyFacts = z.looseObject({
  entityName: z.string().max(300),
  facts: z.record(z.string(), z.record(z.string(), z.unknown())),
});

/** One concept as the same site gives it alone. */
export const oneConcept = z.looseObject({
  entityName: z.string().max(300),
  taxonomy: z.string().max(100),
  tag: z.string().max(300),
  units: z.record(z.string(), z.array(z.unknown())),
});

export const readEntry = (value: unknown): FactEntry | null => entry.safeParse(value).data ?? null;
