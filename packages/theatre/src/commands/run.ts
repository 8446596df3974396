import { Theatre } from '../Theatre';

export interface RunOptions {
  data: string;
  port: number;
  prometheus: boolean;
  portal?: string;
}

/** Runs a theatre until it is told to stop. */
export async function run(options: RunOptions): Promise<void> {
  const log = (line: string) => process.stdout.write(`theatre: ${line}\n`);
  const token = process.env.GHOSTLIGHT_TOKEN;
  const theatre = await Theatre.start({
    data: options.data,
    basePort: options.port,
    prometheus: options.prometheus,
    portal:
      options.portal && token ? { url: options.portal, token } : undefined,
    log,
  });
  log(`control API: ${theatre.controlUrl}/control`);
  await new Promise<void>((resolve, reject) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
    theatre.measured.catch(reject);
  }).finally(() => theatre.stop());
}
