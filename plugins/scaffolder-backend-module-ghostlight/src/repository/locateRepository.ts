import {
  ANNOTATION_LOCATION,
  type Entity,
  parseLocationRef,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';

/** Where an entity is written. */
export interface Located {
  /** `none`: not in a repository, or on a host that is not configured. */
  type: 'github' | 'gitlab' | 'other' | 'none';
  /** As the publishing actions take it: `github.com?owner=o&repo=r`. */
  repoUrl?: string;
  /** Of the file, as it can be read. */
  url?: string;
  branch?: string;
  /** Folder of the file in the repository; `.` at its top. */
  directory: string;
  /** Name of the file, such as `catalog-info.yaml`. */
  catalogFile: string;
}

/** By the location that the catalog has read, never by what the entity says of itself. */
export function locateRepository(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): Located {
  const nowhere: Located = {
    type: 'none',
    directory: '.',
    catalogFile: 'catalog-info.yaml',
  };
  const url = urlOf(entity);
  const type = url && integrations.byUrl(url)?.type;
  if (!url || !type) return nowhere;
  if (type === 'github' || type === 'gitlab') {
    const place = placeOf(url, type);
    if (place) return { type, url, ...place };
  }
  return { ...nowhere, type: 'other', url };
}

function urlOf(entity: Entity): string | undefined {
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  if (!location) return undefined;
  try {
    const { type, target } = parseLocationRef(location);
    return type === 'url' && /^https?:\/\//.test(target) ? target : undefined;
  } catch {
    return undefined;
  }
}

/** `https://github.com/o/r/blob/main/a/b.yaml`, `https://gitlab.com/g/s/r/-/blob/main/a/b.yaml` */
function placeOf(text: string, type: 'github' | 'gitlab') {
  const url = new URL(text);
  const segments = url.pathname.split('/').filter(Boolean).map(decode);
  const at = segments.findIndex(
    (segment, i) => i >= 2 && ['blob', 'tree', 'raw'].includes(segment),
  );
  const repository = segments.slice(0, at).filter(segment => segment !== '-');
  const [branch, ...path] = segments.slice(at + 1);
  const catalogFile = path.pop();
  if (at < 0 || repository.length < 2 || !catalogFile) return undefined;
  if (type === 'github' && repository.length !== 2) return undefined;
  const repo = repository.pop()!;
  const owner = repository.join('/');
  return {
    repoUrl: `${url.host}?owner=${encodeURIComponent(
      owner,
    )}&repo=${encodeURIComponent(repo)}`,
    branch,
    directory: path.join('/') || '.',
    catalogFile,
  };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
