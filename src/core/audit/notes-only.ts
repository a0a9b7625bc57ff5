/**
 * The rules that apply to notes only. A source (the issuer's release, filing, call, data) is evidence: no rule asks who
 * vouches for it, whom it quotes, what it assumes or whether it carries a disclaimer; its arithmetic is checked like
 * any other.
 */
import type { AuditDocument, Rule } from './model/model';

const OF_NOTES: ReadonlySet<string> = new Set([
  'SRC01',
  'SRC02',
  'SRC03',
  'SRC05',
  'SRC06',
  'CLS02',
  'CLS03',
  'CLS04',
  'CON03',
  'CON06',
  'ADJ03',
  'TIM02',
  'DOC01',
  'DOC03',
]);

/** Whether a rule applies to a document: those listed here to notes alone, all others to sources too. */
export const isAsked = (rule: Pick<Rule, 'id'>, document: Pick<AuditDocument, 'role'>): boolean =>
  document.role === 'note' || !OF_NOTES.has(rule.id);
