import type { AuthService } from '@backstage/backend-plugin-api';
import type { GateChecker } from '@ghostlight/plugin-delivery-node';
import type { Finding } from '@ghostlight/plugin-incidents-common';
import type {
  FindingPage,
  IncidentsService,
} from '@ghostlight/plugin-incidents-node';
import { say } from '@ghostlight/reliability-node';
import type { Gathered } from '../Gathered';
import type { GateConfig } from '../GateConfig';
import type { Remembered } from '../Remembered';
import { pathOf } from './budgetCheck';

/** Findings that are read of all entities at once: so many pages of so many. */
const pages = 4;
const page = 500;

/** Weaknesses that scanners reported, from the incidents plugin. A rollback does not wait for them. */
export function findingsCheck(options: {
  incidents: IncidentsService;
  auth: AuthService;
  gathered: Gathered<Finding>;
  answers: Remembered<FindingPage>;
  config: GateConfig['findings'];
}): GateChecker {
  const { incidents, auth, gathered, answers, config } = options;
  const readOne = async (entityRef: string) => {
    const credentials = await auth.getOwnServiceCredentials();
    return answers.of(entityRef, () =>
      incidents.listFindings(
        { entityRef: [entityRef], limit: 10 },
        { credentials },
      ),
    );
  };
  return {
    id: 'findings',
    title: 'Security findings',
    async check({ entityRef, purpose }) {
      if (purpose === 'rollback')
        return {
          verdict: 'off',
          said: say('findings.rollback', 'Not asked of a rollback.'),
          evidence: [],
        };
      const known = await gathered.of(entityRef);
      const { items, counts } = known
        ? { items: known, counts: countOf(known) }
        : await readOne(entityRef);
      const critical = counts?.critical ?? 0;
      const high = counts?.high ?? 0;
      const params = { critical, high };
      const { most } = config;
      const evidence = items
        .filter(({ severity }) => ['critical', 'high'].includes(severity))
        .slice(0, 5)
        .map(({ rule, title, lastSeenAt }) => ({
          label: rule,
          value: title,
          asOf: lastSeenAt,
          url: `/catalog/${pathOf(entityRef)}/incidents`,
        }));
      if (critical > most.critical || high > most.high)
        return {
          verdict: 'fail',
          said: say(
            'findings.fail',
            `${critical} critical and ${high} high findings are open; ${most.critical} and ${most.high} are let through.`,
            { ...params, mostCritical: most.critical, mostHigh: most.high },
          ),
          howToPass: say(
            'findings.how',
            'Update what has a fixed version and scan again, or override with a reason.',
          ),
          evidence,
        };
      return {
        verdict: 'pass',
        said: say(
          'findings.pass',
          `${critical} critical and ${high} high findings.`,
          params,
        ),
        evidence,
      };
    },
  };
}

function countOf(findings: Finding[]): { critical: number; high: number } {
  const of = (level: Finding['severity']) =>
    findings.filter(({ severity }) => severity === level).length;
  return { critical: of('critical'), high: of('high') };
}

/** All findings, unless they are too many. */
export async function readFindings(
  incidents: IncidentsService,
  auth: AuthService,
): Promise<{ items: Finding[]; isAll: boolean }> {
  const credentials = await auth.getOwnServiceCredentials();
  const items: Finding[] = [];
  let cursor: string | undefined;
  for (let n = 0; n < pages; n++) {
    const read = await incidents.listFindings(
      { limit: page, cursor },
      { credentials },
    );
    items.push(...read.items);
    cursor = read.nextCursor;
    if (cursor === undefined) return { items, isAll: true };
  }
  return { items: [], isAll: false };
}
