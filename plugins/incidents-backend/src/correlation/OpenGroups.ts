import { Group } from './Group';

/** Of one entity, label or rule, the groups of late; older ones are no candidates. */
const mostOfOne = 8;
const none: readonly Group[] = [];

/** What groups are found by: an entity that has alerts, their anchor, a label pair, or what a rule has alerts agree in. */
export type KeyKind = 'entity' | 'anchor' | 'label' | 'rule';

/** Groups by id, and the latest of them by what they may be found by. */
export class OpenGroups {
  private readonly groups = new Map<number, Group>();
  private readonly byAlert = new Map<number, number>();
  /** The latest first. One map for each kind, so that nobody puts keys together to look for one. */
  private readonly index: Record<KeyKind, Map<string, Group[]>> = {
    entity: new Map(),
    anchor: new Map(),
    label: new Map(),
    rule: new Map(),
  };
  private readonly quiet = new Set<number>();

  private constructor() {}

  static create(): OpenGroups {
    return new OpenGroups();
  }

  get(id: number): Group | undefined {
    return this.groups.get(id);
  }

  /** The group, made when it is not known. */
  open(id: number): Group {
    let group = this.groups.get(id);
    if (!group) {
      group = Group.create(id);
      this.groups.set(id, group);
    }
    return group;
  }

  ofAlert(alertId: number): Group | undefined {
    const id = this.byAlert.get(alertId);
    return id === undefined ? undefined : this.groups.get(id);
  }

  /** Says that an alert is in a group, and whether the group is quiet now. */
  note(alertId: number, group: Group): void {
    this.byAlert.set(alertId, group.id);
    this.noteFiring(group);
  }

  noteFiring(group: Group): void {
    if (group.firing > 0) this.quiet.delete(group.id);
    else this.quiet.add(group.id);
  }

  /** Makes a group the latest to be found by a key. */
  addKey(kind: KeyKind, key: string, group: Group): void {
    const found = this.index[kind].get(key);
    if (found?.[0] === group) return;
    (group.keys[kind] ??= new Set()).add(key);
    if (!found) {
      this.index[kind].set(key, [group]);
      return;
    }
    const at = found.indexOf(group);
    if (at >= 0) found.splice(at, 1);
    else if (found.length >= mostOfOne) found.pop();
    found.unshift(group);
  }

  /** Groups of a key, the latest first; only until the next change. */
  withKey(kind: KeyKind, key: string): readonly Group[] {
    return this.index[kind].get(key) ?? none;
  }

  delete(id: number): void {
    const group = this.groups.get(id);
    if (!group) return;
    this.groups.delete(id);
    this.quiet.delete(id);
    for (const alertId of group.members.keys())
      if (this.byAlert.get(alertId) === id) this.byAlert.delete(alertId);
    for (const [kind, key] of keysOf(group)) {
      const left = this.index[kind].get(key)?.filter(other => other !== group);
      if (left?.length) this.index[kind].set(key, left);
      else this.index[kind].delete(key);
    }
  }

  /** Looks at quiet groups only, which are few: they close. */
  idle(before: number): number[] {
    return [...this.quiet]
      .filter(id => this.groups.get(id)!.lastAt < before)
      .sort((a, b) => a - b);
  }
}

/** All that a group is found by. */
export function* keysOf({ keys }: Group): Generator<[KeyKind, string]> {
  for (const kind of Object.keys(keys) as KeyKind[])
    for (const key of keys[kind] ?? []) yield [kind, key];
}
