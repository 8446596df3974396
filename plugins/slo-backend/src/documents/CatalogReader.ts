import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { documentKinds, isDocument } from './kinds';

/** Refs in one batched read; more make a request too long for some proxies' patience. */
const batch = 200;

/** Reads documents and what they measure from the catalog, in batches, as the plugin itself. */
export class CatalogReader {
  private constructor(
    private readonly catalog: CatalogService,
    private readonly auth: AuthService,
  ) {}

  static create(options: { catalog: CatalogService; auth: AuthService }) {
    return new CatalogReader(options.catalog, options.auth);
  }

  /** The etag of every document by its ref. */
  async etags(): Promise<Map<string, string>> {
    const pages = this.catalog.streamEntities(
      {
        filter: { kind: documentKinds },
        fields: [
          'apiVersion',
          'kind',
          'metadata.namespace',
          'metadata.name',
          'metadata.etag',
        ],
        pageSize: 500,
      },
      await this.options(),
    );
    const found = new Map<string, string>();
    for await (const page of pages) {
      for (const entity of page.filter(isDocument)) {
        found.set(stringifyEntityRef(entity), entity.metadata.etag ?? '');
      }
    }
    return found;
  }

  /** Entities by ref, those that are not there left out. */
  async entities(refs: string[], fields?: string[]): Promise<Entity[]> {
    const found: Entity[] = [];
    for (let at = 0; at < refs.length; at += batch) {
      const { items } = await this.catalog.getEntitiesByRefs(
        { entityRefs: refs.slice(at, at + batch), fields },
        await this.options(),
      );
      for (const entity of items) if (entity) found.push(entity);
    }
    return found;
  }

  private async options() {
    return { credentials: await this.auth.getOwnServiceCredentials() };
  }
}
