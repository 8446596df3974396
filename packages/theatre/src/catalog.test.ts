import type { Entity } from '@backstage/catalog-model';
import {
  compileExperiment,
  compilePolicy,
  compileRunbook,
} from '@ghostlight/plugin-runbooks-common';
import {
  compileObjectives,
  isSloDocument,
  parseDocuments,
  type Objective,
  type SloDocument,
  type SloDocumentOfKind,
} from '@ghostlight/plugin-slo-common';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { fleet, serviceNames } from './fleet/services';
import { pushedObjectives } from './push/pushedObjectives';

const folder = join(__dirname, '../catalog');

function targets(location: string): string[] {
  const text = readFileSync(join(folder, location), 'utf8');
  const [{ spec }] = parseAllDocuments(text).map(document => document.toJS());
  return spec.targets.map((target: string) =>
    join(dirname(join(folder, location)), target),
  );
}

function readObjectives(location: string): Objective[] {
  const documents: SloDocument[] = targets(location).flatMap(file =>
    parseDocuments(readFileSync(file, 'utf8'), { file }).map(parsed => {
      expect(parsed).toMatchObject({ findings: [] });
      return parsed.document!;
    }),
  );
  return documents
    .filter(
      (document): document is SloDocumentOfKind<'SLO'> =>
        document.kind === 'SLO',
    )
    .flatMap(slo => {
      const { objectives, findings } = compileObjectives(slo, {
        documentRef: `slo:default/${slo.metadata.name}`,
        lookup: (kind, name) =>
          documents.find(
            other => other.kind === kind && other.metadata.name === name,
          ),
        sourceExists: source => source === 'default',
      });
      expect([
        slo.metadata.name,
        findings.filter(({ severity }) => severity === 'error'),
      ]).toEqual([slo.metadata.name, []]);
      return objectives;
    });
}

/** Documents of a kind, by the name that others call them, as compiled without a finding. */
function compileAll<Spec>(
  location: string,
  kind: string,
  compile: (entity: Entity) => { spec?: Spec; findings: unknown[] },
): Map<string, Spec> {
  const entities: Entity[] = targets(location).flatMap(file =>
    parseAllDocuments(readFileSync(file, 'utf8')).map(document =>
      document.toJS(),
    ),
  );
  const compiled = entities
    .filter(entity => entity.kind === kind)
    .map(entity => [entity.metadata.name, compile(entity)] as const);
  for (const [name, { findings }] of compiled)
    expect([name, findings]).toEqual([name, []]);
  return new Map(
    compiled.map(([name, { spec }]) => [
      `${kind.toLowerCase()}:default/${name}`,
      spec!,
    ]),
  );
}

describe('the catalog of the fleet', () => {
  it.each(['prometheus.yaml', 'push.yaml', 'none.yaml'])(
    '%s names files that are there',
    location => {
      for (const file of targets(location)) {
        expect([file, existsSync(file)]).toEqual([file, true]);
      }
    },
  );

  it('says of every service whom it calls', () => {
    for (const { name, routes } of fleet) {
      const text = readFileSync(
        join(folder, name, 'catalog-info.yaml'),
        'utf8',
      );
      const { spec } = parseAllDocuments(text)[0].toJS();
      const called = routes.flatMap(route =>
        route.calls.map(call => call.service),
      );
      expect(new Set(spec.dependsOn ?? [])).toEqual(
        new Set(called.map(service => `component:${service}`)),
      );
    }
  });

  it('has valid objectives of every sort for every service', () => {
    const objectives = readObjectives('prometheus.yaml');

    expect(new Set(objectives.map(({ entityRef }) => entityRef))).toEqual(
      new Set([
        ...serviceNames.map(name => `component:default/${name}`),
        'system:default/shopping',
      ]),
    );
    expect(new Set(objectives.map(({ indicator }) => indicator.kind))).toEqual(
      new Set(['ratio', 'raw', 'threshold', 'composite']),
    );
    expect(new Set(objectives.map(({ method }) => method))).toEqual(
      new Set(['occurrences', 'timeslices', 'ratio-timeslices']),
    );
    expect(new Set(objectives.map(({ window }) => window.kind))).toEqual(
      new Set(['rolling', 'calendar']),
    );
    const refs = new Set(objectives.map(({ ref }) => ref));
    for (const { indicator } of objectives) {
      if (indicator.kind !== 'composite') continue;
      expect(indicator.members.map(({ ref }) => refs.has(ref))).not.toContain(
        false,
      );
    }
  });

  it('has runbooks, policies and experiments without a finding, which name what is there', () => {
    const runbooks = compileAll('prometheus.yaml', 'Runbook', compileRunbook);
    const policies = compileAll(
      'prometheus.yaml',
      'RemediationPolicy',
      compilePolicy,
    );
    const experiments = compileAll(
      'prometheus.yaml',
      'ChaosExperiment',
      compileExperiment,
    );
    expect([runbooks.size, policies.size, experiments.size]).toEqual([2, 2, 1]);

    const objectives = new Set(
      readObjectives('prometheus.yaml').map(({ ref }) => ref),
    );
    const named = [
      ...[...runbooks.values(), ...policies.values()].map(
        ({ verification }) => verification?.objectives,
      ),
      ...[...experiments.values()].map(
        ({ steadyState }) => steadyState.objectives,
      ),
    ].flatMap(refs => refs ?? []);
    expect(named).not.toEqual([]);
    expect(named.filter(ref => !objectives.has(ref))).toEqual([]);
    const rungs = [...policies.values()].flatMap(({ ladder }) => ladder);
    expect(
      rungs.filter(
        rung => 'runbookRef' in rung && !runbooks.has(rung.runbookRef),
      ),
    ).toEqual([]);
  });

  it('without Prometheus has an objective for all that is pushed, and the same composite', () => {
    const objectives = readObjectives('push.yaml');

    const pushed = objectives.filter(
      ({ indicator }) => indicator.kind === 'push',
    );
    expect(pushed.map(({ ref }) => ref).sort()).toEqual(
      pushedObjectives.map(({ ref }) => ref).sort(),
    );
    expect(objectives.length).toBe(pushed.length + 1);
  });

  it('keeps every SLO document out of the entity files, and nothing else in with them', () => {
    for (const file of targets('prometheus.yaml')) {
      const kinds = parseAllDocuments(readFileSync(file, 'utf8')).map(
        document => isSloDocument(document.toJS()),
      );
      expect(new Set(kinds).size).toBe(1);
    }
  });
});
