import type { Undoer } from '@ghostlight/plugin-delivery-common';
import { autoSyncOf, type Application } from '../argo/Application';

/** Who would bring the version of Git back, or is thought to and does not. */
export function findUndoers(app: Application): Undoer[] {
  const { name, ownerReferences, annotations, labels } = app.metadata;
  const automated = autoSyncOf(app);
  const set = ownerReferences?.find(({ kind }) => kind === 'ApplicationSet');
  const parent = parentOf(annotations ?? {}, labels ?? {}, name);
  const updater = Object.keys(annotations ?? {}).some(key =>
    key.startsWith('argocd-image-updater.argoproj.io/'),
  );
  return [
    ...(automated
      ? [
          undoer('Auto-sync', 'paused-by-plan', 'argocd.auto-sync', {
            text: 'The plan pauses it: Git still has the newer version, and would be synchronised at once',
          }),
        ]
      : []),
    ...(automated?.selfHeal
      ? [
          undoer('Self-healing', 'paused-by-plan', 'argocd.self-heal', {
            text: 'Part of auto-sync, and paused with it',
          }),
        ]
      : []),
    ...(set
      ? [
          undoer(`ApplicationSet ${set.name}`, 'undoes', 'argocd.set', {
            text: `It writes the sync policy of its applications anew, unless it has ignoreApplicationDifferences for /spec/syncPolicy`,
          }),
        ]
      : []),
    ...(parent
      ? [
          undoer(`Application ${parent}`, 'undoes', 'argocd.parent', {
            text: `Application ${name} is one of its objects: its next sync, or its self-healing, turns auto-sync on again`,
          }),
        ]
      : []),
    ...(updater
      ? [
          undoer('Argo CD Image Updater', 'none', 'argocd.image-updater', {
            text: 'It goes on writing newer images to the application or to Git; they go out with the next sync',
          }),
        ]
      : []),
    ...(automated || set || parent
      ? []
      : [
          undoer('The next sync', 'undoes', 'argocd.next-sync', {
            text: 'Nothing synchronises by itself, but Git still has the newer version: whoever presses Sync brings it back',
          }),
        ]),
  ];
}

function undoer(
  name: string,
  effect: Undoer['effect'],
  code: string,
  { text }: { text: string },
): Undoer {
  return { name, effect, said: { code, text, params: { name } } };
}

/** The application that this one is an object of: app of apps. */
function parentOf(
  annotations: Record<string, string>,
  labels: Record<string, string>,
  name: string,
): string | undefined {
  const tracked = annotations['argocd.argoproj.io/tracking-id'];
  const parent =
    tracked?.split(':')[0] ?? labels['argocd.argoproj.io/instance'];
  return parent && parent !== name ? parent : undefined;
}
