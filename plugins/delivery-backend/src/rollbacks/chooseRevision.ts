import { ConflictError, NotFoundError } from '@backstage/errors';
import type { VersionRef } from '@ghostlight/plugin-delivery-common';
import type { Revision } from '@ghostlight/plugin-delivery-node';
import type { PastVersion } from './readHistory';

/** What the platform still knows, with what became of it here. The latest first, without the current one. */
export function describeRevisions(
  revisions: Revision[],
  history: PastVersion[],
): VersionRef[] {
  return revisions
    .filter(({ current }) => !current)
    .map(revision => describeRevision(revision, history));
}

/** The last time that a version was deployed says how good it is. */
export function describeRevision(
  revision: Revision,
  history: PastVersion[],
): VersionRef {
  const past = history.find(({ version }) => version === revision.version);
  const at = revision.at ?? past?.startedAt;
  return {
    version: revision.version,
    revision: revision.id,
    ...(revision.commit && { commit: revision.commit }),
    ...(at !== undefined && { deployedAt: new Date(at).toISOString() }),
    ...(past && {
      deploymentId: past.id,
      outcome: past.outcome,
      good: past.good,
      ...(past.activeSeconds !== undefined && {
        activeSeconds: past.activeSeconds,
      }),
    }),
  };
}

/**
 * Where to go back to: what is asked for, or the latest version before the current one that was good;
 * without a record the one before. What came after the current one is no way back, nor, unless it is
 * asked for, what counts as failed.
 *
 * @throws NotFoundError when the platform does not know it (any more)
 * @throws ConflictError when it runs already
 */
export function chooseRevision(
  revisions: Revision[],
  history: PastVersion[],
  wanted: Wanted,
): { from: Revision; to: Revision } {
  const from = revisions.find(({ current }) => current);
  if (!from)
    throw new NotFoundError('The platform does not say which version runs');
  const to = isAsked(wanted)
    ? findAsked(revisions, history, wanted)
    : findGood(revisions, from, history);
  if (to && (to === from || (wanted.toDeploymentId && isSame(to, from))))
    throw new ConflictError(`${from.version} runs already`);
  if (to) return { from, to };
  throw new NotFoundError(
    isAsked(wanted)
      ? 'The platform does not know that version any more; plan without it to see which ones it knows'
      : `There is no version before ${from.version} that the platform still knows and that was good; name one to go to it anyway`,
  );
}

interface Wanted {
  toRevision?: string;
  toDeploymentId?: string;
}

function isAsked({ toRevision, toDeploymentId }: Wanted): boolean {
  return toRevision !== undefined || toDeploymentId !== undefined;
}

function findAsked(
  revisions: Revision[],
  history: PastVersion[],
  { toRevision, toDeploymentId }: Wanted,
): Revision | undefined {
  if (toRevision !== undefined)
    return revisions.find(({ id }) => id === toRevision);
  const past = history.find(({ id }) => id === toDeploymentId);
  return past && revisions.find(({ version }) => version === past.version);
}

function findGood(
  revisions: Revision[],
  from: Revision,
  history: PastVersion[],
): Revision | undefined {
  const before = revisions
    .slice(revisions.indexOf(from) + 1)
    .filter(revision => !isSame(revision, from));
  const isGood = ({ version }: Revision) =>
    history.find(past => past.version === version)?.good;
  return (
    before.find(revision => isGood(revision) === true) ??
    before.find(revision => isGood(revision) === undefined)
  );
}

function isSame(one: Revision, other: Revision): boolean {
  return one.version === other.version;
}
