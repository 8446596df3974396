import type { JsonValue } from '@backstage/types';

/** `${{ name }}`; what is between the braces is looked up, never evaluated. */
export const template = /\$\{\{([^{}]{0,200})\}\}/g;
const templateName = /^[A-Za-z_][\w-]*(\.[A-Za-z0-9_][\w-]*)*$/;

/** The name in a template; undefined when that is none. */
export function nameIn(inner: string): string | undefined {
  const name = inner.trim();
  return templateName.test(name) ? name : undefined;
}

/** A template in a value, with the path to its text. `name` is left out where it is none. */
export interface FoundTemplate {
  path: string;
  text: string;
  name?: string;
}

/** All templates in the texts of a value, at any depth. */
export function templatesIn(value: JsonValue, path: string): FoundTemplate[] {
  if (typeof value === 'string') {
    const found: FoundTemplate[] = [];
    const rest = value.replace(template, (text, inner: string) => {
      const name = nameIn(inner);
      found.push({ path, text, ...(name ? { name } : {}) });
      return '';
    });
    if (rest.includes('${{')) found.push({ path, text: '${{' });
    return found;
  }
  if (Array.isArray(value))
    return value.flatMap((item, i) => templatesIn(item, `${path}[${i}]`));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) =>
      templatesIn(item ?? null, `${path}.${key}`),
    );
  }
  return [];
}
