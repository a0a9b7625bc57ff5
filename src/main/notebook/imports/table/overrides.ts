/** Lays a mapping file over the mapping of a plan. */
import { TieoutError } from '../../../../contract/errors';
import { mappingFile, type MappingFile } from '../../../../contract/mapping-file';
import type { TablePlan } from '../../../../contract/records';
import { reasonOf } from '../../../../core/base/reason';
import { wordsKey } from '../../../../core/figure/cell/column-words';

type Mapping = TablePlan['mapping'];

/** Throws `E_FORMAT` for a text that is no mapping. */
export function parseMappingFile(text: string): MappingFile {
  try {
    const read = mappingFile.safeParse(JSON.parse(text));
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    throw notMapping(issue === undefined ? 'of another form' : `${issue.path.join('.')}: ${issue.message}`);
  } catch (error) {
    throw error instanceof TieoutError ? error : notMapping(`not valid JSON: ${reasonOf(error, text)}`, error);
  }
}

const notMapping = (why: string, cause?: unknown): TieoutError =>
  new TieoutError(
    'E_FORMAT',
    `The mapping file is not understood (${why}). Start from the mapping that --json prints.`,
    undefined,
    cause,
  );

/** Throws `E_INPUT` for a column that the sheet does not have. */
export function withOverrides({ mapping, columns }: TablePlan, file: MappingFile): Mapping {
  return {
    ...mapping,
    ...defined({ locale: file.locale, dates: file.dates, source: file.source, key: file.key, doubtful: file.doubtful }),
    defaults: { ...mapping.defaults, ...defined(file.defaults ?? {}) },
    columns: overColumns(mapping.columns, columns, file.columns),
  };
}

function overColumns(
  proposed: Mapping['columns'],
  heads: TablePlan['columns'],
  given: MappingFile['columns'],
): Mapping['columns'] {
  if (given === undefined) return proposed;
  if (Array.isArray(given)) return given;
  const made = [...proposed];
  for (const [name, said] of Object.entries(given)) {
    const at = heads.findIndex(({ letters, head }) => letters === name || wordsKey(head) === wordsKey(name));
    const column = made[at];
    if (column === undefined)
      throw new TieoutError('E_INPUT', `The table has no column “${name}”: name it by letter or head.`);
    made[at] = { role: said.role ?? column.role, says: { ...column.says, ...defined(said.says ?? {}) } };
  }
  return made;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the members that are not given. */
function defined<T extends object>(given: T): Defined<T> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- exactly the members that are undefined are gone
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Defined<T>;
}
