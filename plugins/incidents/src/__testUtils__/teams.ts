import type {
  Channels,
  NotificationRecord,
  OncallPerson,
  OncallTeam,
} from '@ghostlight/plugin-incidents-common';
import { ago } from './incidents';

const DAY = 1440;

export const ana: OncallPerson = {
  userRef: 'user:default/ana',
  name: 'Ana',
  timeZone: 'Asia/Tokyo',
};
export const ben: OncallPerson = { userRef: 'user:default/ben', name: 'Ben' };

/** A rotation that hands over at midday each few days, with an override and a gap; one that is never attended. */
export function someTeams(now: number): OncallTeam[] {
  const at = (days: number) => ago(now, -days * DAY);
  return [
    {
      owner: 'group:default/team-payments',
      title: 'Team Payments',
      timeZone: 'Europe/Madrid',
      source: {
        name: 'payments-rotation',
        type: 'rotation',
        url: 'https://git.example/rotation.yaml',
        fetchedAt: ago(now, 4),
      },
      levels: [
        {
          level: 1,
          title: 'first',
          shifts: [
            { from: at(-1), to: at(3), people: [ana], layer: 'weekdays' },
            { from: at(3), to: at(3.5), people: [ben], override: true },
            { from: at(3.5), to: at(6), people: [ana], layer: 'weekdays' },
            { from: at(7.5), to: at(14), people: [ben], layer: 'weekdays' },
          ],
          gaps: [{ from: at(6), to: at(7.5) }],
        },
        {
          level: 2,
          shifts: [{ from: at(-1), to: at(14), people: [ben] }],
          gaps: [],
        },
      ],
      load: [
        { person: ben, hours: 180.5, nightHours: 60.25, incidents: 1 },
        { person: ana, hours: 156, nightHours: 48, incidents: 4 },
      ],
    },
    {
      owner: 'group:default/team-web',
      title: 'Team Web',
      source: {
        name: 'pagerduty',
        type: 'pagerduty',
        fetchedAt: ago(now, 300),
      },
      error: 'pagerduty answered 503: try again later',
      levels: [
        {
          level: 1,
          shifts: [
            {
              from: at(-1),
              to: at(14),
              people: [{ name: 'level 1 of Team Web', hidden: true }],
            },
          ],
          gaps: [],
        },
      ],
      load: [
        {
          person: { name: 'member 1 of Team Web', hidden: true },
          hours: 336,
          nightHours: 126,
          incidents: 0,
        },
      ],
    },
  ];
}

export function someChannels(now: number): Channels {
  return {
    items: [
      {
        name: 'slack',
        type: 'slack',
        sent: 41,
        failed: 0,
        waiting: 1,
        lastSentAt: ago(now, 9),
      },
      {
        name: 'mail',
        type: 'email',
        sent: 3,
        failed: 2,
        waiting: 0,
        lastSentAt: ago(now, 300),
        lastError: '550 mailbox <ops@example> unavailable',
      },
    ],
    routes: [
      {
        channel: 'slack',
        sentence:
          'SEV1 and SEV2 of group:default/payments, when opened or resolved, to whoever is on call',
      },
      {
        channel: 'mail',
        sentence: 'Incidents of every severity, when opened, to the owner',
      },
    ],
  };
}

export function someNotifications(now: number): NotificationRecord[] {
  return [
    {
      id: '93',
      channel: 'slack',
      kind: 'opened',
      subject: 'INC-0042 SEV2 payments: 5xx above 5 %',
      state: 'sent',
      attempts: 1,
      createdAt: ago(now, 13),
      sentAt: ago(now, 13),
      incidentId: 'INC-0042',
      recipient: 'user:default/ana',
      key: 'INC-0042/opened/slack/ana',
    },
    {
      id: '92',
      channel: 'mail',
      kind: 'opened',
      subject: 'INC-0042 SEV2 payments: 5xx above 5 %',
      state: 'failed',
      attempts: 8,
      createdAt: ago(now, 13),
      incidentId: 'INC-0042',
      recipient: 'group:default/team-payments',
      error: '550 mailbox <ops@example> unavailable',
      key: 'INC-0042/opened/mail',
    },
    {
      id: '91',
      channel: 'slack',
      kind: 'resolved',
      subject: 'INC-0040 is resolved',
      state: 'waiting',
      attempts: 2,
      createdAt: ago(now, 2),
      nextAttemptAt: ago(now, -1),
      incidentId: 'INC-0040',
    },
  ];
}
