import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** `incidents.pipeline`, compiled. What is not given is left to the pipeline's own defaults. */
export interface PipelineConfig {
  /** By adapter; undefined where it is `never`. */
  silentAfterMs: Record<string, number | undefined>;
  lateMs?: number;
  batchSize?: number;
}

const minute = 60_000;
const section = 'incidents.pipeline';
const mostRows = 10_000;

/**
 * @param incidents - the section `incidents`
 * @throws InputError that names the key
 */
export function readPipelineConfig(
  incidents: Config | undefined,
): PipelineConfig {
  const config = incidents?.getOptionalConfig('pipeline');
  const silentAfter = config?.getOptionalConfig('silentAfter');
  const batchSize = config?.getOptionalNumber('batchSize');
  if (
    batchSize !== undefined &&
    (!Number.isInteger(batchSize) || batchSize < 1 || batchSize > mostRows)
  )
    throw new InputError(
      `${section}.batchSize: must be a whole number from 1 to ${mostRows}, not ${batchSize}`,
    );
  return {
    silentAfterMs: Object.fromEntries(
      (silentAfter?.keys() ?? []).map(adapter => [
        adapter,
        silentAfter?.getOptional(adapter) === 'never'
          ? undefined
          : durationAt(silentAfter, adapter, `silentAfter.${adapter}`),
      ]),
    ),
    lateMs: durationAt(config, 'lateAfter', 'lateAfter'),
    batchSize,
  };
}

/**
 * @throws InputError when an adapter is named that is not there
 */
export function checkSilentAdapters(
  { silentAfterMs }: PipelineConfig,
  known: ReadonlyMap<string, unknown>,
): void {
  for (const id of Object.keys(silentAfterMs)) {
    if (known.has(id)) continue;
    throw new InputError(
      `${section}.silentAfter.${id}: there is no such adapter; there are ${[
        ...known.keys(),
      ].join(', ')}`,
    );
  }
}

function durationAt(
  config: Config | undefined,
  key: string,
  name: string,
): number | undefined {
  if (!config?.has(key)) return undefined;
  const value = durationToMilliseconds(readDurationFromConfig(config, { key }));
  if (value < minute)
    throw new InputError(`${section}.${name}: must be at least 1 minute`);
  return value;
}
