import type { JsonObject, JsonValue } from '@backstage/types';

export const hidden = '(hidden)';

const secretName =
  /pass(word|wd|phrase)?|secret|token|credential|private|api[-_]?key|access[-_]?key|dsn|connection[-_]?string/i;
/** An address with a password in it. */
const secretValue = /:\/\/[^/\s:@]+:[^/\s@]+@/;

/** An object as it may be shown: nothing of Secrets, and no variable or entry that is one by its name or value. */
export function hideSecrets(object: JsonObject): JsonObject {
  if (object.kind === 'Secret') {
    const { data, stringData, ...rest } = object;
    return {
      ...rest,
      ...(data !== undefined && { data: hidden }),
      ...(stringData !== undefined && { stringData: hidden }),
    };
  }
  return hideIn(object) as JsonObject;
}

function hideIn(value: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(value)) return value.map(item => hideIn(item) ?? null);
  if (typeof value === 'string')
    return secretValue.test(value) ? hidden : value;
  if (typeof value !== 'object' || value === null) return value;
  const { name } = value;
  if (
    typeof name === 'string' &&
    typeof value.value === 'string' &&
    secretName.test(name)
  )
    return { ...value, value: hidden };
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      typeof item === 'string' && isSecretEntry(key) ? hidden : hideIn(item),
    ]),
  );
}

/** Names of fields that refer to Secrets hold no secret. */
function isSecretEntry(key: string): boolean {
  return secretName.test(key) && !/(name|ref|path|mount)$/i.test(key);
}
