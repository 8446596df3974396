import {
  ActionRefusal,
  matchesPattern,
  type ActionContext,
} from '@ghostlight/plugin-runbooks-node';
import { say } from '../say';
import type { Application } from './Application';
import type { ArgoCd } from './ArgoCd';
import type { Instances } from './Instances';
import type { InstanceConfig } from './readInstances';

/** An application, and where it is. */
export interface Found {
  client: ArgoCd;
  app: Application;
}

/**
 * The one application that is meant: of the entity's annotations, or by its name where the configuration
 * lets it be acted on for any entity.
 *
 * @throws ActionRefusal when there is none, or more than one
 */
export async function findApplication(
  instances: Instances,
  input: { app?: string; instance?: string },
  context: ActionContext,
): Promise<Found> {
  const { entity, environment, signal } = context;
  const notes = entity?.metadata.annotations ?? {};
  const own = textsIn(notes['argocd/app-name']);
  const selector = notes['argocd/app-selector'];
  const only = input.instance
    ? [instances.client(input.instance).instance.name]
    : textsIn(notes['argocd/instance-name']);
  const clients = instances.all.filter(
    ({ instance }) => !only.length || only.includes(instance.name),
  );
  const lists = await Promise.all(
    clients.map(async client => {
      const byName = input.app ? [input.app] : own;
      const isFree =
        input.app !== undefined &&
        client.instance.applications.some(one => fits(one, input.app));
      const questions = byName.length
        ? byName.map(name => ({ name }))
        : [{ selector }];
      if (!byName.length && !selector) return [];
      const found = await Promise.all(
        questions.map(question =>
          client.list(
            isFree
              ? question
              : { ...question, namespace: notes['argocd/app-namespace'] },
            signal,
          ),
        ),
      );
      const ofEntity = (app: Application) =>
        own.includes(app.metadata.name) || hasLabels(app, selector);
      return found
        .flat()
        .filter(app => isFree || ofEntity(app))
        .map(app => ({ client, app }));
    }),
  );
  const there = lists.flat();
  const fitting = there.filter(
    ({ client, app }) => environmentOf(client.instance, app) === environment,
  );
  if (fitting.length === 1) return fitting[0];
  if (fitting.length) {
    const names = fitting
      .map(({ client, app }) => `${client.instance.name}/${app.metadata.name}`)
      .join(', ');
    throw ActionRefusal.of(
      say('several-apps', `Several applications are meant: ${names}`, {
        names,
      }),
    );
  }
  if (there.length)
    throw ActionRefusal.of(
      say(
        'other-environment',
        `The application does not deploy to ${environment}`,
        { environment },
      ),
    );
  throw ActionRefusal.of(
    input.app
      ? say(
          'app-not-allowed',
          `${input.app} is no application of this entity, nor one that the configuration lets everybody act on`,
          { app: input.app },
        )
      : say(
          'no-app',
          'The entity has no application in Argo CD: give it the annotation argocd/app-name',
        ),
  );
}

/** The application of a plan as it is now. */
export async function findAgain(
  instances: Instances,
  pinned: {
    instance: string;
    namespace: string;
    name: string;
    project: string;
    uid: string;
  },
  signal: AbortSignal,
): Promise<Found> {
  const { instance, namespace, name, project, uid } = pinned;
  const client = instances.client(instance);
  const app = await client.find({ namespace, name, project }, signal);
  if (!app || app.metadata.uid !== uid)
    throw ActionRefusal.of(
      say(
        'app-gone',
        `Application ${name} is not there any more, or was made anew`,
        { app: name },
      ),
    );
  return { client, app };
}

function environmentOf(instance: InstanceConfig, app: Application): string {
  const said = app.metadata.annotations?.['ghostlight.dev/environment'];
  if (said) return said;
  const { destination, project } = app.spec;
  const rule = instance.environmentOf.find(
    one =>
      (fits(one.destination, destination.name) ||
        fits(one.destination, destination.server)) &&
      fits(one.namespace, destination.namespace) &&
      fits(one.project, project) &&
      Object.entries(one.labels).every(([label, value]) =>
        fits(value, app.metadata.labels?.[label]),
      ),
  );
  return rule?.environment ?? instance.environment;
}

/** Whether a text is what a pattern says; one that is not given says nothing. */
function fits(
  pattern: string | undefined,
  text: string | null | undefined,
): boolean {
  return pattern === undefined || matchesPattern(pattern, text ?? '');
}

/** Where a selector asks for equality, the server's selection is looked at again. */
function hasLabels(app: Application, selector: string | undefined): boolean {
  if (!selector) return false;
  return selector.split(',').every(part => {
    const [name, value, ...rest] = part.split(/==?/);
    if (rest.length || value === undefined || /[!() ]/.test(part)) return true;
    return app.metadata.labels?.[name.trim()] === value.trim();
  });
}

function textsIn(value: string | undefined): string[] {
  return (value ?? '').split(',').flatMap(part => part.trim() || []);
}
