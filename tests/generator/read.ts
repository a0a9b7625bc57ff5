/** Reads a generated document as an import would and audits it alone. */
import { audit } from '../../src/core/audit/audit';
import type { Finding } from '../../src/core/audit/model/model';
import type { Analysis } from '../../src/core/analysis';
import { runImport } from '../../src/main/imports/run-import';
import { documentFrom } from '../core/audit/support';
import type { GeneratedDocument } from './truth';

export interface ReadDocument {
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

export async function read(document: GeneratedDocument): Promise<ReadDocument> {
  const result = await runImport(new TextEncoder().encode(document.text), document.fileName);
  if (result.kind !== 'document') throw new Error(`${document.fileName} was read as ${result.kind}`);
  const made = documentFrom(result.analysis, 'generated');
  const { findings } = audit({ documents: [made.document], sources: made.sources });
  return { analysis: result.analysis, findings };
}
