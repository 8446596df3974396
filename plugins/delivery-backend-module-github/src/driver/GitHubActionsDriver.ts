import type { Entity } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { Sentence } from '@ghostlight/plugin-delivery-common';
import type {
  Driver,
  DriverCall,
  DriverPlan,
  DriverStep,
  Observation,
  Revision,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import type { GitHub } from '../client/GitHub';
import type { Repository } from '../client/Repository';
import { comparisonSchema, repositorySchema } from '../client/schemas';
import { diffOfUndoing } from '../describe/invertPatch';
import { shortOf } from '../describe/words';
import { Effects } from '../effects/Effects';
import { isWorkflowFile } from '../readGithubConfig';
import { observe } from './observe';
import { titled } from '../describe/titled';
import { planDispatch } from './planDispatch';
import { isUnder, planRevert } from './planRevert';
import { revisionsOf } from './revisionsOf';
import { driverId, placeOf, targetsOf } from './targets';

/** File of the workflow that deploys a version of this entity. */
const workflowAnnotation = 'ghostlight.dev/rollback-workflow';
/** Folder of the repository that this entity is deployed from. */
const folderAnnotation = 'ghostlight.dev/deploy-path';

/** Files that are run once, by their path. */
const migrations = /(^|\/)(migrations?|db\/migrate|flyway|liquibase)\//i;

/** Rolls back through GitHub: by a workflow that deploys a version, or by a pull request that reverts. */
export class GitHubActionsDriver implements Driver {
  readonly id = driverId;
  readonly title = 'GitHub Actions';
  private readonly effects: Effects;

  private constructor(
    private readonly github: GitHub,
    private readonly now: () => number,
  ) {
    this.effects = Effects.create(github);
  }

  static create(options: {
    github: GitHub;
    /** Epoch milliseconds. */
    now?: () => number;
  }): GitHubActionsDriver {
    const { github, now = Date.now } = options;
    return new GitHubActionsDriver(github, now);
  }

  targets(entity: Entity, signal: AbortSignal): Promise<TargetRef[]> {
    return targetsOf(this.github, entity, signal);
  }

  async revisions(target: TargetRef, signal: AbortSignal): Promise<Revision[]> {
    const { repository, theirs } = placeOf(this.github, target);
    const past = await revisionsOf(repository, theirs, signal);
    return past.map(({ revision }) => revision);
  }

  async plan(request: {
    entity: Entity;
    target: TargetRef;
    toRevision: string;
    signal: AbortSignal;
  }): Promise<DriverPlan[]> {
    const { entity, target, toRevision, signal } = request;
    const { rollback } = this.github.config;
    const { repository, theirs } = placeOf(this.github, target);
    const past = await revisionsOf(repository, theirs, signal);
    const [from] = past;
    const to = past.find(({ revision }) => revision.id === toRevision);
    if (!to)
      throw new NotFoundError(
        `Deployment ${toRevision} is not among the last ones of ${target.title} that succeeded`,
      );
    const annotations = entity.metadata.annotations ?? {};
    const folder = annotations[folderAnnotation];
    const [{ default_branch: usual }, undone] = await Promise.all([
      repository.read(repositorySchema, '', signal),
      repository.read(
        comparisonSchema,
        `/compare/${to.deployment.sha}...${from.deployment.sha}`,
        signal,
      ),
    ]);
    const branch = rollback.branch ?? usual;
    const files = undone.files.filter(file => isUnder(file, folder));
    const there: Sentence[] =
      to === from
        ? [
            say(
              'github.there',
              `${target.title} has ${to.revision.version} already`,
              { title: target.title, version: to.revision.version },
            ),
          ]
        : [];
    const diff = diffOfUndoing(files);
    const base = {
      from: from.revision,
      to: to.revision,
      values: [
        {
          kind: 'other' as const,
          label: `commit (${files.length} files)`,
          from: shortOf(from.deployment.sha),
          to: shortOf(to.deployment.sha),
        },
      ],
      ...(diff && { diff }),
      oneWay: sayMigrations(files.map(({ filename }) => filename)),
    };
    const workflow = workflowOf(annotations, rollback.workflow);
    const shared = { repository, branch, to, signal };
    const lanes: Promise<DriverPlan>[] = [];
    if (workflow)
      lanes.push(
        planDispatch({
          ...shared,
          workflow,
          theirs,
          config: rollback,
          now: this.now(),
        }).then(planned =>
          this.finish(
            { ...base, ...dispatchLane(workflow, branch) },
            planned,
            there,
            signal,
          ),
        ),
      );
    if (rollback.revert)
      lanes.push(
        planRevert({ ...shared, from, folder, undone }).then(planned =>
          this.finish(
            { ...base, ...revertLane(repository) },
            planned,
            there,
            signal,
          ),
        ),
      );
    return Promise.all(lanes);
  }

  dryRun(step: DriverStep, signal: AbortSignal) {
    return this.effects.dryRun(step, signal);
  }

  act(step: DriverStep, call: DriverCall) {
    return this.effects.act(step, call);
  }

  readBack(step: DriverStep, call: DriverCall) {
    return this.effects.readBack(step, call);
  }

  observe(plan: DriverPlan, call: DriverCall): Promise<Observation> {
    return observe(plan, { ...call, github: this.github });
  }

  cancel(plan: DriverPlan, done: string[]): DriverStep[] {
    return plan.steps
      .filter(
        ({ id, pinned }) =>
          done.includes(id) && pinned.op === 'revert-pull-request',
      )
      .map(({ pinned: { slug, base, planKey } }) => ({
        id: 'close-pull-request',
        ...titled(
          'github.step.close',
          'Close the pull request and remove its branch',
        ),
        reversible: false,
        pinned: { op: 'close-pull-request', slug, base, planKey },
      }));
  }

  private async finish(
    plan: Omit<DriverPlan, 'steps' | 'refusals'>,
    { steps, refusals }: { steps: DriverStep[]; refusals: Sentence[] },
    there: Sentence[],
    signal: AbortSignal,
  ): Promise<DriverPlan> {
    const known = [...there, ...refusals];
    if (known.length) return { ...plan, steps, refusals: known };
    const outcomes = await Promise.all(
      steps.map(step => this.dryRun(step, signal)),
    );
    return {
      ...plan,
      steps,
      refusals: outcomes.flatMap(outcome =>
        outcome.state === 'refused' ? say('github.refused', outcome.error) : [],
      ),
    };
  }
}

function workflowOf(
  annotations: Record<string, string>,
  usual: string | undefined,
): string | undefined {
  const own = annotations[workflowAnnotation];
  return own && isWorkflowFile(own) ? own : usual;
}

function dispatchLane(
  workflow: string,
  branch: string,
): Pick<DriverPlan, 'lane' | 'undoers'> {
  return {
    lane: {
      id: 'workflow-dispatch',
      ...titled('github.lane.dispatch', `Deploy it again with ${workflow}`, {
        workflow,
      }),
      lasts: false,
      said: {
        code: 'github.dispatch',
        text: `In minutes; ${branch} still has the newer version, and the next push deploys it`,
        params: { workflow, branch },
      },
    },
    undoers: [
      {
        name: 'The next deployment',
        effect: 'undoes',
        said: {
          code: 'github.next-push',
          text: `${branch} still has what is taken back: the next push or run of the pipeline deploys it`,
          params: { branch },
        },
      },
    ],
  };
}

function revertLane({
  slug,
}: Repository): Pick<DriverPlan, 'lane' | 'undoers'> {
  return {
    lane: {
      id: 'revert-pull-request',
      ...titled('github.lane.revert', 'Open a pull request that reverts'),
      lasts: true,
      said: {
        code: 'github.revert-lane',
        text: `Lasts, once it is reviewed and merged in ${slug} and the pipeline has deployed it`,
        params: { slug },
      },
    },
    undoers: [],
  };
}

function sayMigrations(paths: string[]): Sentence[] {
  const found = paths.filter(path => migrations.test(path));
  if (!found.length) return [];
  const what = found.slice(0, 5).join(', ');
  return [
    {
      code: 'github.migrations',
      text: `Migrations that came with it are not undone: ${what}`,
      params: { what },
    },
  ];
}

function say(
  code: string,
  text: string,
  params: Record<string, string> = {},
): Sentence {
  return { code, text, params: { text, ...params } };
}
