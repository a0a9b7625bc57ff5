/** A source that a file carries beside an entry of its list, as our own exports do: CSL-JSON, cleaned like any from outside. */
import type { CarriedSource } from '../../../core/document/model';
import { isRecord } from '../../../core/citation/csl-text';
import { cleanItem } from './clean';

const LONGEST = 20_000;

/** Null where `json` is none or says nothing of a source. */
function carriedSource(json: string | null | undefined): CarriedSource | null {
  if (!json || json.length > LONGEST) return null;
  try {
    const value: unknown = JSON.parse(json);
    const item = isRecord(value) ? cleanItem(value) : null;
    if (item === null) return null;
    const { id: _, ...members } = item;
    return members;
  } catch {
    return null;
  }
}

/** For a `place` mark. */
export const carrying = (json: string | null | undefined): { readonly source?: CarriedSource } => {
  const source = carriedSource(json);
  return source === null ? {} : { source };
};
