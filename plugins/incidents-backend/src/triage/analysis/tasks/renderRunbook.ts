import type { JsonObject } from '@backstage/types';
import { compileRunbook } from '@ghostlight/plugin-runbooks-common';
import { stringify } from 'yaml';
import { plainText as inMarkdown } from '../../../learning/plainText';
import type { RunbookDraftTask } from '../AnalysisRequest';
import { draftPhases } from '../verify/answers';
import type { RecordBook } from '../verify/RecordBook';
import type { Draft } from './runbookDraftTask';

/** A step that holds. */
export type DraftStep = {
  phase: (typeof draftPhases)[number];
  title: string;
  text: string;
  evidence: string[];
  supported: boolean;
  minutes: number;
} & (
  | { kind: 'manual' | 'verify' }
  | { kind: 'action'; action: string; input: JsonObject }
);

interface Parts {
  title: string;
  description?: string;
  alerts: string[];
  causes: { cause: string; check?: string; mitigation: string }[];
  steps: DraftStep[];
}

const words = {
  en: {
    phases: {
      detection: 'Detection',
      diagnosis: 'Diagnosis',
      resolution: 'Resolution',
      verification: 'Verification',
      escalation: 'Escalation',
    },
    seenIn: 'Seen in',
    from: (n: number, ids: string) =>
      `Drafted from ${n} solved incidents (${ids}); read it over before you rely on it.`,
    median: (minutes: number) => ` They took ${minutes} minutes in the median.`,
  },
  es: {
    phases: {
      detection: 'Detección',
      diagnosis: 'Diagnóstico',
      resolution: 'Resolución',
      verification: 'Verificación',
      escalation: 'Escalado',
    },
    seenIn: 'Visto en',
    from: (n: number, ids: string) =>
      `Borrador a partir de ${n} incidentes resueltos (${ids}); revísalo antes de fiarte de él.`,
    median: (minutes: number) => ` Duraron ${minutes} minutos de mediana.`,
  },
} as const;

/** The document of a draft as YAML; undefined when the runbooks family would not take it. */
export function renderRunbook(
  parts: Parts,
  request: Pick<RunbookDraftTask, 'incidents' | 'actions' | 'language'>,
  book: RecordBook,
): Draft | undefined {
  const said = words[request.language ?? 'en'];
  const { incidents } = request;
  const incidentOf = (id: string) => String(book.get(id)?.item.data?.id ?? id);
  const seenIn = (evidence: string[]) =>
    `${said.seenIn} ${evidence.map(incidentOf).join(', ')}.`;
  const name = nameOf(parts.title);
  const stepOf = (step: DraftStep) => {
    const text = inMarkdown(step.text);
    const common = {
      title: step.title,
      timeout: `${step.minutes}m`,
    };
    if (step.kind === 'action')
      return {
        ...common,
        text: `${text}\n\n${seenIn(step.evidence)}`,
        action: step.action,
        input: step.input,
      };
    if (step.kind === 'verify')
      return {
        title: step.title,
        text: `${text}\n\n${seenIn(step.evidence)}`,
        verify: { within: `${step.minutes}m` },
      };
    return { ...common, text: seenIn(step.evidence), manual: text };
  };
  const phases = draftPhases.flatMap(phase => {
    const steps = parts.steps.filter(step => step.phase === phase).map(stepOf);
    return steps.length
      ? [{ id: phase, title: said.phases[phase], steps }]
      : [];
  });
  const minutes = medianOf(incidents.flatMap(one => one.minutes ?? []));
  const origin =
    said.from(incidents.length, incidents.map(({ id }) => id).join(', ')) +
    (minutes === undefined ? '' : said.median(minutes));
  const services = commonRefs(incidents.map(one => one.entityRefs));
  const total = parts.steps.reduce((sum, step) => sum + step.minutes, 0);
  const entity = {
    apiVersion: 'ghostlight.dev/v1',
    kind: 'Runbook',
    metadata: { name },
    spec: {
      title: parts.title.slice(0, 200),
      description: [
        ...(parts.description ? [inMarkdown(parts.description)] : []),
        origin,
      ].join('\n\n'),
      ...(services.length && { services }),
      estimatedTime: `${total}m`,
      ...(parts.alerts.length && {
        triggers: parts.alerts.map(alert => ({ alert: alert.slice(0, 200) })),
      }),
      phases,
      ...(parts.causes.length && {
        causes: parts.causes.map(({ cause, check, mitigation }) => ({
          cause: inMarkdown(cause),
          ...(check && { check: inMarkdown(check) }),
          mitigation: inMarkdown(mitigation),
        })),
      }),
    },
  };
  const { spec, findings } = compileRunbook(entity, {
    actions: new Map(
      (request.actions ?? []).map(one => [
        one.id,
        { reversible: one.reversible, input: one.input as JsonObject },
      ]),
    ),
  });
  if (!spec || findings.some(({ severity }) => severity === 'error'))
    return undefined;
  return {
    fileName: `${name}.yaml`,
    yaml: stringify(entity, { lineWidth: 100 }),
    steps: parts.steps.map(({ title, text, evidence, supported }) => ({
      text: `${title}: ${text}`,
      evidence: evidence.map(incidentOf),
      supported,
    })),
  };
}

/** What catalogs take as a name. */
function nameOf(title: string): string {
  const slug = title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return slug || 'runbook-draft';
}

/** Entities that at least half of the incidents were about. */
function commonRefs(all: string[][]): string[] {
  const counts = new Map<string, number>();
  for (const refs of all)
    for (const ref of new Set(refs))
      counts.set(ref, (counts.get(ref) ?? 0) + 1);
  return [...counts]
    .filter(([ref, n]) => n * 2 >= all.length && /^[-\w.~:/]{1,250}$/.test(ref))
    .sort((a, b) => b[1] - a[1])
    .slice(0, 10)
    .map(([ref]) => ref);
}

function medianOf(values: number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return middle === undefined ? undefined : Math.round(middle);
}
