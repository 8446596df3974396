import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const shortest = 6;

/** Things that look like credentials, wherever they come from. */
const telling: [RegExp, string][] = [
  [/\b(authorization\s*[:=]\s*)(?:bearer|basic|token)?\s*\S+/gi, '$1***'],
  [/\b(bearer|basic)\s+[A-Za-z0-9._~+/=-]{12,}/gi, '$1 ***'],
  [/\b(AKIA|ASIA)[0-9A-Z]{16}\b/g, '***'],
  [/\bgh[pousr]_[A-Za-z0-9]{20,}\b/g, '***'],
  [/\bxox[abprs]-[A-Za-z0-9-]{10,}/g, '***'],
  [/\bsk-[A-Za-z0-9_-]{16,}/g, '***'],
  [/\beyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g, '***'],
  [/\b([a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:)[^\s/@]+@/gi, '$1***@'],
  [
    /\b((?:api[_-]?key|access[_-]?token|secret|password|passwd|token)["']?\s*[:=]\s*["']?)[^\s"'&,;]{4,}/gi,
    '$1***',
  ],
  [
    /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g,
    '***',
  ],
];

/** Secrets of the configuration, by name; and what takes them, and their like, out of texts. */
export class Secrets {
  private constructor(private readonly values: ReadonlyMap<string, string>) {}

  /** @param config - `runbooks.secrets`: a map of names to values */
  static create(config: Config | undefined): Secrets {
    const values = new Map<string, string>();
    for (const name of config?.keys() ?? [])
      values.set(name, config!.getString(name));
    return new Secrets(values);
  }

  get names(): string[] {
    return [...this.values.keys()];
  }

  /** @throws InputError when there is none of that name */
  get(name: string): string {
    const value = this.values.get(name);
    if (value === undefined)
      throw new InputError(
        `There is no secret '${name.slice(0, 100)}' in runbooks.secrets`,
      );
    return value;
  }

  /** The text without secrets. */
  redact(text: string): string {
    let clean = text;
    for (const value of this.values.values())
      if (value.length >= shortest) clean = clean.replaceAll(value, '***');
    for (const [pattern, kept] of telling) clean = clean.replace(pattern, kept);
    return clean;
  }

  /** The same for all texts of a JSON value. */
  redactAll<T>(value: T): T {
    if (typeof value === 'string') return this.redact(value) as T;
    if (Array.isArray(value))
      return value.map(item => this.redactAll(item)) as T;
    if (value && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, this.redactAll(item)]),
      ) as T;
    return value;
  }
}
