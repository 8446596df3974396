import fc from 'fast-check';
import type { Trigger } from '../api';
import { keysFor, keysOf, matchTriggers, type SeenAlert } from './index';

const alert = (more: Partial<SeenAlert> = {}): SeenAlert => ({
  name: 'HighErrorRate',
  labels: { service: 'payments', region: 'eu' },
  objectiveRef: 'slo:default/payments~fast',
  burn: 'page',
  ...more,
});

describe('triggers', () => {
  it.each<[string, Trigger, boolean]>([
    ['a name', { alert: 'HighErrorRate' }, true],
    ['another name', { alert: 'HighErrorRat' }, false],
    ['a pattern', { alert: 'High*Rate' }, true],
    ['a pattern at both ends', { alert: '*ErrorRate*' }, true],
    ['another pattern', { alert: '*Latency' }, false],
    ['labels', { labels: { service: 'pay*', region: 'eu' } }, true],
    ['a label that is not there', { labels: { pod: '*' } }, false],
    ['a label of every object', { labels: { constructor: '*' } }, false],
    ['an objective', { slo: 'slo:default/payments~fast' }, true],
    ['the document of an objective', { slo: 'slo:default/payments' }, true],
    ['another objective', { slo: 'slo:default/payments~slow' }, false],
    ['how fast it burns', { burn: 'page' }, true],
    ['how fast it does not burn', { burn: 'ticket' }, false],
    ['a severity', { severities: ['sev1', 'sev2'] }, true],
    ['another severity', { severities: ['sev4'] }, false],
    ['all of it', { alert: 'High*', burn: 'page', severities: ['sev2'] }, true],
    [
      'all but one',
      { alert: 'High*', burn: 'ticket', severities: ['sev2'] },
      false,
    ],
    ['nothing', {}, true],
  ])('ask for %s', (_name, trigger, holds) => {
    const match = matchTriggers([trigger], {
      alerts: [
        alert({
          name: 'Other',
          burn: undefined,
          labels: {},
          objectiveRef: undefined,
        }),
        alert(),
      ],
      severity: 'SEV2',
    });
    expect(match !== undefined).toBe(holds);
    expect(match?.because.length !== 0).toBe(true);
  });

  it('hold of one alert, not of several together', () => {
    const trigger: Trigger = { alert: 'A', labels: { service: 'b' } };
    const alerts = [
      alert({ name: 'A', labels: { service: 'a' } }),
      alert({ name: 'B', labels: { service: 'b' } }),
    ];
    expect(matchTriggers([trigger], { alerts })).toBeUndefined();
  });

  it('say why, the one that asks for most', () => {
    const match = matchTriggers(
      [
        {},
        { alert: 'High*' },
        {
          alert: 'HighErrorRate',
          labels: { service: 'payments' },
          severities: ['sev1'],
        },
      ],
      { alerts: [alert()], severity: 'sev1' },
    );
    expect(match).toMatchObject({
      index: 2,
      because: [
        {
          code: 'runbooks.matched.alert',
          text: 'The alert HighErrorRate fires',
          params: { alert: 'HighErrorRate' },
        },
        {
          code: 'runbooks.matched.labels',
          params: { labels: 'service=payments' },
        },
        { code: 'runbooks.matched.severity', params: { severity: 'SEV1' } },
      ],
    });
  });

  it('are found by their keys whenever they hold', () => {
    const name = fc.constantFrom(
      'A',
      'B',
      'AB',
      '',
      '*',
      'A*',
      'Ω',
      'a\0b',
      '\ud800',
      'x'.repeat(400),
    );
    const ref = fc.constantFrom(
      'slo:default/a',
      'slo:default/a~x',
      'slo:default/b',
    );
    const burn = fc.constantFrom('page' as const, 'ticket' as const);
    const labels = fc.dictionary(
      fc.constantFrom('l', 'm'),
      fc.constantFrom('1', '2', '*'),
    );
    const trigger = fc.record<Trigger>(
      {
        // As compiled: short, and of characters that a database takes.
        alert: name.filter(
          text => text.length <= 200 && !/[\0\p{Cs}]/u.test(text),
        ),
        labels,
        slo: ref,
        burn,
        severities: fc.constant(['sev1' as const]),
      },
      { requiredKeys: [] },
    );
    const seenAlert = fc.record<SeenAlert>(
      { name, labels, objectiveRef: ref, burn },
      { requiredKeys: ['name', 'labels'] },
    );
    fc.assert(
      fc.property(
        trigger,
        fc.array(seenAlert, { maxLength: 3 }),
        (one, alerts) => {
          const keys = keysFor({ alerts });
          expect(keys.every(key => key.length <= 300)).toBe(true);
          const holds = matchTriggers([one], { alerts, severity: 'sev1' });
          const isFound = keysOf([one]).some(key => keys.includes(key));
          expect(isFound || !holds).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('are found by the entities of their document as well', () => {
    const refs = ['component:default/a'];
    expect(
      keysOf([{ alert: 'A' }, { alert: 'A*' }, { slo: 'slo:default/a' }], refs),
    ).toEqual([
      'alert:A',
      'alert:*',
      'slo:slo:default/a',
      'entity:component:default/a',
    ]);
    expect(keysFor({ alerts: [], entityRefs: refs })).toContain(
      'entity:component:default/a',
    );
  });
});
