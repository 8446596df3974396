import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../../scripts/process';

/** A real Alertmanager that notifies nobody. */
export class AlertmanagerPeer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start(options: {
    program: string;
    folder: string;
  }): Promise<AlertmanagerPeer> {
    const { program, folder } = options;
    const config = join(folder, 'alertmanager.json');
    await writeFile(
      config,
      JSON.stringify({
        route: { receiver: 'nobody', group_by: ['service'] },
        receivers: [{ name: 'nobody' }],
      }),
    );
    const address = `127.0.0.1:${await freePort()}`;
    const child = spawn(
      program,
      [
        `--config.file=${config}`,
        `--storage.path=${join(folder, 'data')}`,
        `--web.listen-address=${address}`,
        '--cluster.listen-address=',
        '--log.level=error',
      ],
      { stdio: 'ignore' },
    );
    const peer = new AlertmanagerPeer(child, `http://${address}`);
    const ready = await peer.waitUntilReady();
    if (ready) return peer;
    await peer.stop();
    throw new Error('Alertmanager did not start');
  }

  async stop() {
    if (this.child.exitCode !== null) return;
    const exit = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await exit;
  }

  private async waitUntilReady(): Promise<boolean> {
    for (let attempt = 0; attempt < 100; attempt++) {
      if (this.child.exitCode !== null) return false;
      const answer = await fetch(`${this.url}/-/ready`).catch(() => undefined);
      if (answer?.ok) return true;
      await sleep(100);
    }
    return false;
  }
}
