import type { Entity } from '@backstage/catalog-model';
import { Random } from './Random';

/** Layers from the users down, with their share of all entities. */
const layers = [
  { name: 'web', kind: 'Component', share: 0.08 },
  { name: 'edge', kind: 'Component', share: 0.12 },
  { name: 'service', kind: 'Component', share: 0.45 },
  { name: 'core', kind: 'Component', share: 0.2 },
  { name: 'store', kind: 'Resource', share: 0.15 },
];

const perSystem = 25;
/** Of the dependencies, those that stay in the system. */
const withinSystem = 0.8;
/** Of the others, those on what all depend on. */
const onShared = 0.3;
/** Of all, those on others of the same layer. */
const sameLayer = 0.25;

/**
 * A catalog as companies have it: layers that depend on the next ones, systems of some two dozen
 * that keep to themselves, and a few that very many depend on.
 */
export function makeCatalog(size: number, seed: number): Entity[] {
  const random = Random.create(seed);
  const systems = Math.max(1, Math.round(size / perSystem));
  const made = layers.flatMap(({ name, kind, share }, layer) =>
    Array.from({ length: Math.max(2, Math.round(size * share)) }, (_, n) => ({
      kind,
      layer,
      name: `${name}-${n}`,
      number: n,
      system: random.below(systems),
    })),
  );
  const bySystem = new Map<string, typeof made>();
  const byLayer = layers.map((_, layer) =>
    made.filter(entity => entity.layer === layer),
  );
  for (const entity of made) {
    const key = `${entity.system}/${entity.layer}`;
    bySystem.set(key, [...(bySystem.get(key) ?? []), entity]);
  }
  // Within a layer only on earlier ones, so that nothing depends on itself in the end.
  const choose = (from: (typeof made)[number]) => {
    const down = random.chance(sameLayer) ? 0 : random.chance(0.75) ? 1 : 2;
    const layer = Math.min(layers.length - 1, from.layer + down);
    const near = random.chance(withinSystem)
      ? bySystem.get(`${from.system}/${layer}`) ?? []
      : byLayer[layer];
    const shared = near === byLayer[layer] && random.chance(onShared);
    const some = shared ? near.slice(0, Math.ceil(near.length / 200)) : near;
    const found = some.length ? random.pick(some) : undefined;
    return found && (down > 0 || found.number < from.number)
      ? found
      : undefined;
  };
  return made.map(entity => {
    const wanted = entity.layer === layers.length - 1 ? 0 : 1 + random.below(6);
    const targets = new Set(
      Array.from({ length: wanted }, () => choose(entity)).flatMap(
        target => target ?? [],
      ),
    );
    return {
      apiVersion: 'backstage.io/v1alpha1',
      kind: entity.kind,
      metadata: { name: entity.name },
      spec: {
        type: 'service',
        owner: `team-${entity.system}`,
        system: `system-${entity.system}`,
        dependsOn: [...targets].map(target =>
          `${target.kind}:${target.name}`.toLowerCase(),
        ),
      },
    };
  });
}
