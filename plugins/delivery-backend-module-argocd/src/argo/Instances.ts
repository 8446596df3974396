import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type { TargetRef } from '@ghostlight/plugin-delivery-node';
import type { EnvironmentRule, InstanceConfig } from '../readInstances';
import type { Application } from './Application';
import { ArgoClient, type AppName } from './ArgoClient';

/** An application and the Argo CD that has it. */
export interface Place extends AppName {
  client: ArgoClient;
}

/** The instances, and what their addresses mean. */
export class Instances {
  private constructor(private readonly clients: Map<string, ArgoClient>) {}

  static create(options: {
    instances: InstanceConfig[];
    logger: LoggerService;
  }): Instances {
    const { instances, logger } = options;
    return new Instances(
      new Map(
        instances.map(instance => [
          instance.name,
          ArgoClient.create({ instance, logger }),
        ]),
      ),
    );
  }

  get all(): ArgoClient[] {
    return [...this.clients.values()];
  }

  /** @throws NotFoundError */
  client(name: string): ArgoClient {
    const client = this.clients.get(name);
    if (!client)
      throw new NotFoundError(
        `There is no Argo CD ${name} in delivery.argocd.instances`,
      );
    return client;
  }

  /**
   * Of an address such as `main/argocd/payments`.
   *
   * @throws NotFoundError
   */
  place({ ref }: TargetRef): Place {
    const [instance, namespace, name, more] = ref.split('/');
    if (!name || more !== undefined)
      throw new NotFoundError(`${ref} is no address of an application`);
    return { client: this.client(instance), namespace, name };
  }
}

/** The address of an application, and its name for people. */
export function targetOf(client: ArgoClient, app: Application): TargetRef {
  const { name, namespace } = app.metadata;
  const { instance } = client;
  return {
    driver: 'argocd',
    ref: `${instance.name}/${namespace}/${name}`,
    title: `application ${name} (Argo CD ${instance.name})`,
    environment: environmentOf(instance, app),
  };
}

/** Where an application deploys to. */
export function environmentOf(
  { environment, environmentOf: rules }: InstanceConfig,
  app: Application,
): string {
  const said = app.metadata.annotations?.['ghostlight.dev/environment'];
  const rule = rules.find(candidate => fits(candidate, app));
  return said || rule?.environment || environment;
}

function fits(rule: EnvironmentRule, { metadata, spec }: Application): boolean {
  const { destination } = spec;
  const isSo = (pattern: string | undefined, ...values: unknown[]) =>
    pattern === undefined || values.some(value => matches(pattern, value));
  return (
    isSo(rule.destination, destination.name, destination.server) &&
    isSo(rule.namespace, destination.namespace) &&
    isSo(rule.project, spec.project) &&
    Object.entries(rule.labels).every(([name, pattern]) =>
      isSo(pattern, metadata.labels?.[name]),
    )
  );
}

/** `*` stands for any text. */
function matches(pattern: string, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  const [first, ...parts] = pattern.split('*');
  if (!parts.length) return value === pattern;
  const last = parts.pop()!;
  if (
    value.length < first.length + last.length ||
    !value.startsWith(first) ||
    !value.endsWith(last)
  )
    return false;
  let at = first.length;
  for (const part of parts) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= value.length - last.length;
}
