import {
  matches,
  type Matchable,
  type MappingRule,
  type Matcher,
  type Said,
} from '@ghostlight/plugin-incidents-common';

/** A row of `mappings`, read. */
export interface TaughtMapping {
  id: number;
  matchers: Matcher[];
  entityRef: string;
  createdBy: string;
}

export interface MappingHit {
  entityRef: string;
  reason: string;
  said: Said;
}

/** What was taught, the latest first, then the rules of the configuration. */
export class MappingBook {
  private constructor(
    private readonly taught: readonly TaughtMapping[],
    private readonly rules: readonly MappingRule[],
  ) {}

  static create(options: {
    taught: readonly TaughtMapping[];
    rules: readonly MappingRule[];
  }): MappingBook {
    const taught = [...options.taught].sort((a, b) => b.id - a.id);
    return new MappingBook(taught, options.rules);
  }

  *hits(subject: Matchable): Iterable<MappingHit> {
    for (const { matchers, entityRef, createdBy } of this.taught) {
      if (matches(matchers, subject))
        yield {
          entityRef,
          reason: `Taught by ${createdBy}`,
          said: { code: 'entity.taught', params: { by: createdBy } },
        };
    }
    for (const { name, match, entityRef } of this.rules) {
      if (!matches(match, subject)) continue;
      const filled = fill(entityRef, subject);
      if (filled)
        yield {
          entityRef: filled,
          reason: `Mapping rule “${name}”`,
          said: { code: 'entity.rule', params: { rule: name } },
        };
    }
  }
}

/** `{label}` replaced by its value; undefined when the alert has no such label. */
function fill(template: string, subject: Matchable): string | undefined {
  let whole = true;
  const filled = template.replace(/\{([^{}]+)\}/g, (_, label: string) => {
    const value = valueOf(label, subject);
    if (!value) whole = false;
    return value ?? '';
  });
  return whole ? filled.toLowerCase() : undefined;
}

function valueOf(label: string, { adapter, name, labels }: Matchable) {
  if (label === 'adapter') return adapter;
  if (label === 'name') return name;
  return Object.hasOwn(labels, label) ? labels[label] : undefined;
}
