import { InputError, ResponseError } from '@backstage/errors';
import {
  isServiceName,
  serviceNames,
  type ServiceName,
} from '../fleet/services';
import type { PodGroup } from '../fleet/PodGroup';
import type { Version } from '../fleet/versions';
import type { Shipped, Way } from '../portal/Shipper';
import type { SlackMessage } from '../slack';
import { readState } from '../state';

export interface ServiceState {
  url: string;
  version: Version;
  release: string;
  addedLatencyMs: number;
  saturation: number;
  pods: PodGroup[];
  /** When it was shipped through the portal. */
  shipped?: Shipped;
}

export function parseService(name: string): ServiceName {
  if (isServiceName(name)) return name;
  throw new InputError(
    `There is no service ${name}; there are ${serviceNames.join(', ')}`,
  );
}

/** Tells the running theatre of a data folder what a service shall do. */
export async function control(
  data: string,
  service: ServiceName,
  body: { version: Version; by?: Way } | { latency: number },
): Promise<ServiceState> {
  const { control: url } = await readState(data);
  const response = await fetch(`${url}/control/${service}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await refusal(response);
  return response.json();
}

/** The theatre says why; what else answers is told as it is. */
async function refusal(response: Response): Promise<Error> {
  const { message } = await response
    .clone()
    .json()
    .catch(() => ({ message: undefined }));
  return typeof message === 'string'
    ? new InputError(message)
    : ResponseError.fromResponse(response);
}

/** How the services of the running theatre do. */
export function readServices(
  data: string,
): Promise<Record<string, ServiceState>> {
  return read(data, '/control');
}

/** What was posted to the Slack of the running theatre, the oldest first. */
export async function readMessages(data: string): Promise<SlackMessage[]> {
  const { messages } = await read<{ messages: SlackMessage[] }>(
    data,
    '/control/slack',
  );
  return messages;
}

async function read<T>(data: string, path: string): Promise<T> {
  const { control: url } = await readState(data);
  const response = await fetch(`${url}${path}`);
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return response.json();
}
