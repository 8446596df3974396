import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  incidentsExtensionPoint,
  type IncidentsExtensionPoint,
  type OncallSource,
} from '@ghostlight/plugin-incidents-node';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import incidentsModuleRotation from '.';
import { readDocument, readInline } from './document';

const weekend = {
  from: Date.parse('2026-11-20T23:00Z'),
  to: Date.parse('2026-11-21T23:00Z'),
};

const document = `
people:
  user:default/ines.ortega:
    name: Inés Ortega
    email: ines@theatre.example
    timeZone: Europe/Madrid
teams:
  - owner: group:default/payments
    title: Payments
    timeZone: Europe/Madrid
    levels:
      - title: First
        escalateAfter: 15m
        layers:
          - name: week
            participants: [user:default/ines.ortega]
            rotate: weekly
            handover: Mon 09:00
            start: 2026-01-05
      - escalateAfter: 1h30m
        layers:
          - participants: [{ name: Night desk, email: desk@theatre.example }]
            rotate: { days: 2 }
            handover: '18:00'
            start: 2026-01-05
            restrictions:
              - days: [Fri-Sun]
                from: '18:00'
                to: '06:00'
`;

async function sourcesOf(config: JsonObject) {
  const sources: OncallSource[] = [];
  const point: Partial<IncidentsExtensionPoint> = {
    addOncallSource: source => sources.push(source),
  };
  const logger = mockServices.logger.mock();
  const backend = await startTestBackend({
    extensionPoints: [[incidentsExtensionPoint, point]],
    features: [
      incidentsModuleRotation,
      logger.factory,
      mockServices.rootConfig.factory({
        data: { incidents: { oncall: { rotation: [config] } } },
      }),
    ],
  });
  await backend.stop();
  return { source: sources[0], logger };
}

describe('the module', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rotation-'));
    file = join(folder, 'oncall.yaml');
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  /** Writes at another time than before, as far as the file system can tell. */
  async function write(text: string, seconds: number) {
    await writeFile(file, text);
    await utimes(file, seconds, seconds);
  }

  it('tells whose rotations the file has, their levels and who is on call', async () => {
    await write(document, 1);
    const { source } = await sourcesOf({ file });
    expect([source.name, source.type]).toEqual(['rotation', 'rotation']);
    expect(await source.owners()).toEqual(['group:default/payments']);
    const schedule = await source.schedule({
      owner: 'group:default/payments',
      ...weekend,
    });
    expect(schedule).toEqual({
      title: 'Payments',
      timeZone: 'Europe/Madrid',
      levels: [
        { level: 1, title: 'First', escalatesAfterMinutes: 15 },
        { level: 2, escalatesAfterMinutes: 90 },
      ],
      shifts: [
        {
          ...weekend,
          level: 1,
          layer: 'week',
          people: [
            {
              userRef: 'user:default/ines.ortega',
              name: 'Inés Ortega',
              email: 'ines@theatre.example',
              timeZone: 'Europe/Madrid',
            },
          ],
        },
        ...[
          ['2026-11-20T23:00Z', '2026-11-21T05:00Z'],
          ['2026-11-21T17:00Z', '2026-11-21T23:00Z'],
        ].map(([from, to]) => ({
          from: Date.parse(from),
          to: Date.parse(to),
          level: 2,
          people: [{ name: 'Night desk', email: 'desk@theatre.example' }],
        })),
      ],
    });
    expect(
      await source.schedule({ owner: 'group:default/search', ...weekend }),
    ).toBeUndefined();
  });

  it('reads the file again when it has changed, says what is wrong with it, and recovers', async () => {
    await write(document, 1);
    const { source } = await sourcesOf({ file });
    await write(document.replace('default/payments', 'default/search'), 2);
    expect(await source.owners()).toEqual(['group:default/search']);
    await write(document.replace('weekly', 'wekly'), 3);
    await expect(source.owners()).rejects.toThrow(
      `${file}:17:21 teams[0].levels[0].layers[0].rotate: write daily, weekly, {days: 3} or {weeks: 2}`,
    );
    await rm(file);
    await expect(source.owners()).rejects.toThrow(
      `${file} cannot be read (ENOENT)`,
    );
    await write(document, 4);
    expect(await source.owners()).toEqual(['group:default/payments']);
  });

  it('starts with a file that has mistakes, and says so', async () => {
    await write('teams: [', 1);
    const { logger } = await sourcesOf({ file });
    expect(logger.error).toHaveBeenCalledWith(
      'Rotations of rotation cannot be used',
      expect.objectContaining({ message: expect.stringContaining(':1:') }),
    );
  });

  it('takes rotations from the configuration, under a name', async () => {
    const { source } = await sourcesOf({
      name: 'inline',
      rotations: {
        teams: [
          {
            owner: 'group:default/payments',
            timeZone: 'UTC',
            levels: [
              {
                layers: [
                  {
                    participants: ['user:default/ines.ortega'],
                    rotate: 'daily',
                    handover: '09:00',
                    start: '2026-01-05',
                  },
                ],
              },
            ],
          },
        ],
      },
    });
    const schedule = await source.schedule({
      owner: 'group:default/payments',
      ...weekend,
    });
    expect(source.name).toBe('inline');
    expect(schedule?.shifts[0].people).toEqual([
      { userRef: 'user:default/ines.ortega', name: 'ines.ortega' },
    ]);
  });

  it.each([
    ['neither file nor rotations', {}, 'write either file or rotations'],
    [
      'both',
      { file: 'a.yaml', rotations: { teams: [] } },
      'write either file or rotations',
    ],
    [
      'rotations with a mistake',
      { rotations: { teams: [{}] } },
      'incidents.oncall.rotation[0].rotations teams[0].owner: is missing',
    ],
  ])('does not start with %s', async (_name, config, message) => {
    await expect(sourcesOf(config)).rejects.toThrow(message);
  });
});

describe('mistakes', () => {
  it.each([
    [
      'an unknown zone',
      ['Europe/Madrid\n    levels', 'Europe/Madird\n    levels'],
      "oncall.yaml:10:15 teams[0].timeZone: 'Europe/Madird' is no IANA time zone; write one such as Europe/Madrid",
    ],
    [
      'an offset in the place of a zone',
      ['Europe/Madrid\n    levels', "'+01:00'\n    levels"],
      "oncall.yaml:10:15 teams[0].timeZone: '+01:00' is no IANA time zone",
    ],
    [
      'a key that is not known',
      ['handover:', 'handvoer:'],
      "oncall.yaml:18:13 teams[0].levels[0].layers[0].handvoer: 'handvoer' is not known here; take it out, or check how it is spelt",
    ],
    [
      'a bare name',
      ['group:default/payments', 'payments'],
      "oncall.yaml:8:12 teams[0].owner: 'payments' is no full entity ref; write one such as group:default/payments",
    ],
    [
      'weeks without a day',
      ['Mon 09:00', "'09:00'"],
      'handover: turns of weeks need the day too; write Mon 09:00',
    ],
    [
      'days with one',
      ["'18:00'\n            start", "'Mon 18:00'\n            start"],
      'handover: turns of days hand over at a time only; write 09:00',
    ],
    [
      'a day that is none',
      ['2026-01-05', '2026-02-30'],
      'there is no such day',
    ],
    [
      'a time that is none',
      ["'06:00'", "'25:00'"],
      'write a time such as 09:00',
    ],
    [
      'a weekday that is none',
      ['Fri-Sun', 'Fri-Son'],
      'write days as Mon, Tue',
    ],
    [
      'nobody',
      ['[user:default/ines.ortega]', '[]'],
      'at least one participant',
    ],
    ['no time', ['15m', '0m'], 'must be from 1m to 24h'],
    ['a time of nothing', ['15m', 'soon'], 'write a duration such as 15m'],
    ['text that is no YAML', ['levels:', 'levels: ]'], 'oncall.yaml:11'],
  ])(
    'in a file are told with place and remedy: %s',
    (_name, [from, to], message) => {
      expect(document).toContain(from);
      expect(() =>
        readDocument(document.replace(from, to), 'oncall.yaml'),
      ).toThrow(message);
    },
  );

  it.each([
    ['an owner twice', { owner: 'group:default/b' }, 'has a rotation above'],
    [
      'an override that ends first',
      { from: '2026-01-02T00:00', to: '2026-01-01T00:00' },
      'overrides[0].to: must be after from',
    ],
    ['a time that is none', { from: '2026-13-02T00:00' }, 'is no real time'],
    ['a level there is not', { level: 3 }, 'the team has 1 level(s) only'],
    ['nobody and somebody', { nobody: true }, 'either a user or nobody'],
  ])('that only the whole shows are told: %s', (_name, change, message) => {
    const { owner = 'group:default/a', ...override } = change as JsonObject;
    const levels = [
      {
        layers: [
          {
            participants: ['user:default/a'],
            rotate: 'daily',
            handover: '09:00',
            start: '2026-01-01',
          },
        ],
      },
    ];
    const teams = [
      { owner: 'group:default/b', timeZone: 'UTC', levels },
      {
        owner,
        timeZone: 'UTC',
        levels,
        overrides: [
          {
            from: '2026-01-01T00:00',
            to: '2026-01-03T00:00',
            user: 'user:default/a',
            ...override,
          },
        ],
      },
    ];
    expect(() => readInline({ teams }, 'key')).toThrow(message);
  });

  it('are told twenty at a time', () => {
    const teams = Array.from({ length: 30 }, () => ({ owner: 'x' }));
    expect(() => readInline({ teams }, 'key')).toThrow(/and \d+ more$/);
  });
});
