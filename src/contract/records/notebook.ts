/** The notebook itself on the wire: what it holds, its history, and what a person keeps in it beside documents. */
import { z } from 'zod';
import { STRUCTURE_TYPES } from '../../core/structure/model';
import { id, offset } from './basics';

/** Why a backup was made: by the clock, before the schema changed, because a person asked. */
export const BACKUP_KINDS = ['automatic', 'migration', 'manual'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

export const notebookInfo = z.object({
  path: z.string(),
  name: z.string(),
  readOnly: z.boolean(),
  revision: z.int(),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
  documents: z.int(),
  figures: z.int(),
  sources: z.int(),
  openFindings: z.int(),
  reports: z.int(),
  score: z.number().nullable(),
  asOf: z.string().nullable(),
  savedAt: z.string().nullable(),
});

export const CHANGE_KINDS = ['edit', 'import', 'undo', 'redo', 'restore'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export const changeRecord = z.object({
  id: z.int(),
  label: z.string(),
  at: z.string(),
  kind: z.enum(CHANGE_KINDS),
  changes: z.int(),
  undone: z.boolean(),
});

export const structureRecord = z.object({
  id,
  type: z.enum(STRUCTURE_TYPES),
  document: id.nullable(),
  start: offset.nullable(),
  end: offset.nullable(),
  quote: z.string(),
  label: z.string(),
  fields: z.record(z.string(), z.string().nullable()),
  figures: z.array(id),
  edited: z.boolean(),
  position: z.int(),
});
export type StructureRecord = z.infer<typeof structureRecord>;

export const noteRecord = z.object({
  id,
  body: z.string(),
  figure: id.nullable(),
  document: id.nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export const viewRecord = z.object({ id, place: z.string(), name: z.string(), state: z.unknown() });
export type ViewRecord = z.infer<typeof viewRecord>;
