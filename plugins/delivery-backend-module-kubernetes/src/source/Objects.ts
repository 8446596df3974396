import type { KubeObject } from '@ghostlight/reliability-kubernetes';

/** Objects of a kind by their uid, and by something else that they are asked for. */
export class Objects<T extends KubeObject> {
  private readonly byUid = new Map<string, T>();
  private readonly uids = new Map<string, string>();

  private constructor(
    private readonly nameOf: (object: T) => string | undefined,
  ) {}

  static create<T extends KubeObject>(
    nameOf: (object: T) => string | undefined,
  ): Objects<T> {
    return new Objects(nameOf);
  }

  get(uid: string): T | undefined {
    return this.byUid.get(uid);
  }

  find(name: string | undefined): T | undefined {
    const uid = name === undefined ? undefined : this.uids.get(name);
    return uid === undefined ? undefined : this.byUid.get(uid);
  }

  keys(): Iterable<string> {
    return this.byUid.keys();
  }

  set(object: T) {
    const { uid } = object.metadata;
    this.delete(uid);
    this.byUid.set(uid, object);
    const name = this.nameOf(object);
    if (name !== undefined) this.uids.set(name, uid);
  }

  delete(uid: string) {
    const known = this.byUid.get(uid);
    if (!known) return;
    this.byUid.delete(uid);
    const name = this.nameOf(known);
    // Made anew under its old name, it is another one.
    if (name !== undefined && this.uids.get(name) === uid)
      this.uids.delete(name);
  }

  /** Of those in a namespace (all without one) only these are left. */
  keep(uids: Set<string>, namespace: string | undefined) {
    for (const [uid, { metadata }] of this.byUid)
      if ((!namespace || metadata.namespace === namespace) && !uids.has(uid))
        this.delete(uid);
  }
}
