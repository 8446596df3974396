import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  readNamed,
  readVendorAccess,
  type VendorAccess,
} from '@ghostlight/plugin-runbooks-node';

/** Something that may be run. */
export interface Job<Id> {
  name: string;
  id: Id;
  /** Only runs of it; all when undefined. */
  environment?: string;
}

/** A server with what may be run there. */
export interface JobServer<J extends Job<unknown>> extends VendorAccess {
  token: string;
  /** Below the address: `/api/44`. */
  apiPath: string;
  jobs: J[];
}

/** A job with the option that takes the id of the action. */
export type RundeckJob = Job<string> & { actionOption: string };

/** The first version that gives definitions of jobs as JSON. */
const leastVersion = 44;

/** @throws InputError that names the key */
export function readRundeck(root: RootConfigService): JobServer<RundeckJob>[] {
  const runbooks = root.getOptionalConfig('runbooks');
  return readNamed(runbooks, 'runbooks.rundeck', (entry, key) => {
    const version = entry.getOptionalNumber('apiVersion') ?? leastVersion;
    if (!Number.isInteger(version) || version < leastVersion)
      throw new InputError(`${key}.apiVersion: ${leastVersion} or newer`);
    return {
      ...readVendorAccess(entry, key),
      token: entry.getString('token').trim(),
      apiPath: `/api/${version}`,
      jobs: readNamed(entry, `${key}.jobs`, (job, jobKey) => {
        const id = job.getString('id');
        if (!/^[\w-]{1,64}$/.test(id))
          throw new InputError(`${jobKey}.id: the UUID of a job`);
        return {
          name: job.getString('name'),
          id,
          environment: job.getOptionalString('environment'),
          actionOption:
            job.getOptionalString('actionOption') ?? 'ghostlight_action_id',
        };
      }),
    };
  });
}

/** @throws InputError that names the key */
export function readAwx(root: RootConfigService): JobServer<Job<number>>[] {
  const runbooks = root.getOptionalConfig('runbooks');
  return readNamed(runbooks, 'runbooks.awx', (entry, key) => {
    const apiPath = entry.getOptionalString('apiPath') ?? '/api/v2';
    if (!/^(\/[\w.-]+)+$/.test(apiPath))
      throw new InputError(`${key}.apiPath: a path such as /api/v2`);
    return {
      ...readVendorAccess(entry, key),
      token: entry.getString('token').trim(),
      apiPath,
      jobs: readNamed(entry, `${key}.templates`, (job, jobKey) => {
        const id = job.getNumber('id');
        if (!Number.isInteger(id) || id < 1)
          throw new InputError(`${jobKey}.id: the number of a job template`);
        return {
          name: job.getString('name'),
          id,
          environment: job.getOptionalString('environment'),
        };
      }),
    };
  });
}
