import type { Driver } from '@ghostlight/plugin-delivery-node';
import type { StepContext } from '@ghostlight/reliability-node';

/** @throws Error when the driver of a step was taken out of the installation */
export function driverOf(
  drivers: ReadonlyMap<string, Driver>,
  { step }: StepContext,
): Driver {
  const driver = drivers.get(String(step.input.driver));
  if (!driver)
    throw new Error(
      `The driver '${step.input.driver}' is not installed any more`,
    );
  return driver;
}
