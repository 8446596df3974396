import {
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  type Entity,
} from '@backstage/catalog-model';
import { stringify } from 'yaml';

/** A document as YAML, without what the catalog added, and where it is written. */
export function definitionOf(entity: Entity | undefined): {
  definition: string;
  definitionUrl?: string;
} {
  if (!entity) return { definition: '' };
  const { apiVersion, kind, metadata, spec } = entity;
  const { uid: _uid, etag: _etag, annotations = {}, ...rest } = metadata;
  const own = Object.fromEntries(
    Object.entries(annotations).filter(
      ([key]) => !/^(backstage\.io|catalog\.backstage\.io)\//.test(key),
    ),
  );
  const definition = stringify({
    apiVersion,
    kind,
    metadata: {
      ...rest,
      ...(Object.keys(own).length && { annotations: own }),
    },
    spec,
  });
  const url = [
    annotations[ANNOTATION_VIEW_URL],
    annotations[ANNOTATION_SOURCE_LOCATION]?.replace(/^url:/, ''),
  ].find(candidate => candidate && /^https?:\/\//.test(candidate));
  return { definition, ...(url && { definitionUrl: url }) };
}
