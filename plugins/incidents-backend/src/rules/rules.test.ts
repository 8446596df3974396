import { ConfigReader } from '@backstage/config';
import {
  defaultIncidentRules,
  parseIncidentRules,
  type IncidentRules,
} from '@ghostlight/plugin-incidents-common';
import { readRulesConfig, writeRules } from '.';

const full: IncidentRules = {
  mapping: [
    {
      name: 'by app',
      match: [{ label: 'app', value: 'a*', mode: 'glob' }],
      entityRef: 'component:default/{app}',
    },
  ],
  suppress: {
    symptoms: false,
    rules: [
      {
        name: 'test',
        match: [{ label: 'env', value: 'test', mode: 'equals' }],
        reason: 'Nobody works there',
      },
    ],
  },
  correlate: {
    ...defaultIncidentRules.correlate,
    windowMs: 90_000,
    rules: [
      { name: 'zone', match: [], sameLabels: ['zone'], windowMs: 7_200_000 },
    ],
  },
  incidents: {
    rules: [{ name: 'all', match: [], severity: 'SEV3', afterAlerts: 2 }],
    resolveAfterMs: undefined,
    reopenWithinMs: 0,
  },
};

it.each([
  ['the built-in ones', defaultIncidentRules],
  ['others', full],
])('writes rules so that they are read back as they were: %s', (_, rules) => {
  expect(parseIncidentRules(writeRules(rules))).toEqual({ rules });
});

it('takes rules from the configuration, and names what is wrong in them', () => {
  const read = (rules?: string) => readRulesConfig(new ConfigReader({ rules }));
  expect(read()).toMatchObject({
    rules: defaultIncidentRules,
    source: expect.stringMatching(/Built in/),
  });
  const yaml = writeRules(full);
  expect(read(yaml)).toEqual({
    rules: full,
    yaml,
    source: 'incidents.rules of the configuration',
  });
  expect(() => read(yaml.replace('severity: SEV3', 'severity: SEV9'))).toThrow(
    /incidents\.rules, line \d+, spec\.incidents\.rules\[0\]\.severity/,
  );
});
