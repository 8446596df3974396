import type { OncallSource } from '@ghostlight/plugin-incidents-node';
import type { OncallLevel, Said } from '@ghostlight/plugin-incidents-common';
import type { OwnerLink } from '../graph/Graph';
import type { OwnerGraph } from './ownerChain';
import type { KnownSchedule, StoredSchedule } from './StoredSchedule';

/** A sentence, and what it says. */
export interface Sentence {
  text: string;
  said: Said;
}

/** Why nobody is on call and what to do about it; undefined when somebody is. */
export function whyNobody(options: {
  entityRef: string;
  owners: readonly OwnerLink[];
  known: readonly KnownSchedule[];
  row: (KnownSchedule & { schedule: StoredSchedule }) | undefined;
  levels: readonly OncallLevel[];
  sources: ReadonlyMap<string, OncallSource>;
  graph: OwnerGraph;
  at: number;
}): Sentence | undefined {
  const { entityRef, owners, known, row, levels, sources, graph, at } = options;
  if (row) {
    if (levels.some(({ now }) => now.length)) return undefined;
    const { source, ownerRef, schedule } = row;
    const from = dayOf(schedule.from);
    const to = dayOf(schedule.to);
    if (at < schedule.from || at >= schedule.to)
      return sentence(
        `What ${source} says of ${ownerRef} is known from ${from} to ${to} only. Ask for a time in between.`,
        'outside',
        { source, ownerRef, from, to },
      );
    return sentence(
      `The rotation of ${ownerRef} in ${source} has a gap: nobody is on call at this time. Add a shift or an override there.`,
      'gap',
      { source, ownerRef },
    );
  }
  const silent = known.find(({ error }) => error);
  if (silent) {
    const { source, ownerRef, error = '' } = silent;
    return sentence(
      `${source} has not answered yet for ${ownerRef}: ${error}. It is asked again within a minute.`,
      'silent',
      { source, ownerRef, error },
    );
  }
  if (!graph.get(entityRef) && !owners.length)
    return sentence(
      `The catalog does not know ${entityRef}. Check the reference, or register the entity.`,
      'unknown',
      { entityRef },
    );
  if (!owners.length)
    return sentence(
      `${entityRef} has no owner. Set spec.owner in its catalog-info.yaml.`,
      'unowned',
      { entityRef },
    );
  if (!sources.size)
    return sentence(
      'No source of on-call rotations is set up. Add a rotation file (incidents.oncall.rotation), or the module of PagerDuty, Opsgenie or Grafana.',
      'no-source',
      {},
    );
  return withoutRotation(owners, sources);
}

function withoutRotation(
  owners: readonly OwnerLink[],
  sources: ReadonlyMap<string, OncallSource>,
): Sentence {
  const annotations = [
    ...new Set([...sources.values()].flatMap(s => s.annotations ?? [])),
  ].join(' or ');
  const hint = annotations ? `, or point at one with ${annotations}` : '';
  const refs = owners.map(({ ref }) => ref).join(', ');
  const where = [...sources.keys()];
  return sentence(
    `None of ${refs} has a rotation. Add one to ${where.join(' or ')}${hint}.`,
    'no-rotation',
    { owners: refs, sources: where.join(', ') },
  );
}

function sentence(
  text: string,
  code: string,
  params: Said['params'],
): Sentence {
  return { text, said: { code: `oncall.${code}`, params } };
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
