import type { RootConfigService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** A template that may be run. */
export interface AllowedTemplate {
  /** Full ref. */
  ref: string;
  /** Only runs of it; all when undefined. */
  environment?: string;
}

const key = 'runbooks.scaffolder.templates';

/** @throws InputError that names the key */
export function readTemplates(config: RootConfigService): AllowedTemplate[] {
  return (config.getOptionalConfigArray(key) ?? []).map((entry, index) => {
    const ref = templateRefOf(entry.getString('ref'));
    if (!ref)
      throw new InputError(`${key}[${index}].ref: is no ref of a template`);
    return { ref, environment: entry.getOptionalString('environment') };
  });
}

/** The full ref; undefined when it is none of a template. */
export function templateRefOf(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text, { defaultKind: 'template' });
    return ref.kind.toLowerCase() === 'template'
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    return undefined;
  }
}
