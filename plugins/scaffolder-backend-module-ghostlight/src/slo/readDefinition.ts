import {
  checkDocument,
  type ObjectiveDetail,
} from '@ghostlight/plugin-slo-common';
import { parse } from 'yaml';
import type { FoundSli } from './Sli';

/** How an objective is measured, as it is written. Undefined for a composite, and what is not at hand. */
export function readDefinition(
  detail: Pick<ObjectiveDetail, 'ref' | 'definition' | 'entityRef' | 'kind'>,
): Pick<FoundSli, 'spec' | 'indicatorRef' | 'comparison'> | undefined {
  if (detail.kind === 'composite') return undefined;
  const document = documentOf(detail.definition);
  if (document?.kind !== 'SLO') return undefined;
  const { objectives, indicator, indicatorRef } = document.spec;
  const part = detail.ref.split('~')[1];
  const written =
    objectives.find(({ displayName }) => kebab(displayName) === part) ??
    objectives[part === undefined ? 0 : Number(part) - 1];
  if (!written) return undefined;
  const { op, value } = written;
  const own = written.indicator || written.indicatorRef ? written : undefined;
  const measured = own ?? { indicator, indicatorRef };
  if (!measured.indicator && !measured.indicatorRef) return undefined;
  return {
    ...(measured.indicator
      ? { spec: measured.indicator.spec }
      : { indicatorRef: measured.indicatorRef }),
    ...(op !== undefined && value !== undefined
      ? { comparison: { op, value } }
      : {}),
  };
}

function documentOf(definition: string) {
  try {
    return checkDocument(parse(definition)).document;
  } catch {
    return undefined;
  }
}

function kebab(text = ''): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
