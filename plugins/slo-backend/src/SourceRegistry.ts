import { ConflictError } from '@backstage/errors';
import type {
  SloSourcesExtensionPoint,
  Source,
} from '@ghostlight/plugin-slo-node';

/** Names that stand for what is not read from a source. */
const reserved = new Set(['push', 'composite']);

/** The sources that modules have added, by name. */
export class SourceRegistry implements SloSourcesExtensionPoint {
  private readonly added = new Map<string, Source>();

  private constructor() {}

  static create(): SourceRegistry {
    return new SourceRegistry();
  }

  get sources(): ReadonlyMap<string, Source> {
    return this.added;
  }

  addSource(source: Source): void {
    const { name } = source;
    if (reserved.has(name))
      throw new ConflictError(`A source cannot be called '${name}'`);
    if (this.added.has(name))
      throw new ConflictError(`There are two sources called '${name}'`);
    this.added.set(name, source);
  }
}
