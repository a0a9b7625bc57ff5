// Every rule's own examples: the documentation is the test.
import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../../src/core/audit/model';
import { SEVERITIES } from '../../../src/core/audit/model';
import { RULES } from '../../../src/core/audit/rules/index';
import { modelOf } from './support';

const gravest = (findings: readonly Finding[]): Severity | 'nothing' =>
  SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'nothing';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.map((example) => [example.text, example] as const))('%s', (text, example) => {
    const model = modelOf(text, example.asOf);
    const findings = model.documents.flatMap((document) => rule.check(document, model));
    expect(gravest(findings), findings.map(({ message }) => message).join('\n')).toBe(example.says);
  });

  it('has examples, at least one of them silent or sound', () => {
    expect(rule.examples.length).toBeGreaterThan(0);
  });
});

it('rule ids are unique', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});
