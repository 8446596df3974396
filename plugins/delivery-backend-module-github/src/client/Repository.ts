import type { JsonObject, JsonValue } from '@backstage/types';
import {
  VendorError,
  type VendorClient,
  type VendorVerb,
} from '@ghostlight/reliability-node';
import type { z } from 'zod';

type Query = Record<string, string | number | undefined>;

interface Kept {
  etag: string;
  body: JsonValue | undefined;
}

/** Answers that are kept with their validators. */
const mostKept = 40;

/** The API of one repository. */
export class Repository {
  private readonly kept = new Map<string, Kept>();

  private constructor(
    private readonly options: {
      slug: string;
      url: string;
      vendor: VendorClient;
      headers(): Promise<Record<string, string>>;
    },
  ) {}

  static create(options: {
    slug: string;
    /** For people. */
    url: string;
    vendor: VendorClient;
    headers(): Promise<Record<string, string>>;
  }): Repository {
    return new Repository(options);
  }

  get slug(): string {
    return this.options.slug;
  }

  get url(): string {
    return this.options.url;
  }

  get owner(): string {
    return this.slug.split('/')[0];
  }

  /**
   * Reads, with a validator where it was read before: what has not changed does not count against the limit.
   *
   * @returns undefined when it is not there
   */
  async find<T>(
    schema: z.ZodType<T>,
    path: string,
    signal: AbortSignal,
    query: Query = {},
  ): Promise<T | undefined> {
    try {
      return schema.parse((await this.look(path, signal, query)).body);
    } catch (error) {
      if (error instanceof VendorError && error.status === 404)
        return undefined;
      throw error;
    }
  }

  /** @throws VendorError */
  async read<T>(
    schema: z.ZodType<T>,
    path: string,
    signal: AbortSignal,
    query: Query = {},
  ): Promise<T> {
    return schema.parse((await this.look(path, signal, query)).body);
  }

  /** What of a list is understood, and whether it is another one than last time. */
  async list<T>(
    schema: z.ZodType<T>,
    path: string,
    signal: AbortSignal,
    query: Query = {},
  ): Promise<{ items: T[]; isNew: boolean }> {
    const { body, isNew } = await this.look(path, signal, query);
    const items = (Array.isArray(body) ? body : []).flatMap(item => {
      const { success, data } = schema.safeParse(item);
      return success ? [data] : [];
    });
    return { items, isNew };
  }

  /** Changes something; sent once. */
  async change(
    verb: VendorVerb,
    path: string,
    body: JsonObject | undefined,
    signal: AbortSignal,
  ): Promise<JsonValue | undefined> {
    const { vendor, headers } = this.options;
    const reply = await vendor.change(verb, this.pathOf(path), {
      body,
      headers: await headers(),
      signal,
    });
    return reply.body;
  }

  /** Whether a list differs from the last look. */
  async look(
    path: string,
    signal: AbortSignal,
    query: Query = {},
  ): Promise<{ body: JsonValue | undefined; isNew: boolean }> {
    const { vendor, headers } = this.options;
    const given = Object.entries(query)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)] as const);
    const key = `${path}?${new URLSearchParams(given.map(pair => [...pair]))}`;
    const known = this.kept.get(key);
    const reply = await vendor.look(this.pathOf(path), {
      query: given,
      headers: {
        ...(await headers()),
        ...(known && { 'If-None-Match': known.etag }),
      },
      signal,
    });
    if (reply.status === 304 && known)
      return { body: known.body, isNew: false };
    const etag = reply.headers.get('etag');
    this.kept.delete(key);
    if (etag) this.kept.set(key, { etag, body: reply.body });
    if (this.kept.size > mostKept)
      this.kept.delete(this.kept.keys().next().value!);
    return { body: reply.body, isNew: true };
  }

  private pathOf(path: string): string {
    const [owner, name] = this.slug.split('/').map(encodeURIComponent);
    return `/repos/${owner}/${name}${path}`;
  }
}
