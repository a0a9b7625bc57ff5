/** Imports that were read and are being looked over: kept in memory until they are committed or discarded. */
import { TieoutError } from '../../../contract/errors';
import type { DocumentPlan, SourcesPlan, TablePlan } from '../../../contract/records';
import type { DocumentImport, SourcesImport, TableImport } from '../../imports/result';
import type { PlannedTable } from './table/compare';

export interface PendingDocument {
  readonly kind: 'document';
  readonly plan: DocumentPlan;
  readonly result: DocumentImport;
}

export interface PendingSources {
  readonly kind: 'sources';
  readonly plan: SourcesPlan;
  readonly result: SourcesImport;
}

export interface PendingTable {
  readonly kind: 'table';
  readonly plan: TablePlan;
  readonly result: TableImport;
  /** What the commit writes: exactly what the plan counts and shows the first of. */
  readonly planned: PlannedTable;
}

export type PendingImport = PendingDocument | PendingSources | PendingTable;

/** More than these lie about only when a window forgot them; the oldest is dropped. */
const KEPT = 16;

export class PendingImports {
  readonly #pending = new Map<string, PendingImport>();

  keep(pending: PendingImport): void {
    this.#pending.set(pending.plan.id, pending);
    const oldest = this.#pending.keys().next().value;
    if (this.#pending.size > KEPT && oldest !== undefined) this.#pending.delete(oldest);
  }

  get(id: string): PendingImport {
    const pending = this.#pending.get(id);
    if (pending === undefined) {
      throw new TieoutError('E_NOT_FOUND', 'This import is no longer waiting: import the file again.');
    }
    return pending;
  }

  discard(id: string): void {
    this.#pending.delete(id);
  }
}
