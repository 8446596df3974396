import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import { Refusal, type Answers } from '@ghostlight/reliability-react/fakes';
import { paged } from './incidentAnswers';
import type { World } from './World';

/** The answers about who is on call and how people are notified. */
export function oncallAnswers(world: World): Answers<IncidentsPaths> {
  const asOf = new Date(world.now).toISOString();
  return {
    '/v1/oncall': {
      get: ({ query }) => {
        const entityRef = query.get('entityRef') ?? '';
        return (
          world.oncall[entityRef] ?? {
            entityRef,
            owners: [],
            levels: [],
            missing: 'no rotation is known for its owner',
            asOf,
          }
        );
      },
    },
    '/v1/oncall/teams': { get: () => ({ asOf, items: world.teams }) },
    '/v1/oncall/calendar': {
      get: ({ query }) =>
        `BEGIN:VCALENDAR\r\nX-WR-CALNAME:${query.get(
          'owner',
        )}\r\nEND:VCALENDAR`,
    },
    '/v1/channels': { get: () => world.channels },
    '/v1/channels/{name}/test': {
      post: ({ path: [name] }) => {
        const found = world.channels.items.find(each => each.name === name);
        if (!found) return new Refusal(404, 'NotFoundError', `No ${name}`);
        return found.lastError
          ? { outcome: 'failed' as const, reason: found.lastError }
          : { outcome: 'sent' as const, reason: '200 ok' };
      },
    },
    '/v1/notifications': {
      get: ({ query }) =>
        paged(
          world.notifications.filter(
            each =>
              (!query.has('state') ||
                query.getAll('state').includes(each.state)) &&
              (!query.get('channel') ||
                query.get('channel') === each.channel) &&
              (!query.get('incident') ||
                query.get('incident') === each.incidentId),
          ),
          query,
        ),
    },
  };
}
