import { InputError, ResponseError } from '@backstage/errors';
import {
  isServiceName,
  serviceNames,
  type ServiceName,
} from '../fleet/services';
import type { Version } from '../fleet/versions';
import { readState } from '../state';

export interface ServiceState {
  url: string;
  version: Version;
  release: string;
  addedLatencyMs: number;
  saturation: number;
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
  body: { version: Version } | { latency: number },
): Promise<ServiceState> {
  const { control: url } = await readState(data);
  const response = await fetch(`${url}/control/${service}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return response.json();
}

/** How the services of the running theatre do. */
export async function readServices(
  data: string,
): Promise<Record<string, ServiceState>> {
  const { control: url } = await readState(data);
  const response = await fetch(`${url}/control`);
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return response.json();
}
