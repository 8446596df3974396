import { ApiError } from '../ApiError';
import { builtInResource } from '../resources';
import type { Store } from '../storage/Store';
import type { ApiRequest } from './readRequest';

/** A line that a container wrote. */
export interface PodLogLine {
  /** Epoch milliseconds. */
  at: number;
  text: string;
}

interface Container {
  namespace: string;
  name: string;
  container: string;
}

/** What containers wrote, answered as a kubelet does. */
export class PodLogs {
  private readonly written = new Map<string, PodLogLine[]>();

  private constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  static create(options: { store: Store; now: () => number }): PodLogs {
    return new PodLogs(options.store, options.now);
  }

  write(
    container: Container,
    lines: PodLogLine[],
    { previous = false }: { previous?: boolean },
  ) {
    const key = keyOf(container, previous);
    this.written.set(key, [...(this.written.get(key) ?? []), ...lines]);
  }

  /** @throws ApiError 404 without the pod, 400 for what cannot be answered */
  read({ namespace = '', name = '', query }: ApiRequest): string {
    const resource = builtInResource('pods');
    const pod = this.store.get(resource, namespace, name);
    if (!pod) throw ApiError.notFound(resource, name);
    const names = containersOf(pod);
    const container = query.get('container') ?? names[0] ?? '';
    if (names.length > 1 && !query.has('container'))
      throw ApiError.badRequest(
        `a container name must be specified for pod ${name}, choose one of: [${names.join(
          ' ',
        )}]`,
      );
    if (!names.includes(container))
      throw ApiError.badRequest(
        `container ${container} is not valid for pod ${name}`,
      );
    const previous = query.get('previous') === 'true';
    const lines = this.written.get(
      keyOf({ namespace, name, container }, previous),
    );
    if (previous && !lines)
      throw ApiError.badRequest(
        `previous terminated container "${container}" in pod "${name}" not found`,
      );
    return this.answer(lines ?? [], query);
  }

  private answer(lines: PodLogLine[], query: URLSearchParams): string {
    const seconds = query.get('sinceSeconds');
    const time = query.get('sinceTime');
    if (seconds && time)
      throw ApiError.badRequest(
        'at most one of `sinceTime` or `sinceSeconds` may be specified',
      );
    const since = time
      ? Date.parse(time)
      : this.now() - Number(seconds ?? Infinity) * 1000;
    const tail = query.get('tailLines');
    const kept = lines.filter(({ at }) => at >= since);
    const shown = tail ? kept.slice(-Number(tail)) : kept;
    const stamp = query.get('timestamps') === 'true';
    const text = shown
      .map(line => {
        const at = new Date(line.at).toISOString().replace('Z', '000000Z');
        return `${stamp ? `${at} ` : ''}${line.text}\n`;
      })
      .join('');
    // Cut wherever the limit is, also in the middle of a line.
    const limit = query.get('limitBytes');
    return limit
      ? Buffer.from(text).subarray(0, Number(limit)).toString('utf8')
      : text;
  }
}

function keyOf(
  { namespace, name, container }: Container,
  previous: boolean,
): string {
  return [namespace, name, container, previous].join('/');
}

function containersOf(pod: { [field: string]: unknown }): string[] {
  const { spec } = pod as { spec?: { containers?: { name: string }[] } };
  return spec?.containers?.map(({ name }) => name) ?? [];
}
