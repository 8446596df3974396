import type { JsonObject, JsonValue } from '@backstage/types';
import {
  cleanLine,
  fieldAt,
  instantOf,
  linkOf,
  UnreadableError,
} from '@ghostlight/reliability-node';

/**
 * What a stranger sent, looked into field by field: what is missing or of the wrong kind is undefined, and
 * texts are clean.
 */
export class Fields {
  private constructor(
    private readonly value: JsonObject,
    readonly path: string,
  ) {}

  /** @throws UnreadableError when it is no object */
  static of(value: JsonValue | undefined, path: string = ''): Fields {
    if (!isObject(value))
      throw new UnreadableError('expected an object', path || 'body');
    return new Fields(value, path);
  }

  /** The object in a field; an empty one when there is none. */
  in(name: string): Fields {
    const value = this.raw(name);
    return new Fields(isObject(value) ? value : {}, fieldAt(this.path, name));
  }

  /** The objects in a list; what is none is passed over. */
  list(name: string): Fields[] {
    const value = this.raw(name);
    if (!Array.isArray(value)) return [];
    return value.flatMap((item, at) =>
      isObject(item)
        ? new Fields(item, `${fieldAt(this.path, name)}[${at}]`)
        : [],
    );
  }

  /** The texts in a list, or the one text. */
  texts(name: string): string[] {
    return [this.raw(name)].flat().flatMap(item => cleanLine(item, 500) || []);
  }

  raw(name: string): JsonValue | undefined {
    return Object.hasOwn(this.value, name) ? this.value[name] : undefined;
  }

  /** The first of the fields that has a text, on one line. */
  text(...names: string[]): string | undefined {
    for (const name of names) {
      const text = cleanLine(this.raw(name), 500);
      if (text) return text;
    }
    return undefined;
  }

  /** @throws UnreadableError when there is none */
  need(name: string, fix: string): string {
    const text = this.text(name);
    if (!text) throw new UnreadableError(fix, fieldAt(this.path, name));
    return text;
  }

  link(...names: string[]): string | undefined {
    for (const name of names) {
      const link = linkOf(this.raw(name));
      if (link) return link;
    }
    return undefined;
  }

  /** The first of the fields that has a time. @throws UnreadableError when that is none */
  time(...names: string[]): number | undefined {
    for (const name of names) {
      const value = this.raw(name);
      const at = instantOf(
        typeof value === 'string' ? value.replace(/ UTC$/, 'Z') : value,
        fieldAt(this.path, name),
      );
      if (at !== undefined) return at;
    }
    return undefined;
  }

  /** Texts by name. */
  record(name: string): Record<string, string> {
    const value = this.raw(name);
    if (!isObject(value)) return {};
    return Object.fromEntries(
      Object.entries(value)
        .slice(0, 100)
        .map(([key, item]) => [cleanLine(key, 300), cleanLine(item, 500)])
        .filter(([key, text]) => key && text && key !== '__proto__'),
    );
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
