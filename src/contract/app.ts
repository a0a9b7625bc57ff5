/** Messages that the main process itself answers: windows, dialogs, grants, imports under way, exports. */
import { z } from 'zod';
import { CITATION_STYLES, USUAL_STYLE } from '../core/citation/styles';
import { PASTE_KINDS } from '../core/document/formats';
import { EXPORT_FORMATS, PAPERS, USUAL_PAPER } from '../core/report/exports';
import { BACKUP_KINDS, id } from './records';

const nothing = z.object({}).strict();
const call = <Q extends z.ZodType, A extends z.ZodType>(request: Q, response: A) => ({ request, response });

/** What an export under way is for: one of each at a time. */
const EXPORT_USES = ['preview', 'save'] as const;
export type ExportUse = (typeof EXPORT_USES)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
/** A token for a file the person picked or dropped; the path itself never reaches the renderer's hands to choose. */
const grant = z.object({ token: z.string(), name: z.string(), bytes: z.int() });
export type Grant = z.infer<typeof grant>;
/** What was picked or dropped, folders as the files in them; `left` are those that are not taken, and why. */
export const granted = z.object({
  grants: z.array(grant),
  left: z.array(z.object({ name: z.string(), reason: z.string() })),
});
export type Granted = z.infer<typeof granted>;

export const exportOptions = z.object({
  /** What to export: a report, its changes since a version, a document, (csv, xlsx, json, bib, ris, csljson, xml) the notebook, or (pdf, xlsx) the audit pack. */
  what: z.union([
    /** What changed in a report since a version of it. */
    z.object({ report: id, since: id }),
    z.object({ report: id }),
    z.object({ document: id }),
    z.object({ notebook: z.literal(true) }),
    z.object({ audit: z.literal(true) }),
  ]),
  format: z.enum(EXPORT_FORMATS),
  paper: z.enum(PAPERS).default(USUAL_PAPER),
  contents: z.boolean().default(true),
  appendix: z.boolean().default(true),
  /** Of a note's citations. */
  style: z.enum(CITATION_STYLES).default(USUAL_STYLE),
});
export type ExportOptions = z.input<typeof exportOptions>;

export const recentNotebook = z.object({
  path: z.string(),
  name: z.string(),
  openedAt: z.string(),
  exists: z.boolean(),
});

/** A backup and what is in it, to tell them apart; null where the copy itself cannot be read. */
export const copyOfNotebook = z.object({
  name: z.string(),
  at: z.string(),
  bytes: z.int(),
  kind: z.enum(BACKUP_KINDS),
  holds: z
    .object({ documents: z.int(), figures: z.int(), notes: z.int(), reports: z.int(), changes: z.int() })
    .nullable(),
});
export type CopyOfNotebook = z.infer<typeof copyOfNotebook>;

export const appMessages = {
  'app.info': call(
    nothing,
    z.object({
      version: z.string(),
      electron: z.string(),
      theme: z.enum(THEMES),
      recent: z.array(recentNotebook),
      sandboxed: z.boolean(),
    }),
  ),
  'app.setTheme': call(z.object({ theme: z.enum(THEMES) }), nothing),
  /** Window and pane layout of this person on this machine; not part of the notebook. */
  'prefs.get': call(z.object({ key: z.string().max(100) }), z.unknown()),
  'prefs.set': call(z.object({ key: z.string().max(100), value: z.unknown() }), nothing),
  'notebook.openDialog': call(nothing, z.object({ opened: z.boolean() })),
  'notebook.newDialog': call(nothing, z.object({ opened: z.boolean() })),
  'notebook.openRecent': call(z.object({ index: z.int().min(0).max(50) }), z.object({ opened: z.boolean() })),
  /** Also of a notebook that could not be opened. */
  'notebook.restoreBackup': call(z.object({ name: z.string() }), z.object({ restored: z.boolean() })),
  'notebook.copies': call(nothing, z.object({ path: z.string(), copies: z.array(copyOfNotebook) })),
  'notebook.saveAs': call(nothing, z.object({ saved: z.string().nullable() })),
  /** Writes what can be read of a notebook that could not be opened into a new one and opens that. */
  'notebook.salvage': call(nothing, z.object({ saved: z.string().nullable(), lost: z.array(z.string()) })),
  'import.pick': call(z.object({ folder: z.boolean().optional() }).strict(), granted),
  /** Starts the import process on a granted file or pasted text; answers at once, then `import.progress` events follow. */
  'import.start': call(
    z.union([
      /** `password` opens an encrypted file; it goes to the import process and is kept nowhere. */
      z.object({ token: z.string(), password: z.string().max(1000).optional() }),
      z.object({
        paste: z.string().max(20_000_000),
        format: z.enum(PASTE_KINDS),
        title: z.string().max(500),
      }),
    ]),
    z.object({ job: z.string() }),
  ),
  'import.cancel': call(z.object({ job: z.string() }), nothing),
  /** `warnings` say what a reader of the file should know: what was split to fit, what could not be shown. */
  'export.save': call(exportOptions, z.object({ saved: z.string().nullable(), warnings: z.array(z.string()) })),
  'export.preview': call(
    exportOptions,
    z.object({ pdf: z.instanceof(Uint8Array), pages: z.int(), warnings: z.array(z.string()) }),
  ),
  /** The characters of a report that no font of the app has: a PDF prints their numbers instead. */
  'export.unshown': call(z.object({ report: id }), z.object({ characters: z.array(z.string()) })),
  /** How far the print under way has come; null where none is. */
  'export.progress': call(z.object({ of: z.enum(EXPORT_USES) }), z.object({ stage: z.string().nullable() })),
  /** Stops the export under way, whose answer is then E_CANCELLED. */
  'export.cancel': call(z.object({ of: z.enum(EXPORT_USES) }), nothing),
  'export.reveal': call(z.object({ path: z.string() }), nothing),
} as const;
export type AppMessages = typeof appMessages;
export type AppMessage = keyof AppMessages;
export type AppRequest<M extends AppMessage> = z.input<AppMessages[M]['request']>;
export type AppResponse<M extends AppMessage> = z.output<AppMessages[M]['response']>;

/** What an import process says of how far it is. */
export const IMPORT_STAGES = ['reading', 'parsing', 'extracting'] as const;

const importProgress = z.object({
  job: z.string(),
  name: z.string(),
  stage: z.enum([...IMPORT_STAGES, 'planning', 'planned', 'failed', 'cancelled']),
  done: z.number(),
  plan: id.nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  /** A fresh grant of the same file, where a password (`E_PASSWORD`) would open it; else null. */
  again: z.string().nullable(),
});
export type ImportProgress = z.infer<typeof importProgress>;

/** Events main sends to the window. `command` comes from the native menu. */
export interface AppEvents {
  'import.progress': ImportProgress;
  'notebook.switched': { readonly path: string };
  'notebook.restarted': { readonly reason: string };
  'notebook.failed': { readonly code: string; readonly message: string };
  /** The file under the open notebook is gone from its place: what is on screen stays, nothing more is saved there. */
  'notebook.lost': { readonly code: string; readonly message: string };
  command: { readonly id: string };
  theme: { readonly dark: boolean };
}
