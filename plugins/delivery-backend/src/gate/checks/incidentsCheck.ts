import type { AuthService } from '@backstage/backend-plugin-api';
import type { GateChecker } from '@ghostlight/plugin-delivery-node';
import type {
  Incident,
  IncidentPage,
} from '@ghostlight/plugin-incidents-common';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import { say } from '@ghostlight/reliability-node';
import type { Gathered } from '../Gathered';
import type { Remembered } from '../Remembered';

const open = ['investigating', 'identified', 'monitoring'] as const;
/** Incidents that are shown, and that are read of all entities at once. */
const shown = 10;
const atOnce = 500;

/** Open incidents that concern the entity, from the incidents plugin. A rollback may be what resolves them. */
export function incidentsCheck(options: {
  incidents: IncidentsService;
  auth: AuthService;
  gathered: Gathered<Incident>;
  answers: Remembered<IncidentPage>;
}): GateChecker {
  const { incidents, auth, gathered, answers } = options;
  const readOne = async (entityRef: string) => {
    const credentials = await auth.getOwnServiceCredentials();
    const { items } = await answers.of(entityRef, () =>
      incidents.listIncidents(
        { entityRef: [entityRef], status: [...open], limit: shown },
        { credentials },
      ),
    );
    return items;
  };
  return {
    id: 'incidents',
    title: 'Open incidents',
    async check({ entityRef, purpose }) {
      const known = await gathered.of(entityRef);
      const items = (known ?? (await readOne(entityRef))).slice(0, shown);
      if (!items.length)
        return {
          verdict: 'pass',
          said: say('incidents.pass', 'No incident is open.'),
          evidence: [],
        };
      const ids = items.map(({ id }) => id).join(', ');
      const isGrave = items.some(({ severity }) =>
        ['SEV1', 'SEV2'].includes(severity),
      );
      return {
        verdict: isGrave && purpose === 'deploy' ? 'fail' : 'warn',
        said: say('incidents.open', `Open: ${ids}.`, {
          ids,
          count: items.length,
        }),
        ...(purpose === 'deploy' && {
          howToPass: say(
            'incidents.how',
            'Resolve the incident first, or ship only what resolves it.',
          ),
        }),
        evidence: items.map(({ id, title, startedAt }) => ({
          label: id,
          value: title,
          url: `/incidents/${id}`,
          asOf: startedAt,
        })),
      };
    },
  };
}

/** All that are open, unless they are too many. */
export async function readOpenIncidents(
  incidents: IncidentsService,
  auth: AuthService,
): Promise<{ items: Incident[]; isAll: boolean }> {
  const { items, nextCursor } = await incidents.listIncidents(
    { status: [...open], limit: atOnce },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  return { items, isAll: nextCursor === undefined };
}
