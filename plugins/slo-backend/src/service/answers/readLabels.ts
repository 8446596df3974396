import { InputError } from '@backstage/errors';

/** As Prometheus and Kubernetes name labels: `track`, `app.kubernetes.io/version`. */
const labelName = /^[A-Za-z_][A-Za-z0-9_.\-/]{0,252}$/;
const longestValue = 256;

/**
 * Reads `name=value`; all after the first `=` is the value, which may hold anything but nothing.
 *
 * @throws InputError
 */
export function readLabels(written: string[]): Record<string, string> {
  const labels = new Map<string, string>();
  for (const text of written) {
    const at = text.indexOf('=');
    const name = text.slice(0, Math.max(0, at));
    const value = text.slice(at + 1);
    // What begins with two underscores is the source's own, such as the metric's name.
    if (!labelName.test(name) || name.startsWith('__'))
      throw new InputError(`label: '${text.slice(0, 100)}' is no name=value`);
    if (!value || value.length > longestValue)
      throw new InputError(
        `label: the value of ${name} has 1 to ${longestValue} characters`,
      );
    if (labels.has(name)) throw new InputError(`label: ${name} is there twice`);
    labels.set(name, value);
  }
  return Object.fromEntries(labels);
}
