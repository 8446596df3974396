import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, RELATION_DEPENDS_ON } from '@backstage/catalog-model';
import type { GateChecker } from '@ghostlight/plugin-delivery-node';
import type { ObjectivePage } from '@ghostlight/plugin-slo-common';
import type { SloService } from '@ghostlight/plugin-slo-node';
import { say } from '@ghostlight/reliability-node';
import type { Gathered } from '../Gathered';
import type { Remembered } from '../Remembered';
import { pathOf } from './budgetCheck';

/** Dependencies that are looked at. */
const most = 50;
/** Objectives that are read of all entities at once. */
const atOnce = 500;

/** Whether what the entity depends on directly is burning, from the catalog and the slo plugin. */
export function dependenciesCheck(options: {
  slo: SloService;
  auth: AuthService;
  gathered: Gathered<ObjectivePage['items'][number]>;
  answers: Remembered<ObjectivePage>;
  entityOf: (ref: string) => Entity | undefined;
}): GateChecker {
  const { slo, auth, gathered, answers, entityOf } = options;
  const readOf = async (entityRef: string, needs: string[]) => {
    const all = await Promise.all(needs.map(need => gathered.of(need)));
    if (!all.includes(undefined)) return all.flatMap(items => items ?? []);
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await answers.of(entityRef, () =>
      slo.listObjectives(
        { entityRef: needs, status: ['critical'], limit: 20 },
        { credentials },
      ),
    );
    return items;
  };
  return {
    id: 'dependencies',
    title: 'Dependencies',
    async check({ entityRef }) {
      const needs = (entityOf(entityRef)?.relations ?? [])
        .filter(({ type }) => type === RELATION_DEPENDS_ON)
        .map(({ targetRef }) => targetRef)
        .slice(0, most);
      if (!needs.length)
        return {
          verdict: 'off',
          said: say(
            'dependencies.none',
            'The catalog knows of no dependencies.',
          ),
          evidence: [],
        };
      const items = await readOf(entityRef, needs);
      const burning = [...new Set(items.map(item => item.entityRef))];
      if (!burning.length)
        return {
          verdict: 'pass',
          said: say(
            'dependencies.pass',
            `None of ${needs.length} dependencies is burning.`,
            { count: needs.length },
          ),
          evidence: [],
        };
      const names = burning.join(', ');
      return {
        verdict: 'warn',
        said: say('dependencies.warn', `Burning: ${names}.`, { names }),
        howToPass: say(
          'dependencies.how',
          'Wait until they have recovered, so that a fault of this version can be told from theirs.',
        ),
        evidence: burning.map(ref => ({
          label: ref,
          url: `/catalog/${pathOf(ref)}/slo`,
        })),
      };
    },
  };
}

/** All objectives that burn, unless they are too many. */
export async function readBurning(
  slo: SloService,
  auth: AuthService,
): Promise<{ items: ObjectivePage['items'][number][]; isAll: boolean }> {
  const { items, nextCursor } = await slo.listObjectives(
    { status: ['critical'], limit: atOnce },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  return { items, isAll: nextCursor === undefined };
}
