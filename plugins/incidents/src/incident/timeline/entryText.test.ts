import type { TimelineEntry } from '@ghostlight/plugin-incidents-common';
import { formatsFor } from '@ghostlight/reliability-react';
import { englishText } from '../../__testUtils__/englishText';
import { entryText } from './entryText';

const tools = { t: englishText(), format: formatsFor('en') };
const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({
  id: '1',
  at: '2026-01-01T00:00:00Z',
  kind: 'note',
  text: 'as it was written',
  count: 1,
  ...more,
});

describe('an entry of the timeline', () => {
  it.each<[string, Partial<TimelineEntry>, string]>([
    ['a note stays', {}, 'as it was written'],
    [
      'a status by a person',
      {
        kind: 'status',
        author: 'user:default/ana',
        data: { from: 'investigating', to: 'monitoring' },
      },
      'Status: from Investigating to Monitoring',
    ],
    [
      'a status by the product, with its reason',
      {
        kind: 'status',
        text: 'Resolved: nothing of severity error or worse has fired for 15 min',
        data: { from: 'monitoring', to: 'resolved' },
      },
      'Status: from Monitoring to Resolved (Resolved: nothing of severity error or worse has fired for 15 min)',
    ],
    [
      'a status of another backend',
      { kind: 'status', data: { from: 'x', to: 'y' } },
      'as it was written',
    ],
    [
      'an acknowledgement',
      { kind: 'status', data: { acknowledged: 'true' } },
      'Acknowledged',
    ],
    [
      'an alert that joined',
      { kind: 'alert', text: 'Alert: High: 5xx', data: { alertId: '1' } },
      'High: 5xx',
    ],
    [
      'an alert that ended',
      { kind: 'alert', text: 'Resolved: High', data: { alertId: '1' } },
      'Over: High',
    ],
    [
      'an alert chosen by hand',
      { kind: 'alert', text: 'High', data: { alertId: '1' } },
      'High',
    ],
    [
      'a role',
      { kind: 'role', data: { role: 'scribe', to: 'user:default/ben' } },
      'ben is scribe',
    ],
    [
      'a vacated role',
      { kind: 'role', data: { role: 'scribe' } },
      'Nobody is scribe any more',
    ],
    [
      'a merge',
      { kind: 'link', data: { merged: 'INC-0007' } },
      'Took in INC-0007',
    ],
    [
      'an origin',
      {
        kind: 'entity',
        data: { entityRef: 'component:default/a', role: 'origin' },
      },
      'Likely origin: a',
    ],
    [
      'a notification',
      {
        kind: 'notification',
        text: 'slack was told that it is over',
        data: { channel: 'slack', kind: 'resolved' },
      },
      'slack was told that it is over',
    ],
    [
      'a notification that failed keeps its reason',
      {
        kind: 'notification',
        text: 'slack could not be told of it: no such channel',
        data: { channel: 'slack', kind: 'resolved' },
      },
      'slack could not be told of it: no such channel',
    ],
    [
      'a mitigation',
      { kind: 'action', data: { mitigated: 'true' } },
      'The mitigation was applied',
    ],
    [
      'a finished follow-up',
      { kind: 'follow-up', text: 'Done: write it', data: { state: 'done' } },
      'Done: write it',
    ],
  ])('%s', (_, more, expected) => {
    expect(entryText(entry(more), tools)).toBe(expected);
  });
});
