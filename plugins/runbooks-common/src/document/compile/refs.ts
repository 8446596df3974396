import {
  DEFAULT_NAMESPACE,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { Report } from './Report';

/** A full ref, or undefined when it is none. */
export function entityRefOf(
  text: string,
  defaultKind: string,
  namespace: string = DEFAULT_NAMESPACE,
): string | undefined {
  try {
    return stringifyEntityRef(
      parseEntityRef(text, { defaultKind, defaultNamespace: namespace }),
    );
  } catch {
    return undefined;
  }
}

/** Resolves the refs of one document, and reports those that are none. */
export class Refs {
  private constructor(
    private readonly namespace: string,
    private readonly report: Report,
  ) {}

  static create(options: { namespace: string; report: Report }) {
    return new Refs(options.namespace, options.report);
  }

  entity(text: string, path: string, defaultKind = 'component'): string {
    const ref = entityRefOf(text, defaultKind, this.namespace);
    if (ref) return ref;
    this.report.error(path, 'invalid', 'Not an entity ref.', {
      found: text,
      allowed: 'a name, or kind:namespace/name',
    });
    return text;
  }

  entities(
    texts: readonly string[] | undefined,
    path: string,
    defaultKind = 'component',
  ): string[] {
    const refs = (texts ?? []).map((text, i) =>
      this.entity(text, `${path}[${i}]`, defaultKind),
    );
    return [...new Set(refs)];
  }

  /** Of an objective: `slo:default/latency`, with or without `~p99`. */
  objective(text: string, path: string): string {
    const [document, ...parts] = text.split('~');
    const ref = this.entity(document, path, 'slo');
    return [ref, ...parts.map(part => part.toLowerCase())].join('~');
  }

  objectives(texts: readonly string[] | undefined, path: string): string[] {
    const refs = (texts ?? []).map((text, i) =>
      this.objective(text, `${path}[${i}]`),
    );
    return [...new Set(refs)];
  }

  /** `on-call`, or a group or user. */
  person(text: string | undefined, path: string): string {
    if (text === undefined || text.toLowerCase() === 'on-call')
      return 'on-call';
    return this.entity(text, path, 'group');
  }
}
