/** What a form of bibliography has no place for, said of the sources that have it; CSL-JSON is what the notebook keeps. */
import type { SourceRecord } from '../../../contract/records';
import { type CslField, CSL_FIELDS, sourceField } from '../../../core/citation/fields';

export interface Form {
  readonly name: string;
  readonly fields: Readonly<Record<CslField, unknown>>;
  readonly types: Readonly<Record<string, unknown>>;
  /** How a type that it does not have is written. */
  readonly other: string;
  /** Fields that share one place: the second is written only where the first is empty. */
  readonly shared: Readonly<Partial<Record<CslField, CslField>>>;
}

/** One sentence where anything is lost, none otherwise. */
export function leftOutOf(form: Form, sources: readonly SourceRecord[]): readonly string[] {
  const counts = new Map<string, number>();
  const add = (words: string): void => void counts.set(words, (counts.get(words) ?? 0) + 1);
  for (const { csl } of sources) {
    for (const field of CSL_FIELDS) if (isLost(form, csl, field)) add(sourceField(field).label.toLowerCase());
    if (!Object.hasOwn(form.types, csl.type)) add(`type “${csl.type}” (written as ${form.other})`);
  }
  if (counts.size === 0) return [];
  const list = [...counts].map(([words, count]) => (count === 1 ? words : `${words} ×${count}`));
  return [`${form.name} has no place for: ${list.join(', ')}. CSL-JSON keeps everything`];
}

function isLost(form: Form, csl: SourceRecord['csl'], field: CslField): boolean {
  const value = csl[field];
  if (field === 'type' || value === undefined || value === null || value === '' || form.fields[field] !== null)
    return false;
  // A key is made anew where a form has none of its own.
  if (field === 'citation-key') return false;
  const partner = form.shared[field];
  return partner === undefined || Boolean(csl[partner]);
}
