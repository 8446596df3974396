import type { Oncall } from '@ghostlight/plugin-incidents-common';
import { ago } from './incidents';

export function oncallOf(now: number, entityRef: string): Oncall {
  return {
    entityRef,
    owners: [
      {
        ref: 'group:default/team-payments',
        title: 'Team Payments',
        reason: 'owner of payments',
      },
      { ref: 'group:default/shop', reason: 'owner of the system shop' },
    ],
    levels: [
      {
        level: 1,
        title: 'first',
        now: [
          {
            userRef: 'user:default/ana',
            name: 'Ana',
            timeZone: 'Asia/Tokyo',
          },
        ],
        until: ago(now, -11 * 60),
        next: [{ userRef: 'user:default/ben', name: 'Ben' }],
        escalatesAfterMinutes: 10,
      },
      {
        level: 2,
        title: 'second',
        now: [{ name: 'second on call', hidden: true }],
      },
    ],
    source: {
      name: 'payments-rotation',
      type: 'rotation',
      owner: 'group:default/team-payments',
    },
    asOf: ago(now, 0),
  };
}
