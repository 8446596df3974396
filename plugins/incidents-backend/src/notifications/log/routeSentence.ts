import type { NotificationRoute } from '../NotificationsConfig';

const topics: Record<string, string> = {
  opened: 'opened',
  severity: 'severity changed',
  escalated: 'escalated',
  status: 'status changed',
  resolved: 'resolved',
};

const people: Record<string, string> = {
  oncall: 'whoever is on call',
  owner: 'the owner',
};

/** A route in words: `SEV1 and SEV2 of group:default/payments, when opened or resolved, to whoever is on call`. */
export function routeSentence(route: NotificationRoute): string {
  const what = route.severities
    ? wordsOf(route.severities, 'and')
    : 'Incidents of every severity';
  const whose = route.owners ? ` of ${wordsOf(route.owners, 'or')}` : '';
  const where = route.entities
    ? ` that affect ${wordsOf(route.entities, 'or')}`
    : '';
  const when = wordsOf(
    route.topics.map(topic => topics[topic]),
    'or',
  );
  const to = route.to.map(one => people[one] ?? one);
  const whom = to.length ? `, to ${wordsOf(to, 'and')}` : '';
  return `${what}${whose}${where}, when ${when}${whom}`;
}

function wordsOf(words: string[], last: 'and' | 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
