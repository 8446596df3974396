import {
  isVisible as isVisibleBy,
  type Visibility as VisibilityBy,
} from '@ghostlight/reliability-node';

/**
 * What a permission rule asks of rows of incidents or alerts.
 *
 * @public
 */
export interface RowCondition {
  /** `owner`: one of the refs owns it. `system`: it is part of one of them. `unresolved`: of no known entity. */
  of: 'owner' | 'system' | 'unresolved';
  refs: string[];
}

/** Which rows the caller may see: undefined stands for all, `none` for none. */
export type Visibility = VisibilityBy<RowCondition>;

/** Whether the caller may see something in memory. */
export function isVisible(
  visible: Visibility,
  thing: { ownerRefs: string[]; systemRefs: string[]; resolved: boolean },
): boolean {
  return isVisibleBy(visible, ({ of, refs }) => {
    if (of === 'unresolved') return !thing.resolved;
    const own = of === 'owner' ? thing.ownerRefs : thing.systemRefs;
    return own.some(ref => refs.includes(ref));
  });
}
