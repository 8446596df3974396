import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  readNamed,
  readVendorAccess,
  type VendorAccess,
} from '@ghostlight/plugin-runbooks-node';

/** One server of Argo Workflows. */
export interface ServerConfig extends VendorAccess {
  token: string;
  /** Only runs of it; all when undefined. */
  environment?: string;
  templates: { namespace: string; name: string }[];
}

/** @throws InputError that names the key */
export function readServers(root: RootConfigService): ServerConfig[] {
  return readNamed(
    root.getOptionalConfig('runbooks'),
    'runbooks.argoWorkflows',
    readServer,
  );
}

function readServer(entry: Config, key: string): ServerConfig {
  return {
    ...readVendorAccess(entry, key),
    token: entry
      .getString('token')
      .trim()
      .replace(/^Bearer /, ''),
    environment: entry.getOptionalString('environment'),
    templates: entry.getStringArray('templates').map(text => {
      const [namespace, name, more] = text.split('/');
      if (!isName(namespace) || !isName(name) || more !== undefined)
        throw new InputError(`${key}.templates: ${text} is no namespace/name`);
      return { namespace, name };
    }),
  };
}

/** Whether it can be the name of something in Kubernetes. */
function isName(text: string | undefined): boolean {
  return /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/.test(text ?? '');
}
