import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  OncallSchedule,
  OncallSource,
} from '@ghostlight/plugin-incidents-node';
import { Leases } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { resolve } from 'node:path';
import { CatalogGraph } from '../../graph/CatalogGraph';
import { OncallDirectory } from '..';

export const hour = 3_600_000;
export const day = 24 * hour;
/** A Sunday. */
export const noon = Date.parse('2026-11-22T12:00Z');

export const ines = {
  name: 'ines',
  email: 'INES@theatre.example',
  timeZone: 'Europe/Madrid',
};
export const tomasz = { name: 'Tomasz Lis', userRef: 'user:default/tomasz' };
export const night = { name: 'Night desk' };

/** As the catalog has it, with the relations that it makes of the spec. */
function entity(
  kind: string,
  name: string,
  spec: Record<string, string | object>,
  annotations?: Record<string, string>,
): Entity {
  const relation = (type: string, field: string, targetKind: string) =>
    field in spec
      ? [{ type, targetRef: `${targetKind}:default/${spec[field]}` }]
      : [];
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, ...(annotations && { annotations }) },
    spec: { type: 'x', ...spec } as Entity['spec'],
    relations: [
      ...relation('ownedBy', 'owner', 'group'),
      ...relation('partOf', 'system', 'system'),
      ...relation('partOf', 'domain', 'domain'),
      ...relation('childOf', 'parent', 'group'),
    ],
  };
}

/** Two teams of a department, a system of another team's, and people. */
export const entities: Entity[] = [
  entity('Component', 'payments', { owner: 'payments', system: 'shop' }),
  entity('Component', 'ledger', { owner: 'payments' }, { 'pager/id': 'L1' }),
  entity('Component', 'vault', { owner: 'payments' }, { 'pager/id': 'L1' }),
  entity('Component', 'orphan', {}),
  entity('System', 'shop', { owner: 'checkout', domain: 'theatre' }),
  entity('Domain', 'theatre', { owner: 'house' }),
  entity('Group', 'payments', {
    parent: 'department',
    profile: { displayName: 'Payments' },
  }),
  entity('Group', 'checkout', { parent: 'department' }),
  entity('Group', 'house', {}),
  entity('Group', 'department', {}),
  entity(
    'User',
    'ines.ortega',
    { profile: { displayName: 'Inés Ortega', email: 'ines@theatre.example' } },
    {},
  ),
  entity(
    'User',
    'tomasz',
    { profile: { displayName: 'Tomasz Lis' } },
    { 'pager/user': 'T1' },
  ),
];

/** A source whose answers a test changes while it runs. */
export class FakeSource implements OncallSource {
  readonly asked: string[] = [];
  schedules: Record<string, OncallSchedule> = {};
  failure?: Error;
  ownersFailure?: Error;
  /** Set to make it never answer. */
  silent = false;
  refreshMs?: number;

  private constructor(
    readonly name: string,
    readonly type: string,
    readonly annotations?: string[],
  ) {}

  static create(name: string, annotations?: string[]): FakeSource {
    return new FakeSource(name, name, annotations);
  }

  async owners() {
    if (this.ownersFailure) throw this.ownersFailure;
    return Object.keys(this.schedules).filter(key => key.includes(':'));
  }

  async schedule({
    owner,
    annotated,
  }: Parameters<OncallSource['schedule']>[0]) {
    this.asked.push(owner);
    if (this.silent) await new Promise(() => {});
    if (this.failure) throw this.failure;
    return this.schedules[annotated?.value ?? owner];
  }
}

/** Two levels: days and nights of a week around `noon`, then one person always. */
export function twoLevels(title = 'Rota'): OncallSchedule {
  return {
    title,
    timeZone: 'UTC',
    url: `https://pager.example/${title}`,
    levels: [
      { level: 1, title: 'First', escalatesAfterMinutes: 10 },
      { level: 2 },
    ],
    shifts: [
      ...[-1, 0, 1].flatMap(n => [
        {
          from: noon - 4 * hour + n * day,
          to: noon + 8 * hour + n * day,
          level: 1,
          people: [ines],
          layer: 'day',
        },
        // Until two hours before the next one begins.
        {
          from: noon + 8 * hour + n * day,
          to: noon + 18 * hour + n * day,
          level: 1,
          people: [tomasz],
          layer: 'night',
        },
      ]),
      { from: 0, to: noon * 2, level: 2, people: [night] },
    ],
  };
}

/** A directory over a database, with a clock that a test sets. */
export async function oncallWorld(options: {
  knex: Knex;
  sources: FakeSource[];
  catalogEntities?: Entity[];
  /** Milliseconds that a source has to answer. */
  patienceMs?: number;
}) {
  const { knex, sources, catalogEntities = entities } = options;
  const { patienceMs = 60_000 } = options;
  const logger = mockServices.logger.mock();
  await knex.migrate.latest({
    directory: resolve(__dirname, '../../../migrations'),
  });
  const leases = await Leases.create({ database: knex, logger });
  const graph = CatalogGraph.fromEntities(entities);
  const clock = { now: noon };
  const catalog = catalogServiceMock({ entities: catalogEntities });
  const make = () =>
    OncallDirectory.create({
      db: knex,
      graph,
      leases,
      logger,
      now: () => clock.now,
      sources: new Map(sources.map(source => [source.name, source])),
      catalog,
      auth: mockServices.auth(),
      patienceMs,
      firstPatienceMs: patienceMs,
    });
  return { clock, directory: make(), graph, leases, logger, make, catalog };
}
