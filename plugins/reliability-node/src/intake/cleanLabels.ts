import { caps, cleanText } from './text';

/** Records that are clean, with the length of value that they were cut to. They are frozen. */
const cleaned = new WeakMap<object, number>();

/**
 * A flat record of texts from whatever a sender has: nested objects become `a.b`, lists become
 * `x, y`, null and empty names are left out. Names and values are cleaned and capped, and so is their
 * number; the first ones win. What was cleaned before is answered as it is.
 *
 * @public
 */
export function cleanLabels(
  value: unknown,
  options: { maxValue?: number } = {},
): Record<string, string> {
  const { maxValue = caps.labelValue } = options;
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return {};
  const before = cleaned.get(value);
  if (before !== undefined && before <= maxValue)
    return value as Record<string, string>;
  const labels: Record<string, string> = {};
  let size = 0;
  add(value, '', 0);
  cleaned.set(Object.freeze(labels), maxValue);
  return labels;

  function add(record: object, prefix: string, depth: number): void {
    for (const [key, item] of Object.entries(record)) {
      if (size >= caps.labels) return;
      const name = prefix ? `${prefix}.${key}` : key;
      if (item === null || item === undefined) continue;
      if (typeof item !== 'object') set(name, item);
      else if (Array.isArray(item)) set(name, joined(item, maxValue));
      else if (depth < 5) add(item, name, depth + 1);
    }
  }

  function set(name: string, text: unknown) {
    const label = cleanText(name, caps.labelName);
    // As a property it would be the prototype.
    if (!label || label === '__proto__' || Object.hasOwn(labels, label)) return;
    labels[label] = cleanText(text, maxValue);
    size += 1;
  }
}

/**
 * The same with room for longer values.
 *
 * @public
 */
export function cleanAnnotations(value: unknown): Record<string, string> {
  return cleanLabels(value, { maxValue: caps.annotationValue });
}

/**
 * `['env:prod', 'urgent']` as `{env: 'prod', urgent: 'true'}`: tags as Datadog and others have them.
 *
 * @public
 */
export function labelsOfTags(tags: unknown): Record<string, string> {
  const list = typeof tags === 'string' ? tags.split(',') : tags;
  if (!Array.isArray(list)) return {};
  return cleanLabels(
    Object.fromEntries(
      list
        .slice(0, caps.labels)
        .filter(tag => typeof tag === 'string' && tag.trim())
        .map((tag: string) => {
          const at = tag.indexOf(':');
          return at > 0
            ? [tag.slice(0, at).trim(), tag.slice(at + 1).trim()]
            : [tag.trim(), 'true'];
        }),
    ),
  );
}

function joined(items: unknown[], max: number): string {
  let text = '';
  for (const item of items) {
    if (item === undefined || item === null || typeof item === 'object')
      continue;
    text += text ? `, ${String(item)}` : String(item);
    if (text.length > max) break;
  }
  return text;
}
