import { Group } from './Group';

/** Of one entity, label or rule, the groups of late; older ones are no candidates. */
const mostOfOne = 8;
const none: readonly Group[] = [];

/** Groups by id, and the latest of them by what they may be found by. */
export class OpenGroups {
  private readonly groups = new Map<number, Group>();
  private readonly byAlert = new Map<number, number>();
  private readonly index = new Map<string, number[]>();
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
  addKey(key: string, group: Group): void {
    group.keys.add(key);
    const found = this.index.get(key);
    if (!found) {
      this.index.set(key, [group.id]);
    } else if (found.at(-1) !== group.id) {
      const at = found.indexOf(group.id);
      if (at >= 0) found.splice(at, 1);
      else if (found.length >= mostOfOne) found.shift();
      found.push(group.id);
    }
  }

  /** Groups of a key, the latest first. */
  withKey(key: string): readonly Group[] {
    const found = this.index.get(key);
    return found ? found.map(id => this.groups.get(id)!).reverse() : none;
  }

  delete(id: number): void {
    const group = this.groups.get(id);
    if (!group) return;
    this.groups.delete(id);
    this.quiet.delete(id);
    for (const alertId of group.members.keys())
      if (this.byAlert.get(alertId) === id) this.byAlert.delete(alertId);
    for (const key of group.keys) {
      const left = this.index.get(key)?.filter(other => other !== id);
      if (left?.length) this.index.set(key, left);
      else this.index.delete(key);
    }
  }

  /** Looks at quiet groups only, which are few: they close. */
  idle(before: number): number[] {
    return [...this.quiet]
      .filter(id => this.groups.get(id)!.lastAt < before)
      .sort((a, b) => a - b);
  }
}

export const keyOf = {
  entity: (ref: string) => `entity ${ref}`,
  anchor: (ref: string) => `anchor ${ref}`,
  label: (pair: string) => `label ${pair}`,
  rule: (key: string) => `rule ${key}`,
};
