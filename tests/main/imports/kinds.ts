// Narrows what an import gave to the kind a test is about.
import type { DocumentImport, ImportResult, SourcesImport, TableImport } from '../../../src/main/imports/result';

export function documentOf(result: ImportResult): DocumentImport {
  if (result.kind !== 'document') throw new Error(`a ${result.kind} import where a document was meant`);
  return result;
}

export function sourcesOf(result: ImportResult): SourcesImport {
  if (result.kind !== 'sources') throw new Error(`a ${result.kind} import where a bibliography was meant`);
  return result;
}

export function tableOf(result: ImportResult): TableImport {
  if (result.kind !== 'table') throw new Error(`a ${result.kind} import where a table was meant`);
  return result;
}
