import {
  KubeError,
  labelSelectorOf,
  type Pod,
  type TemplateOwner,
} from '@ghostlight/reliability-kubernetes';
import { mainContainer } from '../describe/templates';
import { pathOf } from '../kube/paths';
import type { Past } from './history';
import type { Workload } from './Workload';

/** The digest that a pod of the revision runs, as the node found it. */
export async function findDigest<T extends TemplateOwner>(
  { client, kind, owner, templateOwner }: Workload<T>,
  { set, template }: Past,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { hashLabel } = kind;
  const container = mainContainer(template)?.name;
  // A Rollout that has its template from a Deployment may have its selector from there, too.
  const { selector = templateOwner?.spec.selector } = owner.spec;
  const labelSelector = [
    labelSelectorOf(selector ?? {}),
    `${hashLabel}=${set.metadata.labels?.[hashLabel]}`,
  ]
    .filter(Boolean)
    .join(',');
  try {
    const { items } = await client.list<Pod>(
      pathOf('pods', owner.metadata.namespace),
      { query: { labelSelector }, signal },
    );
    const image = items
      .flatMap(({ status }) => status?.containerStatuses ?? [])
      .find(({ name, imageID }) => name === container && imageID)?.imageID;
    return /sha256:[0-9a-f]{64}/.exec(image ?? '')?.[0];
  } catch (error) {
    // Without the right to read pods there is no digest.
    if (!(error instanceof KubeError)) throw error;
    return undefined;
  }
}
