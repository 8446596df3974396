import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { PrometheusInstance } from '../readInstances';
import {
  labelName,
  literal,
  parseMatchers,
  printMatchers,
  type Matcher,
} from './matchers';

/** Conditions that an entity's request metrics have: `service="payments",namespace="shop"`. */
export const SELECTOR_ANNOTATION = 'ghostlight.dev/metrics-selector';

const kubernetesId = 'backstage.io/kubernetes-id';
const kubernetesNamespace = 'backstage.io/kubernetes-namespace';

/** What goes into the braces of a query, for one version of an entity where labels tell it. */
export interface Selectors {
  selector: string;
  /** Undefined when containers do not have the labels that tell the version. */
  workload?: string;
}

/** @throws InputError when the annotation cannot be read */
export function selectorsOf(
  entity: Entity,
  environment: string,
  version: Record<string, string>,
  instance: Pick<
    PrometheusInstance,
    'serviceLabel' | 'environmentLabel' | 'workloadLabels' | 'versionLabels'
  >,
): Selectors {
  const { serviceLabel, environmentLabel, versionLabels, workloadLabels } =
    instance;
  const { annotations = {}, name } = entity.metadata;
  const where: Matcher[] = environmentLabel
    ? [equal(environmentLabel, environment)]
    : [];
  const labels = Object.entries(version).map(([label, value]) =>
    equal(versionLabels[label] ?? labelName(label), value),
  );
  return {
    selector: printMatchers([
      ...serviceOf(annotations[SELECTOR_ANNOTATION], serviceLabel, name),
      ...where,
      ...labels,
    ]),
    ...(labels.every(({ label }) => workloadLabels.includes(label)) && {
      workload: printMatchers([
        ...(annotations[kubernetesNamespace]
          ? [equal('namespace', annotations[kubernetesNamespace])]
          : []),
        {
          label: 'pod',
          op: '=~',
          value: `${literal(annotations[kubernetesId] ?? name)}-.*`,
        },
        ...where,
        ...labels,
      ]),
    }),
  };
}

function serviceOf(
  annotation: string | undefined,
  serviceLabel: string,
  name: string,
): Matcher[] {
  if (annotation === undefined) return [equal(serviceLabel, name)];
  let matchers: Matcher[];
  try {
    matchers = parseMatchers(annotation);
  } catch (error) {
    throw new InputError(
      `The annotation ${SELECTOR_ANNOTATION} is ${(error as Error).message}`,
    );
  }
  if (!matchers.some(({ op, value }) => op === '=' && value !== ''))
    throw new InputError(
      `The annotation ${SELECTOR_ANNOTATION} must name at least one label by its value, such as service="payments"`,
    );
  return matchers;
}

function equal(label: string, value: string): Matcher {
  return { label, op: '=', value };
}
