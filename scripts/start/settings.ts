import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../process';

/** What `yarn start` was asked for. */
export interface Settings {
  /** The backend serves the built front end, on one port. */
  serve: boolean;
  theatre: boolean;
  /** `false` makes the fleet push even where Prometheus could be started. */
  prometheus: boolean;
  /** Databases, metrics and the fleet's state. */
  data: string;
  appPort: number;
  backendPort: number;
  theatrePort: number;
  token: string;
  /** The token was made here, so it has to be shown. */
  tokenIsNew: boolean;
}

export const usage = `Starts the portal with the demo fleet.

  --serve          serve the built front end (packages/app/dist) from the backend, on one port
  --no-theatre     without the demo fleet
  --no-prometheus  let the fleet push its counts even where Prometheus is installed
  --data FOLDER    where databases and metrics are kept (default .ghostlight)

  GHOSTLIGHT_PORT          the portal's port (3000; with --serve 7007)
  GHOSTLIGHT_BACKEND_PORT  the backend's port (7007; with --serve that of the portal)
  THEATRE_PORT             first of the fleet's thirteen ports (8710)
  GHOSTLIGHT_TOKEN         the token that scripts show to the API (made and printed when unset)
`;

function readPort(name: string, fallback: number): number {
  const port = Number(process.env[name] ?? fallback);
  if (Number.isInteger(port) && port > 0 && port < 65_526) return port;
  throw new Error(
    `${name} is ${process.env[name]}; it must be a port, such as ${fallback}.`,
  );
}

/** Reads arguments and environment; throws a sentence that says what to do. */
export function readSettings(args: string[]): Settings | 'help' {
  const { values } = parseArgs({
    args,
    options: {
      serve: { type: 'boolean', default: false },
      'no-theatre': { type: 'boolean', default: false },
      'no-prometheus': { type: 'boolean', default: false },
      data: {
        type: 'string',
        default: process.env.GHOSTLIGHT_DATA ?? join(root, '.ghostlight'),
      },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const { serve } = values;
  const appPort = readPort('GHOSTLIGHT_PORT', serve ? 7007 : 3000);
  const given = process.env.GHOSTLIGHT_TOKEN;
  if (given && !/^\S{8,}$/.test(given)) {
    throw new Error(
      'GHOSTLIGHT_TOKEN must be at least 8 characters without spaces.',
    );
  }
  return {
    serve,
    theatre: !values['no-theatre'],
    prometheus: !values['no-prometheus'],
    data: resolve(values.data),
    appPort,
    backendPort: serve ? appPort : readPort('GHOSTLIGHT_BACKEND_PORT', 7007),
    theatrePort: readPort('THEATRE_PORT', 8710),
    token: given || randomBytes(24).toString('base64url'),
    tokenIsNew: !given,
  };
}
