import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { NotFoundError } from '@backstage/errors';

/** Where a running theatre can be reached; kept in its data folder. */
export interface TheatreState {
  pid: number;
  control: string;
  prometheus?: string;
  alertmanager?: string;
}

const file = (data: string) => join(data, 'theatre.json');

export async function writeState(data: string, state: TheatreState) {
  await mkdir(data, { recursive: true });
  await writeFile(file(data), JSON.stringify(state));
}

export async function removeState(data: string) {
  await rm(file(data), { force: true });
}

/** The running theatre of a data folder, or undefined. */
export async function findState(
  data: string,
): Promise<TheatreState | undefined> {
  try {
    const state: TheatreState = JSON.parse(await readFile(file(data), 'utf8'));
    process.kill(state.pid, 0);
    return state;
  } catch {
    return undefined;
  }
}

export async function readState(data: string): Promise<TheatreState> {
  const state = await findState(data);
  if (state) return state;
  throw new NotFoundError(
    `No theatre is running with its data in ${data}. Start one with ./ghostlight start, or name its folder with --data`,
  );
}
