import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InputError, isError, ResponseError } from '@backstage/errors';
import express from 'express';
import type { Fleet } from '../fleet/Fleet';
import {
  isServiceName,
  serviceNames,
  type ServiceName,
} from '../fleet/services';
import {
  isVersion,
  releaseAfter,
  versions,
  type Version,
} from '../fleet/versions';
import type { SlackMessage } from '../slack';
import { isWay, ways, type Shipped, type Way } from '../portal/Shipper';

/** Latency that may be added to every request of a service, milliseconds. */
const mostLatencyMs = 4000;

/** The control API: says how the services do, ships versions, adds latency. Loopback only. */
export async function startControl(options: {
  fleet: Fleet;
  /** What was posted to its Slack. */
  messages(): SlackMessage[];
  port: number;
  /** Resolves when the version is rolled out. */
  ship(service: ServiceName, version: Version): Promise<void>;
  /** Has the portal ship a release; left out where there is none. */
  shipByPortal?(
    service: ServiceName,
    release: string,
    way: Way,
  ): Promise<Shipped>;
}): Promise<{ url: string; stop(): Promise<void> }> {
  const { fleet, ship, shipByPortal, messages } = options;
  const app = express().disable('x-powered-by').use(express.json());

  app.get('/control', (_request, response) => {
    response.json(
      Object.fromEntries(
        [...fleet.services].map(([name, service]) => [
          name,
          { url: service.url, ...service.state },
        ]),
      ),
    );
  });

  app.get('/control/slack', (_request, response) => {
    response.json({ messages: messages() });
  });

  app.post('/control/:service', async (request, response) => {
    const { service: name } = request.params;
    // A browser's page cannot send JSON here without a preflight, and no answer allows one.
    const { version, latency, by } = request.body ?? {};
    if (!isServiceName(name)) {
      response.status(404).json({
        message: `There is no service ${name}; there are ${serviceNames.join(
          ', ',
        )}`,
      });
      return;
    }
    const service = fleet.get(name);
    if (isVersion(version) && isWay(by)) {
      const release = releaseAfter(service.state.release, version);
      try {
        if (!shipByPortal)
          throw new InputError('There is no portal that could ship it');
        const shipped = await shipByPortal(name, release, by);
        response.json({ service: name, ...service.state, shipped });
      } catch (error) {
        const [status, message] = refusalOf(error);
        response.status(status).json({ message });
      }
      return;
    }
    if (isVersion(version) && by === undefined) {
      await ship(name, version);
    } else if (
      typeof latency === 'number' &&
      latency >= 0 &&
      latency <= mostLatencyMs
    ) {
      service.addLatency(latency / 1000);
    } else {
      response.status(400).json({
        message: `Send {"version": "${versions.join(
          '" | "',
        )}"}, with "by": "${ways.join(
          '" | "',
        )}" through the portal, or {"latency": 0 to ${mostLatencyMs}} (milliseconds)`,
      });
      return;
    }
    response.json({ service: name, ...service.state });
  });

  const server: Server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** What the portal says of why it does not ship. */
function refusalOf(error: unknown): [number, string] {
  if (error instanceof ResponseError)
    return [error.statusCode, error.body.error.message];
  return [400, isError(error) ? error.message : String(error)];
}
