import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject, JsonValue } from '@backstage/types';

const folders: string[] = [];

/** A folder that is gone after the test. */
export async function tempWorkspace(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'ghostlight-workspace-'));
  folders.push(path);
  return path;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) {
    await rm(folder, { recursive: true, force: true });
  }
});

/** Runs an action with an input in a workspace, and gives what it said. */
export async function runAction(
  action: TemplateAction<any, any, any>,
  input: JsonObject,
  workspacePath: string,
): Promise<Record<string, JsonValue>> {
  const outputs: Record<string, JsonValue> = {};
  const context = createMockActionContext({ input, workspacePath });
  await action.handler({
    ...context,
    output: (name: string | number, value: JsonValue) => {
      outputs[name] = value;
    },
  });
  return outputs;
}

export const textOf = (workspacePath: string, file: string) =>
  readFile(join(workspacePath, file), 'utf8');
