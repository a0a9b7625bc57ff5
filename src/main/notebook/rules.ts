/** What the audit's rules are called, for lists and search. */
import { RULES } from '../../core/audit/rules/index';

const TITLES: ReadonlyMap<string, string> = new Map(RULES.map((rule) => [rule.id, rule.title]));

/** The rule's own title; its id for a finding of a rule that this version does not have. */
export const ruleTitle = (rule: string): string => TITLES.get(rule) ?? rule;
