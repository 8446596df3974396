import type { Alert, AlertReview } from '@ghostlight/plugin-incidents-common';

/** Alerts that say the same of the same entity; a review knows them by one of them. */
export interface AlertKind {
  /** The one by which the review knows them. */
  id: string;
  /** All of them that were read; none when they were not. */
  alerts: Alert[];
  /** In the order in which to look at them, from 1. */
  place?: number;
}

const keyOf = ({ name, entityRef, severity }: Alert) =>
  JSON.stringify([name, entityRef, severity]);

/** What a review speaks of, each kind once, in the order that it suggests. */
export function alertKinds(
  review: AlertReview,
  alerts: readonly Alert[],
): { kindsOf(ids: readonly string[]): AlertKind[]; rest: AlertKind[] } {
  const grouped = new Set(review.groups.flatMap(each => each.alertIds));
  const place = new Map(review.order.map((id, index) => [id, index + 1]));
  // What the review names by itself is not also one of others.
  const named = new Set([...grouped, ...review.order]);
  const kindOf = (id: string): AlertKind => {
    const known = alerts.find(each => each.id === id);
    const alike = alerts.filter(
      each =>
        each.id !== id &&
        !named.has(each.id) &&
        known &&
        keyOf(each) === keyOf(known),
    );
    return {
      id,
      alerts: known ? [known, ...alike] : [],
      place: place.get(id),
    };
  };
  const kindsOf = (ids: readonly string[]) =>
    [...new Set(ids)]
      .map(kindOf)
      .sort((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity));
  return {
    kindsOf,
    rest: kindsOf(review.order.filter(id => !grouped.has(id))),
  };
}

/** How many alerts they are. */
export function countOf(kinds: readonly AlertKind[]): number {
  return kinds.reduce((sum, each) => sum + Math.max(1, each.alerts.length), 0);
}
