import type { Entity } from '@backstage/catalog-model';
import {
  type ActionFacts,
  compileExperiment,
  compilePolicy,
  compileRunbook,
  type Finding,
} from '@ghostlight/plugin-runbooks-common';
import { readDocuments } from '@ghostlight/reliability-common';
import type { Told } from '../texts/refuse';

const compilers: Record<
  string,
  (
    entity: Entity,
    actions?: ReadonlyMap<string, ActionFacts>,
  ) => { ref: string; findings: Finding[] }
> = {
  Runbook: (entity, actions) => compileRunbook(entity, { actions }),
  RemediationPolicy: (entity, actions) => compilePolicy(entity, { actions }),
  ChaosExperiment: (entity, actions) => compileExperiment(entity, { actions }),
};

/**
 * What the portal would say of the last document of a file, and beside it of the others.
 *
 * @param options - `markdown` is the text of the file that the document names
 */
export function checkRunbookFile(
  text: string,
  options: {
    actions?: ReadonlyMap<string, ActionFacts>;
    markdown?: string;
  } = {},
): { findings: Told[]; others: Told[] } {
  const read = readDocuments(text, { isOurs, mayBeOurs: isMentioned });
  const checked = read.map(({ value, findings }, i) => {
    if (!isEntity(value)) return { ref: '', findings: findings as Told[] };
    const isLast = i === read.length - 1;
    return compilers[value.kind](
      isLast && options.markdown !== undefined
        ? withMarkdown(value, options.markdown)
        : value,
      options.actions,
    );
  });
  const own = checked.pop();
  const twin = own && checked.some(({ ref }) => ref === own.ref);
  return {
    findings: [
      ...(own?.findings ?? []),
      ...(twin
        ? [
            {
              severity: 'error' as const,
              path: 'metadata.name',
              message: 'The document is in this file already.',
              found: own.ref,
              allowed: 'a name of its own',
            },
          ]
        : []),
    ],
    others: checked.flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity === 'error'),
    ),
  };
}

/** As the catalog does with `$text`. */
function withMarkdown(entity: Entity, markdown: string): Entity {
  return { ...entity, spec: { ...entity.spec, markdown } };
}

function isOurs(value: unknown): boolean {
  return isEntity(value);
}

function isEntity(value: unknown): value is Entity {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    Object.hasOwn(compilers, value.kind)
  );
}

function isMentioned(text: string): boolean {
  return Object.keys(compilers).some(kind => text.includes(kind));
}
