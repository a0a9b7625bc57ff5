// Every rule's own examples: the documentation is the test.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../../src/core/audit/model/model';
import { SEVERITIES } from '../../../src/core/audit/model/model';
import { RULES } from '../../../src/core/audit/rules/index';
import { modelOfExample } from './support';

const gravest = (findings: readonly Finding[]): Severity | 'nothing' =>
  SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'nothing';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.map((example) => [example.text, example] as const))('%s', (_text, example) => {
    const model = modelOfExample(example);
    const findings = model.documents.flatMap((document) => rule.check(document, model));
    expect(gravest(findings), findings.map(({ message }) => message).join('\n')).toBe(example.says);
  });

  it('shows a case in which it speaks and one in which it does not', () => {
    const speaks = rule.examples.map(({ says }) => says !== 'nothing' && says !== 'ok');
    expect(speaks).toContain(true);
    expect(speaks).toContain(false);
  });
});

it('every file of a rule stands in the list', () => {
  const folder = fileURLToPath(new URL('../../../src/core/audit/rules', import.meta.url));
  const files = readdirSync(folder).flatMap((name) => /^([a-z]+\d+)\.ts$/.exec(name)?.[1]?.toUpperCase() ?? []);
  expect(files.toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
});

it('rule ids are unique', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});
