/** What a person should know before committing a plan, whatever the file holds. */
import type { ReactNode } from 'react';
import type { ImportPlan } from '../../../../contract/records';
import { Icon } from '../../parts/Icon';

export function Problems({ plan }: { readonly plan: Pick<ImportPlan, 'problems'> }) {
  return plan.problems.map((problem) => (
    <Notice key={`${problem.code} ${problem.message}`} tone="warn">
      {problem.message}
      {problem.count !== undefined && problem.count > 1 && ` (${problem.count} times)`}{' '}
      <code className="dim">{problem.code}</code>
    </Notice>
  ));
}

export function Notice({ tone, children }: { readonly tone: 'bad' | 'warn'; readonly children: ReactNode }) {
  return (
    <p className={`notice notice-${tone}`}>
      <Icon name={tone === 'bad' ? 'warning' : 'info'} size={16} />
      <span>{children}</span>
    </p>
  );
}
