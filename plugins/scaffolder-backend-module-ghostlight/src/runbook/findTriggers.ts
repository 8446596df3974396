import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type {
  SloService,
  SloServiceOptions,
} from '@ghostlight/plugin-slo-node';
import type { Subject } from '../catalog/Subject';
import type { Symptom, TriggerWish } from './Wish';

/** Words in the names of objectives that a symptom shows in. */
const signs: Record<Symptom, RegExp> = {
  errors: /avail|error|success/i,
  latency: /laten|slow|p\d\d|fast/i,
  saturation: /satur|cpu|memory|queue|throughput/i,
  dependency: /./,
};

const MOST = 5;

/**
 * What a new runbook is suggested for: the objectives of the entity in which the symptom shows, all of
 * them when none does, and its alerts by label when it has no objectives.
 */
export async function findTriggers(
  kind: Symptom,
  subject: Subject,
  options: SloServiceOptions & { slo: SloService; logger: LoggerService },
): Promise<TriggerWish[]> {
  const byLabel = [{ labels: { service: subject.name } }];
  try {
    const { items } = await options.slo.listObjectives(
      { entityRef: [subject.ref], orderBy: 'title', limit: 100 },
      { credentials: options.credentials },
    );
    const fitting = items.filter(({ ref, title }) =>
      signs[kind].test(`${ref} ${title}`),
    );
    const chosen = (fitting.length ? fitting : items)
      .map(({ ref }) => ref)
      .sort()
      .slice(0, MOST);
    return chosen.length
      ? chosen.map(slo => ({ slo, burn: 'page' as const }))
      : byLabel;
  } catch (error) {
    options.logger.warn(
      `The objectives of ${subject.ref} cannot be read: ${
        toError(error).message
      }`,
    );
    return byLabel;
  }
}
