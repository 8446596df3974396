import type {
  AlertReview,
  TriageCase,
} from '@ghostlight/plugin-incidents-common';
import type { IncidentTaskRequest } from '../AnalysisRequest';
import type { Task } from '../asking/Task';
import { reviewPrompt } from '../prompts';
import { reviewAnswer, schemaFor, type ReviewAnswer } from '../verify/answers';
import { checkStatement, knownIds } from '../verify/checkStatement';
import { DropList } from '../verify/Dropped';
import type { RecordBook } from '../verify/RecordBook';
import { incidentTask } from './incidentTask';

/** What a review says, without its run. */
export type Review = Omit<AlertReview, 'run'>;

const schema = schemaFor(reviewAnswer);

/** Which alerts share a cause. */
export function reviewTask(request: IncidentTaskRequest): Task<Review> {
  const { common, all, dataOf } = incidentTask(request);
  const ids = idsOfAlerts(request.collected.case);
  // A record is of all alerts of one rule at one entity.
  const idsOf = (evidenceId: string) => {
    const item = all.get(evidenceId);
    const found = ids.get(keyOf(String(item?.data?.rule), item?.entityRef));
    return found ?? [evidenceId];
  };
  return {
    ...common,
    prompt: reviewPrompt,
    tier: 'analysis',
    depends: [request.report.ranker.version],
    schema,
    data: dataOf,
    check(given) {
      const parsed = reviewAnswer.safeParse(given);
      if (!parsed.success) return { dropped: [], poor: true };
      const drops = DropList.create();
      const review = verifyReview(parsed.data, common.book, drops);
      const isEmpty =
        !review.groups.length && !review.order.length && !review.first;
      return {
        ...(!isEmpty && { result: renamed(review, idsOf) }),
        dropped: drops.dropped,
        poor: isEmpty,
      };
    },
  };
}

/** What holds of a review; alerts by their evidence ids. */
export function verifyReview(
  answer: ReviewAnswer,
  book: RecordBook,
  drops: DropList,
): Review {
  const alertsOf = (ids: string[], what: string) =>
    knownIds(ids, what, book, drops).filter(
      id =>
        book.get(id)?.item.type === 'alert' ||
        drops.add(what, 'not-an-alert', id),
    );
  const grouped = new Set<string>();
  const groups = answer.groups.slice(0, 20).flatMap((group, i) => {
    const what = `groups[${i}]`;
    // Each alert is in one group.
    const alertIds = alertsOf(group.alerts, what).filter(
      id => !grouped.has(id),
    );
    const evidence = group.evidence.length ? group.evidence : alertIds;
    const why = checkStatement({ text: group.why, evidence }, what, {
      book,
      drops,
    });
    if (!alertIds.length || !why) return [];
    alertIds.forEach(id => grouped.add(id));
    return [{ alertIds, related: group.related, why }];
  });
  const [primary] = answer.primary.trim()
    ? alertsOf([answer.primary], 'primary')
    : [];
  const first = answer.first.trim()
    ? checkStatement(
        { text: answer.first, evidence: answer.firstEvidence },
        'first',
        { book, drops },
      )
    : undefined;
  const wanted = new Set(answer.suppress.map(({ alert }) => alert.trim()));
  const suppress = answer.suppress.slice(0, 50).flatMap((one, i) => {
    const what = `suppress[${i}]`;
    const [alertId] = alertsOf([one.alert], what);
    const evidence = one.evidence.length ? one.evidence : [one.alert];
    const why = checkStatement({ text: one.why, evidence }, what, {
      book,
      drops,
    });
    if (!alertId || !why) return [];
    // Quiet is only what another one says, which stays loud.
    const group = groups.find(
      ({ related, alertIds }) => related && alertIds.includes(alertId),
    );
    const stays = group?.alertIds.some(id => id === primary || !wanted.has(id));
    if (!stays || alertId === primary) {
      drops.add(what, 'no-claim');
      return [];
    }
    const honest = why.evidence.some(id => !book.get(id)?.givesOrders);
    if (!honest) {
      drops.add(what, 'ordered-by-record');
      return [];
    }
    return [{ alertId, why }];
  });
  return {
    ...(primary && { primary }),
    ...(first && { first }),
    groups,
    order: alertsOf(answer.order, 'order'),
    suppress,
  };
}

function renamed(
  review: Review,
  idsOf: (evidenceId: string) => string[],
): Review {
  const { primary } = review;
  return {
    ...review,
    ...(primary && { primary: idsOf(primary)[0] }),
    groups: review.groups.map(group => ({
      ...group,
      alertIds: group.alertIds.flatMap(idsOf),
    })),
    order: review.order.flatMap(idsOf),
    suppress: review.suppress.flatMap(one =>
      idsOf(one.alertId).map(alertId => ({ ...one, alertId })),
    ),
  };
}

function idsOfAlerts({ alerts = [] }: TriageCase): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, name, entityRef } of alerts) {
    if (!id) continue;
    const key = keyOf(name, entityRef);
    const all = ids.get(key);
    if (all) all.push(id);
    else ids.set(key, [id]);
  }
  return ids;
}

function keyOf(rule: string, entityRef: string | undefined): string {
  return `${entityRef?.toLowerCase() ?? ''}\n${rule}`;
}
