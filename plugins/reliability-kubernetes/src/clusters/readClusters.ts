import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * A cluster and how to get in.
 *
 * @public
 */
export interface ClusterConfig {
  name: string;
  /** What runs there is in this environment. */
  environment: string;
  url: string;
  token?: string;
  tokenFile?: string;
  caData?: string;
  caFile?: string;
  skipTLSVerify: boolean;
  /** Only these; all when undefined. */
  namespaces?: string[];
}

/**
 * The clusters of the first of these keys that is there, such as `delivery.kubernetes.clusters`; without any
 * those that the Kubernetes plugin has in its configuration, each an environment of its own name.
 *
 * @throws InputError that names the key
 *
 * @public
 */
export function readClusters(
  config: RootConfigService,
  keys: string[],
): ClusterConfig[] {
  const located = readLocated(config);
  const root = keys.find(key => config.has(key));
  const entries = root ? config.getOptionalConfigArray(root) : undefined;
  if (!entries) return [...located.values()].filter(({ token }) => token);
  const clusters = entries.map((entry, index) =>
    readCluster(entry, `${root}[${index}]`, located),
  );
  const names = clusters.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new InputError(`${root}: ${twice} is there twice`);
  return clusters;
}

function readCluster(
  entry: Config,
  key: string,
  located: Map<string, ClusterConfig>,
): ClusterConfig {
  const name = entry.getString('name');
  if (!/^[a-z0-9][a-z0-9.-]{0,62}$/i.test(name))
    throw new InputError(
      `${key}.name: letters, digits, dots and hyphens, at most 63 of them`,
    );
  const known = located.get(name);
  const url = entry.getOptionalString('url') ?? known?.url;
  if (!url)
    throw new InputError(
      `${key}.url: write the address of the API server, or a cluster of this name under kubernetes.clusterLocatorMethods`,
    );
  const skipTLSVerify =
    entry.getOptionalBoolean('skipTLSVerify') ?? known?.skipTLSVerify ?? false;
  const own = credentials(entry, 'token');
  const cluster: ClusterConfig = {
    ...known,
    ...own,
    name,
    environment: entry.getString('environment'),
    url,
    skipTLSVerify: plainOrVerified(url, skipTLSVerify, key),
    namespaces: entry.getOptionalStringArray('namespaces'),
  };
  if (!cluster.token && !cluster.tokenFile)
    throw new InputError(`${key}: write a token or a tokenFile`);
  return cluster;
}

/** The client takes a plain connection only when it is told not to verify. */
function plainOrVerified(url: string, skip: boolean, key: string): boolean {
  if (!URL.canParse(url))
    throw new InputError(`${key}.url: not an address: ${url}`);
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:') return skip;
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  if (protocol !== 'http:' || !(loopback || skip))
    throw new InputError(
      `${key}.url: use https; plain http would show the token to whoever listens`,
    );
  return true;
}

function credentials(entry: Config, tokenKey: string): Partial<ClusterConfig> {
  const token = entry.getOptionalString(tokenKey)?.trim();
  const tokenFile = entry.getOptionalString('tokenFile');
  const caData = entry.getOptionalString('caData');
  const caFile = entry.getOptionalString('caFile');
  return {
    ...(token && { token }),
    ...(tokenFile && { tokenFile }),
    ...(caData && { caData }),
    ...(caFile && { caFile }),
  };
}

/** Those of the Kubernetes plugin that carry their credentials in the configuration. */
function readLocated(config: RootConfigService): Map<string, ClusterConfig> {
  const methods =
    config.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  const clusters = methods
    .filter(method => method.getOptionalString('type') === 'config')
    .flatMap(method => method.getOptionalConfigArray('clusters') ?? [])
    .map(entry => {
      const name = entry.getString('name');
      const url = entry.getString('url');
      return {
        name,
        environment: name,
        url,
        skipTLSVerify:
          entry.getOptionalBoolean('skipTLSVerify') ??
          url.startsWith('http://127.0.0.1'),
        ...credentials(entry, 'serviceAccountToken'),
      };
    });
  return new Map(clusters.map(cluster => [cluster.name, cluster]));
}
