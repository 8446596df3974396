import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

/** `incidents.intake`, compiled. What adapters have of their own is read by the registry. */
export interface IntakeConfig {
  /** Bytes, after decompression. */
  maxBody: number;
  /** Milliseconds that deliveries, what was read of the inbox, and quarantine are kept. */
  retention: number;
}

const day = 86_400_000;
const megabyte = 1_000_000;

/**
 * @param incidents - the section `incidents`
 * @throws InputError that names the key
 */
export function readIntakeConfig(incidents: Config | undefined): IntakeConfig {
  const config = incidents?.getOptionalConfig('intake');
  const maxBody = config?.getOptionalNumber('maxBodySize') ?? 5 * megabyte;
  if (!Number.isInteger(maxBody) || maxBody < 1_000 || maxBody > 50 * megabyte)
    throw new InputError(
      `incidents.intake.maxBodySize: must be a whole number of bytes from 1000 to 50000000, not ${maxBody}`,
    );
  const retention = config?.has('retention')
    ? durationToMilliseconds(
        readDurationFromConfig(config, { key: 'retention' }),
      )
    : 30 * day;
  if (retention < day)
    throw new InputError('incidents.intake.retention: keep at least 1 day');
  return { maxBody, retention };
}
