import type { Trigger } from '../../api';
import type { Seen } from './matchTriggers';

/** A key is kept in a column of so many characters. */
const MAX_KEY = 300;

/**
 * Where a document is found when something happens: `alert:<name>`, `alert:*` for what is not told by a
 * name, `slo:<ref>` and `entity:<ref>`. Whatever its triggers match has one of these keys.
 *
 * @public
 */
export function keysOf(
  triggers: readonly Trigger[],
  entityRefs: readonly string[] = [],
): string[] {
  return bounded([
    ...triggers.map(keyOf),
    ...entityRefs.map(ref => `entity:${ref}`),
  ]);
}

/** One is enough of a trigger that asks for several things: all of them must hold. */
function keyOf({ alert, slo }: Trigger): string {
  if (slo !== undefined) return `slo:${slo}`;
  return alert === undefined || alert.includes('*')
    ? 'alert:*'
    : `alert:${alert}`;
}

/**
 * The keys under which all documents are found that may be for what is happening.
 *
 * @public
 */
export function keysFor(
  seen: Pick<Seen, 'alerts'> & { entityRefs?: readonly string[] },
): string[] {
  return bounded([
    'alert:*',
    ...seen.alerts.flatMap(({ name, objectiveRef }) => [
      `alert:${name}`,
      ...(objectiveRef === undefined
        ? []
        : [`slo:${objectiveRef}`, `slo:${objectiveRef.split('~')[0]}`]),
    ]),
    ...(seen.entityRefs ?? []).map(ref => `entity:${ref}`),
  ]);
}

/** No document has a longer key, or one with a character that databases do not take. */
function bounded(keys: string[]): string[] {
  return [
    ...new Set(
      keys.filter(key => key.length <= MAX_KEY && !/[\0\p{Cs}]/u.test(key)),
    ),
  ];
}
