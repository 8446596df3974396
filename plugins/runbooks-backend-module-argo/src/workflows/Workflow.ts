import { z } from 'zod';

/** What is used of a WorkflowTemplate `argoproj.io/v1alpha1`. */
export const templateSchema = z.object({
  metadata: z.object({ name: z.string() }),
  spec: z
    .object({
      arguments: z
        .object({
          parameters: z
            .array(
              z.object({
                name: z.string(),
                value: z.unknown().optional(),
                valueFrom: z.unknown().optional(),
                enum: z.array(z.unknown()).nullish(),
              }),
            )
            .nullish(),
        })
        .nullish(),
    })
    .prefault({}),
});

/** What is used of a Workflow. */
export const workflowSchema = z.object({
  metadata: z.object({
    name: z.string(),
    uid: z.string().default(''),
    labels: z.record(z.string(), z.string()).nullish(),
  }),
  status: z
    .object({
      phase: z.string().nullish(),
      message: z.string().nullish(),
      progress: z.string().nullish(),
      nodes: z
        .record(
          z.string(),
          z.object({
            displayName: z.string().nullish(),
            type: z.string().nullish(),
            phase: z.string().nullish(),
            message: z.string().nullish(),
            startedAt: z.string().nullish(),
          }),
        )
        .nullish(),
    })
    .nullish(),
});

export type Workflow = z.output<typeof workflowSchema>;

/** Label with the id of the action that submitted a workflow. */
export const actionLabel = 'ghostlight.dev/action-id';

/** The name of a workflow comes of its action: there cannot be two. */
export function nameOf(actionId: string): string {
  return `ghostlight-${actionId.toLowerCase()}`;
}

const mostNodes = 50;

/** The pods of a workflow in words, in the order in which they began. */
export function describeNodes({ status }: Workflow): string {
  const nodes = Object.values(status?.nodes ?? {})
    .filter(({ type }) => type === 'Pod' || type === 'Suspend')
    .sort((a, b) => (a.startedAt ?? '').localeCompare(b.startedAt ?? ''));
  const lines = nodes.slice(0, mostNodes).map(node => {
    const said = node.message ? `: ${node.message}` : '';
    return `${node.displayName ?? 'step'} ${node.phase ?? 'Pending'}${said}`;
  });
  const more = nodes.length - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  return lines.map(line => `${line}\n`).join('');
}
