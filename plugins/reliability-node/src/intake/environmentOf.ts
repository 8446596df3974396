import { caps, firstLine } from './text';

/**
 * Where it runs, by the labels that people use for it.
 *
 * @public
 */
export function environmentOf(
  labels: Readonly<Record<string, string>>,
): string | undefined {
  return (
    firstLine(
      caps.environment,
      labels.environment,
      labels.env,
      labels['deployment.environment.name'],
      labels['deployment.environment'],
      labels.stage,
    ) || undefined
  );
}
