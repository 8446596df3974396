import type { DriverPlan, DriverStep } from '@ghostlight/plugin-delivery-node';
import { titled } from '../describe/titled';

/** Ends the synchronisation if it still goes on, and turns auto-sync on again: Git then decides, as before. */
export function cancelRollback(plan: DriverPlan, done: string[]): DriverStep[] {
  const stepOf = (id: string) =>
    done.includes(id) ? plan.steps.find(step => step.id === id) : undefined;
  const back = stepOf('rollback');
  const pause = stepOf('pause-auto-sync');
  return [
    ...(back
      ? [
          {
            id: 'terminate',
            ...titled(
              'argocd.step.terminate',
              'Terminate the synchronisation if it still goes on',
            ),
            reversible: false,
            pinned: { op: 'terminate', app: back.pinned.app, of: back.pinned },
          },
        ]
      : []),
    ...(pause
      ? [
          {
            id: 'resume-auto-sync',
            ...titled(
              'argocd.step.resume',
              'Turn auto-sync on again as it was',
            ),
            reversible: true,
            pinned: { ...pause.pinned, op: 'resume-auto-sync' },
          },
        ]
      : []),
  ];
}
