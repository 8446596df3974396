import {
  parseEntityRef,
  stringifyEntityRef,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** Whose documentation a page of it is in, and where in it: Backstage's own annotations. */
export const DOCS_OF = 'backstage.io/techdocs-entity';
export const DOCS_PATH = 'backstage.io/techdocs-entity-path';

/** A page of the documentation of an entity. */
export interface DocsPage {
  /** Whose documentation. */
  entity: CompoundEntityRef;
  /** `runbooks/charges-fail`: without slashes at its ends. Empty for the first page. */
  path: string;
}

/** Addresses of the same page: with a slash, with `index.html`, of a file. */
function pathOf(address: string): string {
  return address
    .replace(/[?#].*$/, '')
    .replace(/(^|\/)index\.(html|md)$/i, '')
    .replace(/\.(html|md)$/i, '')
    .replace(/^\/+|\/+$/g, '');
}

/** The page that an entity says it is; undefined for one that says none, or nonsense. */
export function docsOf({ metadata }: Entity): DocsPage | undefined {
  const { [DOCS_OF]: of, [DOCS_PATH]: path = '' } = metadata.annotations ?? {};
  if (!of) return undefined;
  try {
    return { entity: parseEntityRef(of), path: pathOf(path) };
  } catch {
    return undefined;
  }
}

/** Whether an entity says that it is the page at an address within the documentation. */
export function isPage(
  entity: Entity,
  of: CompoundEntityRef,
  address: string,
): boolean {
  const page = docsOf(entity);
  return (
    page !== undefined &&
    stringifyEntityRef(page.entity) === stringifyEntityRef(of) &&
    page.path === pathOf(address)
  );
}
