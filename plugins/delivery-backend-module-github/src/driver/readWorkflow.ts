import { VendorError } from '@ghostlight/reliability-node';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Repository } from '../client/Repository';
import { contentSchema } from '../client/schemas';

const inputSchema = z
  .object({
    required: z.boolean().nullish(),
    default: z.unknown().optional(),
  })
  .nullable();

/** Of a workflow file what matters here. `on` may be a word, a list or an object. */
const workflowSchema = z.object({
  name: z.string().nullish(),
  'run-name': z.string().nullish(),
  on: z.unknown().optional(),
});

/** A workflow that can be started. */
export interface Workflow {
  runName: string;
  /** By name, whether it has to be given. */
  inputs: Map<string, boolean>;
}

/** @returns why it cannot be started, where it cannot */
export async function readWorkflow(
  repository: Repository,
  file: string,
  branch: string,
  signal: AbortSignal,
): Promise<Workflow | { refuse: string }> {
  const path = `.github/workflows/${file}`;
  const place = `${repository.slug}, ${path} on ${branch}`;
  let text: string;
  try {
    const found = await repository.find(
      contentSchema,
      `/contents/${path}`,
      signal,
      { ref: branch },
    );
    if (!found) return { refuse: `There is no ${place}` };
    text = Buffer.from(found.content, 'base64').toString('utf8');
  } catch (error) {
    if (error instanceof VendorError && error.refused)
      return { refuse: error.message };
    throw error;
  }
  let document: unknown;
  try {
    document = parse(text, { maxAliasCount: 20 });
  } catch {
    return { refuse: `${place} is no YAML` };
  }
  const workflow = workflowSchema.safeParse(document);
  const dispatch = workflow.success ? dispatchOf(workflow.data.on) : undefined;
  if (!workflow.success || !dispatch)
    return {
      refuse: `${place} cannot be started from outside: add workflow_dispatch to its "on"`,
    };
  return { runName: workflow.data['run-name'] ?? '', inputs: dispatch };
}

function dispatchOf(on: unknown): Map<string, boolean> | undefined {
  const name = 'workflow_dispatch';
  if (on === name || (Array.isArray(on) && on.includes(name))) return new Map();
  const triggers = z.record(z.string(), z.unknown()).safeParse(on);
  if (!triggers.success || !(name in triggers.data)) return undefined;
  const trigger = z
    .object({ inputs: z.record(z.string(), inputSchema).nullish() })
    .safeParse(triggers.data[name] ?? {});
  if (!trigger.success) return undefined;
  return new Map(
    Object.entries(trigger.data.inputs ?? {}).map(([input, how]) => [
      input,
      how?.required === true && how.default === undefined,
    ]),
  );
}
