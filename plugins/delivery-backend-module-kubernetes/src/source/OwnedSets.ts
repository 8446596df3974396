import type { ReplicaSet } from '@ghostlight/reliability-kubernetes';

/** ReplicaSets by the uid of what controls them. */
export class OwnedSets {
  private readonly byOwner = new Map<string, Map<string, ReplicaSet>>();

  private constructor(private readonly kinds: Set<string>) {}

  /** @param kinds - that may control them; others are passed over */
  static create(kinds: { kind: string }[]): OwnedSets {
    return new OwnedSets(new Set(kinds.map(({ kind }) => kind)));
  }

  of(owner: string): Iterable<ReplicaSet> {
    return this.byOwner.get(owner)?.values() ?? [];
  }

  /** @returns the uid of what controls it */
  set(set: ReplicaSet): string | undefined {
    const owner = this.ownerOf(set);
    if (!owner) return undefined;
    const own = this.byOwner.get(owner) ?? new Map<string, ReplicaSet>();
    own.set(set.metadata.uid, set);
    this.byOwner.set(owner, own);
    return owner;
  }

  delete(set: ReplicaSet) {
    const owner = this.ownerOf(set);
    const own = owner && this.byOwner.get(owner);
    if (!own) return;
    own.delete(set.metadata.uid);
    if (!own.size) this.byOwner.delete(owner);
  }

  /** Of those in a namespace (all without one) only these are left. */
  keep(uids: Set<string>, namespace: string | undefined) {
    for (const [owner, own] of this.byOwner) {
      for (const [uid, { metadata }] of own)
        if ((!namespace || metadata.namespace === namespace) && !uids.has(uid))
          own.delete(uid);
      if (!own.size) this.byOwner.delete(owner);
    }
  }

  private ownerOf({ metadata }: ReplicaSet): string | undefined {
    return metadata.ownerReferences?.find(
      ({ kind, controller }) => controller && this.kinds.has(kind),
    )?.uid;
  }
}
