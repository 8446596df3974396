import type {
  Change,
  Correction,
  DocumentFindings,
  Gate,
  ObjectivePage,
  ObjectiveStatus,
  Override,
  Signals,
  Spenders,
  Status,
  Summary,
} from '@ghostlight/plugin-slo-common';
import { seriesOf } from './series';

const order: Status[] = [
  'critical',
  'warning',
  'no-data',
  'low-traffic',
  'healthy',
];

/**
 * The slo API by its contract, answered from what a test or the dev app puts in. `respond` takes a
 * request to `…/v1/…` and gives the response, so it can stand behind a server or a fetch.
 */
export class FakePortal {
  objectives: ObjectiveStatus[] = [];
  findings: DocumentFindings[] = [];
  corrections: Correction[] = [];
  overrides: Override[] = [];
  changes: Change[] = [];
  spentBy?: Spenders;
  gate?: Gate;
  signals?: Signals;
  summaries: Partial<Record<string, Summary>> = {};
  /** Requests whose address contains `match` are answered with this failure. */
  failures: Array<{
    match: string;
    status: number;
    name: string;
    message: string;
  }> = [];
  /** Method and address of every request, oldest first. */
  readonly requests: string[] = [];
  readonly bodies: unknown[] = [];

  async respond(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.pathname.slice(url.pathname.indexOf('/v1/'));
    this.requests.push(`${request.method} ${path}${url.search}`);
    const failure = this.failures.find(each =>
      decodeURIComponent(url.href).includes(each.match),
    );
    if (failure) {
      const { name, message, status } = failure;
      return json(
        { error: { name, message }, response: { statusCode: status } },
        status,
      );
    }
    if (request.method === 'POST') {
      return this.write(path, await request.json());
    }
    if (request.method === 'DELETE') return this.remove(path);
    return this.read(path, url.searchParams);
  }

  private read(path: string, query: URLSearchParams): Response {
    if (path === '/v1/objectives') return json(this.page(query));
    const series = /^\/v1\/objectives\/([^/]+)\/series$/.exec(path);
    const one = /^\/v1\/objectives\/([^/]+)$/.exec(path);
    if (series || one) {
      const ref = decodeURIComponent((series ?? one)?.[1] ?? '');
      const found = this.objectives.find(each => each.ref === ref);
      if (!found) return notFound(ref);
      if (series) {
        const from = Number(query.get('from')) || undefined;
        const to = Number(query.get('to')) || undefined;
        return json(seriesOf(found, { from, to }));
      }
      return json({
        ...found,
        definition: `apiVersion: openslo/v1\nkind: SLO\nmetadata:\n  name: ${found.title}\n`,
        definitionUrl: 'https://git.example/payments/slo.yaml',
        queries: [
          { name: 'good', query: 'sum(http_requests_total{code!~"5.."})' },
          { name: 'total', query: 'sum(http_requests_total)' },
        ],
        findings: [],
        spentBy: this.spentBy,
      });
    }
    switch (path) {
      case '/v1/gate':
        return json(this.gate ?? this.gateFor(query.get('entityRef') ?? ''));
      case '/v1/findings':
        return json({
          items: this.findings.filter(each =>
            each.documentRef.includes(nameIn(query.get('entityRef') ?? '')),
          ),
        });
      case '/v1/corrections':
        return json({ items: this.corrections });
      case '/v1/changes':
        return json({ items: this.changes });
      case '/v1/overrides':
        return json({ items: this.overrides });
      case '/v1/signals':
        return this.signals ? json(this.signals) : notFound('signals');
      case '/v1/summary':
        return json(this.summary(query.get('by') ?? 'owner'));
      case '/v1/rules':
        return new Response('groups: []\n', {
          headers: { 'content-type': 'application/yaml' },
        });
      default:
        return notFound(path);
    }
  }

  private write(path: string, body: Record<string, never>): Response {
    this.bodies.push(body);
    const now = Math.floor(Date.now() / 1000);
    const written = {
      ...(body as object),
      id: `${this.bodies.length}`,
      createdBy: 'user:default/ana',
      createdAt: now,
    };
    if (path === '/v1/overrides') {
      const override = { ...written, state: 'active' } as Override;
      this.overrides = [override, ...this.overrides];
      this.gate = {
        ...(this.gate ?? this.gateFor(override.entityRef)),
        verdict: override.verdict,
        override,
      };
      return json(override, 201);
    }
    const correction = written as Correction;
    this.corrections = [...this.corrections, correction];
    return json(correction, 201);
  }

  private remove(path: string): Response {
    const id = path.split('/').at(-1);
    this.corrections = this.corrections.filter(each => each.id !== id);
    this.overrides = this.overrides.filter(each => each.id !== id);
    if (this.gate) this.gate = { ...this.gate, override: undefined };
    return new Response(null, { status: 204 });
  }

  private page(query: URLSearchParams): ObjectivePage {
    const among = (key: string, value?: string) =>
      !query.has(key) || query.getAll(key).includes(value ?? '');
    const text = query.get('q')?.toLocaleLowerCase('en');
    const matching = this.objectives.filter(
      each =>
        (among('entityRef', each.entityRef) ||
          among('entityRef', each.systemRef) ||
          among('entityRef', each.documentRef)) &&
        among('owner', each.ownerRef) &&
        among('system', each.systemRef) &&
        among('domain', each.domainRef) &&
        (!text || `${each.title} ${each.entityRef}`.includes(text)),
    );
    const shown = matching
      .filter(each => among('status', each.status))
      .sort((a, b) => this.compare(a, b, query));
    const start = Number(query.get('cursor') ?? 0);
    const end = start + Number(query.get('limit') ?? 100);
    return {
      items: shown.slice(start, end),
      counts: countsOf(matching),
      totalItems: shown.length,
      ...(end < shown.length ? { nextCursor: String(end) } : {}),
    };
  }

  private compare(
    a: ObjectiveStatus,
    b: ObjectiveStatus,
    query: URLSearchParams,
  ): number {
    const sign = query.get('order') === 'desc' ? -1 : 1;
    if (query.get('orderBy') === 'title') {
      return sign * a.title.localeCompare(b.title);
    }
    if (query.get('orderBy') === 'budget') {
      return sign * ((a.budget.leftRatio ?? 2) - (b.budget.leftRatio ?? 2));
    }
    return order.indexOf(a.status) - order.indexOf(b.status);
  }

  private gateFor(entityRef: string): Gate {
    const own = this.objectives.filter(each => each.entityRef === entityRef);
    const worst = own.find(each => each.status === 'critical');
    const verdict = worst ? 'deny' : 'allow';
    return {
      entityRef,
      verdict,
      policy: { ref: 'builtin:conservative', title: 'conservative' },
      checks: own.slice(0, 3).map(each => ({
        id: 'halt',
        verdict: each === worst ? 'deny' : 'allow',
        title: `${each.title}: budget spent`,
        objectiveRef: each.ref,
        evidence: {
          measured: each.budget.spentRatio,
          limit: 0.6,
          unit: 'share of the budget spent',
          window: '30d',
          allowedMinutes: each.budget.allowedMinutes,
          leftMinutes: each.budget.leftMinutes,
          asOf: each.asOf,
          ageSeconds: 20,
        },
      })),
      recommendations: worst
        ? [
            {
              action: 'halt-releases',
              text: 'Halt releases that are not fixes',
            },
          ]
        : [],
      asOf: Math.floor(Date.now() / 1000) - 20,
    };
  }

  private summary(by: string): Summary {
    const given = this.summaries[by];
    if (given) return given;
    const key = `${by}Ref` as 'ownerRef' | 'systemRef' | 'domainRef';
    const groups = new Map<string, ObjectiveStatus[]>();
    for (const each of this.objectives) {
      const ref = each[key] ?? '';
      groups.set(ref, [...(groups.get(ref) ?? []), each]);
    }
    const burning = this.objectives.filter(each => each.status === 'critical');
    return {
      items: [...groups].map(([ref, items]) => ({
        ref,
        counts: countsOf(items),
        status: [...items].sort(
          (a, b) => order.indexOf(a.status) - order.indexOf(b.status),
        )[0].status,
        services: new Set(items.map(each => each.entityRef)).size,
        burningServices: new Set(
          items
            .filter(each => each.status === 'critical')
            .map(each => each.entityRef),
        ).size,
        worst: items[0].ref,
        leftRatio: items[0].budget.leftRatio,
      })),
      totals: countsOf(this.objectives),
      services: new Set(this.objectives.map(each => each.entityRef)).size,
      burningServices: new Set(burning.map(each => each.entityRef)).size,
      met: { '1h': 0.96, '6h': 0.97, '1d': 0.98 },
    };
  }
}

function countsOf(objectives: ObjectiveStatus[]) {
  const counts = {
    healthy: 0,
    warning: 0,
    critical: 0,
    'no-data': 0,
    'low-traffic': 0,
  };
  for (const each of objectives) counts[each.status] += 1;
  return counts;
}

function nameIn(entityRef: string): string {
  return entityRef.split('/').at(-1) ?? '';
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

function notFound(what: string): Response {
  return json(
    {
      error: { name: 'NotFoundError', message: `No ${what}` },
      response: { statusCode: 404 },
    },
    404,
  );
}
