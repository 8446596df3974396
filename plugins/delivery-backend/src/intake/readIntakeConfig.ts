import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** `delivery.intake`, compiled; what adapters have of their own is read with them. */
export interface IntakeConfig {
  /** Bytes, after decompression. */
  maxBody: number;
}

const megabyte = 1_000_000;

/**
 * @param delivery - the section `delivery`
 * @throws InputError that names the key
 */
export function readIntakeConfig(delivery: Config | undefined): IntakeConfig {
  const maxBody =
    delivery?.getOptionalNumber('intake.maxBodySize') ?? 2 * megabyte;
  if (!Number.isInteger(maxBody) || maxBody < 1_000 || maxBody > 50 * megabyte)
    throw new InputError(
      `delivery.intake.maxBodySize: must be a whole number of bytes from 1000 to 50000000, not ${maxBody}`,
    );
  return { maxBody };
}
