/** Corrections to a table's plan, one after the other. Each makes a new plan that replaces the one before. */
import { useRef, useState } from 'react';
import type { TablePlan } from '../../../../../contract/records';
import type { Remapping } from '../../../../../contract/records/table-plan';
import { ask, start } from '../../../app/calls/run';

export interface Remap {
  /** Makes the plan anew; the correction is given the plan that is current when its turn comes. */
  readonly change: (make: (plan: TablePlan) => Remapping) => void;
  readonly busy: boolean;
}

export function useRemap(plan: TablePlan, onPlan: (plan: TablePlan) => void): Remap {
  const current = useRef(plan);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const [waiting, setWaiting] = useState(0);
  const change: Remap['change'] = (make) => {
    setWaiting((count) => count + 1);
    const work = async () => {
      const { id } = current.current;
      const made = await ask('import.remap', { id, use: make(current.current) });
      setWaiting((count) => count - 1);
      if (made === null) return;
      current.current = made;
      onPlan(made);
    };
    queue.current = queue.current.then(work);
    start(queue.current);
  };
  return { change, busy: waiting > 0 };
}
