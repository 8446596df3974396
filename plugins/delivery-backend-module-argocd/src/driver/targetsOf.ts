import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { TargetRef } from '@ghostlight/plugin-delivery-node';
import { targetOf, type Instances } from '../argo/Instances';

/** The applications of an entity, by the annotations that Backstage's Argo CD plugins have, in every instance. */
export async function targetsOf(options: {
  entity: Entity;
  instances: Instances;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<TargetRef[]> {
  const { entity, instances, logger, signal } = options;
  const annotations = entity.metadata.annotations ?? {};
  const names = textsIn(annotations['argocd/app-name']);
  const selector = annotations['argocd/app-selector'];
  if (!names.length && !selector) return [];
  const namespace = annotations['argocd/app-namespace'];
  const only = textsIn(annotations['argocd/instance-name']);
  const asked = instances.all.filter(
    ({ instance }) => !only.length || only.includes(instance.name),
  );
  const questions = names.length
    ? names.map(name => ({ name }))
    : [{ selector }];
  const answers = await Promise.allSettled(
    asked.map(async client => {
      const lists = await Promise.all(
        questions.map(question =>
          client.list({ ...question, namespace, light: true }, signal),
        ),
      );
      return lists.flatMap(({ apps }) => apps);
    }),
  );
  const failed = answers.filter(answer => answer.status === 'rejected');
  if (failed.length && failed.length === answers.length) throw failed[0].reason;
  for (const { reason } of failed)
    logger.warn(`An Argo CD was not asked for applications: ${reason}`);
  return answers.flatMap((answer, index) =>
    answer.status === 'fulfilled'
      ? answer.value.map(app => targetOf(asked[index], app))
      : [],
  );
}

function textsIn(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap(part => part.trim() || []);
}
