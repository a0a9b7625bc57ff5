/** What a person should know before committing a plan, whatever the file holds. */
import type { ReactNode } from 'react';
import type { ImportPlan } from '../../../../../contract/records';
import { Icon } from '../../../kit/Icon';

export function Problems({ plan }: { readonly plan: Pick<ImportPlan, 'problems'> }) {
  return plan.problems.map((problem) => (
    <Notice key={`${problem.code} ${problem.message}`} tone="warn">
      {problem.message}
      {problem.count !== undefined && problem.count > 1 && ` (${problem.count} times)`}{' '}
      <code className="dim">{problem.code}</code>
    </Notice>
  ));
}

/** What is otherwise than when the plan was first made. */
export function Renewed({ plan }: { readonly plan: Pick<ImportPlan, 'renewed'> }) {
  if (plan.renewed.length === 0) return null;
  return (
    <div className="plan-renewed" role="status">
      <Notice tone="warn">The notebook has changed since this file was read. {plan.renewed.join(' ')}</Notice>
    </div>
  );
}

export function Notice({ tone, children }: { readonly tone: 'bad' | 'warn'; readonly children: ReactNode }) {
  return (
    <p className={`notice notice-${tone}`}>
      <Icon name={tone === 'bad' ? 'warning' : 'info'} size={16} />
      <span>{children}</span>
    </p>
  );
}
