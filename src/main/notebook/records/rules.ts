/** The audit's rules as a notebook has them: what they are called, what each says, and which are switched off. */
import type { RuleRecord } from '../../../contract/records';
import { RULES } from '../../../core/audit/rules/index';
import { all, type ReadableDb } from '../../storage/db/db';
import type { RuleOffRow } from '../../storage/db/rows';

const TITLES: ReadonlyMap<string, string> = new Map(RULES.map((rule) => [rule.id, rule.title]));

/** The rule's own title; its id for a finding of a rule that this version does not have. */
export const ruleTitle = (rule: string): string => TITLES.get(rule) ?? rule;

export function listRules(db: ReadableDb): RuleRecord[] {
  const off = new Map(all<RuleOffRow>(db, 'SELECT * FROM rule_off').map((row) => [row.id, row]));
  const found = new Map(
    all<{ rule: string; findings: number }>(
      db,
      `SELECT rule, count(*) AS findings FROM finding WHERE severity <> 'ok' GROUP BY rule`,
    ).map((row) => [row.rule, row.findings]),
  );
  return RULES.map(({ id, severity, title, about }) => {
    const setting = off.get(id);
    return {
      id,
      severity,
      title,
      about,
      findings: found.get(id) ?? 0,
      off: setting === undefined ? null : { reason: setting.reason, at: setting.at },
    };
  });
}
