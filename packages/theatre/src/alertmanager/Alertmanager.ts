import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Program } from '../programs/Program';

export interface AlertmanagerOptions {
  binary: string;
  /** Configuration, data and log go here. */
  folder: string;
  port: number;
  /** The portal's backend, and the token that its intake is shown. */
  portal: { url: string; token: string };
}

/** A real Alertmanager on loopback that tells the portal. */
export class Alertmanager {
  private constructor(
    /** Host and port. */
    readonly address: string,
    private readonly program: Program,
  ) {}

  static async start(options: AlertmanagerOptions): Promise<Alertmanager> {
    const { binary, folder, port, portal } = options;
    await mkdir(folder, { recursive: true });
    const file = join(folder, 'alertmanager.yml');
    const address = `127.0.0.1:${port}`;
    // The token is in it.
    const mode = 0o600;
    await writeFile(file, stringify(configurationFor(portal)), { mode });
    const program = await Program.start({
      name: 'Alertmanager',
      binary,
      args: [
        `--config.file=${file}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        // No peers.
        '--cluster.listen-address=',
        '--log.level=warn',
      ],
      logFile: join(folder, 'alertmanager.log'),
      readyUrl: `http://${address}/-/ready`,
    });
    return new Alertmanager(address, program);
  }

  /** Called when it ends without having been told to. */
  onFailure(listener: () => void) {
    this.program.onFailure(listener);
  }

  stop() {
    return this.program.stop();
  }
}

/** Waits as shortly as somebody who looks on would like. */
function configurationFor(portal: { url: string; token: string }) {
  return {
    route: {
      receiver: 'ghostlight',
      group_by: ['service'],
      group_wait: '3s',
      group_interval: '10s',
      repeat_interval: '1h',
    },
    receivers: [
      {
        name: 'ghostlight',
        webhook_configs: [
          {
            url: `${portal.url}/api/incidents/v1/intake/alertmanager`,
            send_resolved: true,
            http_config: {
              authorization: { type: 'Bearer', credentials: portal.token },
            },
          },
        ],
      },
    ],
  };
}
