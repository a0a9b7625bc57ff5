/** A mapping as a person writes it in a file: only what differs from the proposal, columns by their letters or heads. */
import { z } from 'zod';
import { tableMapping } from './records/table-plan';

const { columns, defaults, head, ...rest } = tableMapping.shape;
const column = columns.element.shape;

export const mappingFile = z
  .strictObject({
    ...rest,
    head: head.partial(),
    defaults: defaults.partial(),
    columns: z.union([
      columns,
      z.record(z.string(), z.strictObject({ role: column.role, says: column.says.partial() }).partial()),
    ]),
  })
  .partial();
export type MappingFile = z.infer<typeof mappingFile>;
