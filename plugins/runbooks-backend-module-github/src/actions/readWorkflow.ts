import { ActionRefusal } from '@ghostlight/plugin-runbooks-node';
import { parse } from 'yaml';
import { z } from 'zod';
import type { GitHub } from '../client/GitHub';
import { contentSchema } from '../client/schemas';
import { say } from '../say';

const inputSchema = z
  .object({
    required: z.boolean().nullish(),
    default: z.unknown().optional(),
    type: z.string().nullish(),
    options: z.array(z.unknown()).nullish(),
  })
  .nullable();

type Input = z.output<typeof inputSchema>;

/** Of a workflow file what matters here. `on` may be a word, a list or an object. */
const fileSchema = z.object({
  'run-name': z.string().nullish(),
  on: z.unknown().optional(),
});

/** A workflow that can be started. */
export interface Workflow {
  runName: string;
  inputs: Map<string, Input>;
}

/** @throws ActionRefusal that says why it cannot be started */
export async function readWorkflow(
  github: GitHub,
  slug: string,
  file: string,
  ref: string,
  signal: AbortSignal,
): Promise<Workflow> {
  const path = `.github/workflows/${file}`;
  const params = { workflow: file, repository: slug, ref };
  const found = await github.find(
    contentSchema,
    slug,
    `/contents/${path}`,
    signal,
    { ref },
  );
  if (!found)
    throw ActionRefusal.of(
      say('no-file', `There is no ${path} in ${slug} on ${ref}`, params),
    );
  let document: unknown;
  try {
    document = parse(Buffer.from(found.content, 'base64').toString('utf8'), {
      maxAliasCount: 20,
    });
  } catch {
    document = undefined;
  }
  const workflow = fileSchema.safeParse(document);
  const inputs = workflow.success ? inputsOf(workflow.data.on) : undefined;
  if (!workflow.success || !inputs)
    throw ActionRefusal.of(
      say(
        'no-dispatch',
        `${file} of ${slug} cannot be started from outside: add workflow_dispatch to its "on"`,
        params,
      ),
    );
  return { runName: workflow.data['run-name'] ?? '', inputs };
}

function inputsOf(on: unknown): Map<string, Input> | undefined {
  const name = 'workflow_dispatch';
  if (on === name || (Array.isArray(on) && on.includes(name))) return new Map();
  const triggers = z.record(z.string(), z.unknown()).safeParse(on);
  if (!triggers.success || !(name in triggers.data)) return undefined;
  const trigger = z
    .object({ inputs: z.record(z.string(), inputSchema).nullish() })
    .safeParse(triggers.data[name] ?? {});
  return trigger.success
    ? new Map(Object.entries(trigger.data.inputs ?? {}))
    : undefined;
}

/** Whether the name of a run has the value of an input in it. */
export function namesInput(runName: string, input: string): boolean {
  return [...runName.matchAll(/\$\{\{(.*?)\}\}/g)].some(([, expression]) =>
    [`inputs.${input}`, `inputs['${input}']`].some(name =>
      expression.includes(name),
    ),
  );
}
