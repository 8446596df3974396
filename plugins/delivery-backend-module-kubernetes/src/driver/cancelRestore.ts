import type { DriverPlan, DriverStep } from '@ghostlight/plugin-delivery-node';
import type { RestoreTemplate } from '../effects/restoreTemplate';

/** The step that puts back what a plan replaced, when it was done. */
export function cancelRestore(plan: DriverPlan, done: string[]): DriverStep[] {
  return plan.steps
    .filter(({ id, reversible }) => reversible && done.includes(id))
    .map(step => {
      const pinned = step.pinned as RestoreTemplate;
      return {
        ...step,
        id: `undo-${step.id}`,
        title: `Give it the template of ${plan.from.version} back`,
        pinned: { ...pinned, from: pinned.to, to: pinned.from },
      };
    });
}
