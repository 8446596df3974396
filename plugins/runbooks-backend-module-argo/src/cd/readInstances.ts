import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import {
  readNamed,
  readVendorAccess,
  type VendorAccess,
} from '@ghostlight/plugin-runbooks-node';

/** When what an application deploys is in an environment: all that is given must fit. */
export interface EnvironmentRule {
  environment: string;
  /** Name or address of the destination cluster; `*` stands for any text, here and below. */
  destination?: string;
  /** Namespace at the destination. */
  namespace?: string;
  project?: string;
  labels: Record<string, string>;
}

/** One Argo CD and how to get in. */
export interface InstanceConfig extends VendorAccess {
  token: string;
  /** Of applications that no rule fits. */
  environment: string;
  environmentOf: EnvironmentRule[];
  /** Of Application resources; all when undefined. */
  namespaces?: string[];
  /** Those that may be acted on for any entity. */
  applications: string[];
}

/** @throws InputError that names the key */
export function readInstances(root: RootConfigService): InstanceConfig[] {
  // Written once for both families, unless runbooks act with an account of their own.
  const place = ['runbooks.argocd', 'delivery.argocd'].find(key =>
    root.has(`${key}.instances`),
  );
  if (!place) return [];
  return readNamed(root.getConfig(place), `${place}.instances`, readInstance);
}

function readInstance(entry: Config, key: string): InstanceConfig {
  return {
    ...readVendorAccess(entry, key),
    token: entry.getString('token').trim(),
    environment: entry.getOptionalString('environment') ?? 'production',
    environmentOf: (entry.getOptionalConfigArray('environmentOf') ?? []).map(
      rule => ({
        environment: rule.getString('environment'),
        destination: rule.getOptionalString('destination'),
        namespace: rule.getOptionalString('namespace'),
        project: rule.getOptionalString('project'),
        // Names of labels have dots, which keys of the configuration cannot be asked for one by one.
        labels: rule.getOptional<Record<string, string>>('labels') ?? {},
      }),
    ),
    namespaces: entry.getOptionalStringArray('namespaces'),
    applications: entry.getOptionalStringArray('applications') ?? [],
  };
}
