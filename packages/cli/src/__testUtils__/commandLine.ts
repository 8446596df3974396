import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const binary = resolve(__dirname, '../../bin/ghostlight');

/** The real binary in a process of its own, and a folder for it to be in. */
export function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'ghostlight-cli-'));
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true }),
    file(name: string, text: string): string {
      writeFileSync(join(folder, name), text);
      return name;
    },
    /** The address of a portal may come first. */
    run(...args: string[]) {
      return new Promise<{ code: number; out: string; err: string }>(done => {
        const {
          GHOSTLIGHT_URL: _u,
          GHOSTLIGHT_TOKEN: _t,
          ...env
        } = process.env;
        const [url] = args[0]?.startsWith('http') ? args.splice(0, 1) : [];
        execFile(
          process.execPath,
          [binary, ...args],
          {
            cwd: folder,
            env: {
              ...env,
              NODE_ENV: undefined,
              ...(url
                ? { GHOSTLIGHT_URL: url, GHOSTLIGHT_TOKEN: 'secret' }
                : {}),
            },
          },
          (error, out, err) =>
            done({ code: error ? Number(error.code) : 0, out, err }),
        );
      });
    },
  };
}
