import { InputError } from '@backstage/errors';
import type { Gate } from '@ghostlight/plugin-delivery-common';
import { z } from 'zod';
import type { GitHub } from '../client/GitHub';
import { versionOfRef, shortOf } from '../describe/words';
import { isSlug } from '../readGithubConfig';

/** Longest comment that GitHub shows in full. */
const longest = 1_000;

/** Source: https://docs.github.com/en/webhooks/webhook-events-and-payloads#deployment_protection_rule */
const eventSchema = z.object({
  action: z.string(),
  environment: z.string(),
  deployment_callback_url: z.string(),
  deployment: z
    .object({ sha: z.string(), ref: z.string().nullish() })
    .nullish(),
  repository: z.object({ full_name: z.string().refine(isSlug) }),
});

/** What was answered to GitHub. */
export interface ProtectionAnswer {
  state: 'approved' | 'rejected';
  comment: string;
}

/**
 * Answers a custom deployment protection rule with the gate's verdict: approved when every component of the
 * repository may go out, rejected otherwise. When the gate cannot be asked nothing is answered, and the
 * deployment waits.
 *
 * @throws InputError when it is no such event, or its callback is not of GitHub's own API and repository
 */
export async function answerProtectionRule(options: {
  github: GitHub;
  body: unknown;
  /** Refs of the components of a repository. */
  entitiesOf(slug: string): Promise<string[]>;
  gate(question: {
    entityRef: string;
    environment: string;
    version?: string;
  }): Promise<Gate>;
  signal: AbortSignal;
}): Promise<ProtectionAnswer | undefined> {
  const { github, entitiesOf, gate, signal } = options;
  const event = eventSchema.safeParse(options.body);
  if (!event.success)
    throw new InputError('This is no event deployment_protection_rule');
  const { action, environment: theirs, deployment, repository } = event.data;
  if (action !== 'requested') return undefined;
  const slug = repository.full_name;
  const runId = runOf(event.data.deployment_callback_url, github.apiUrl, slug);
  const environment = github.environmentOf(theirs);
  const version = deployment
    ? versionOfRef(deployment.ref) ?? shortOf(deployment.sha)
    : undefined;
  const entityRefs = await entitiesOf(slug);
  const gates = await Promise.all(
    entityRefs.map(entityRef => gate({ entityRef, environment, version })),
  );
  const answer = decide(slug, gates);
  await github
    .repository(slug)
    .change(
      'POST',
      `/actions/runs/${runId}/deployment_protection_rule`,
      { environment_name: theirs, ...answer },
      signal,
    );
  return answer;
}

/** The address that a payload names is not asked: only the number of the run is taken from it. */
function runOf(callback: string, apiUrl: string, slug: string): string {
  const start = `${apiUrl}/repos/${slug}/actions/runs/`.toLowerCase();
  const [, runId] =
    /^(\d{1,20})\/deployment_protection_rule$/.exec(
      callback.toLowerCase().startsWith(start)
        ? callback.slice(start.length)
        : '',
    ) ?? [];
  if (!runId)
    throw new InputError(
      `deployment_callback_url: expected one under ${apiUrl}/repos/${slug}`,
    );
  return runId;
}

function decide(slug: string, gates: Gate[]): ProtectionAnswer {
  if (!gates.length)
    return {
      state: 'rejected',
      comment: `No component has the annotation github.com/project-slug: ${slug}`,
    };
  const refused = gates.filter(
    ({ verdict }) => verdict !== 'allow' && verdict !== 'warn',
  );
  const told = refused.length ? refused : gates;
  return {
    state: refused.length ? 'rejected' : 'approved',
    comment: told
      .map(({ entityRef, said }) => `${entityRef}: ${said.text}`)
      .join('\n')
      .slice(0, longest),
  };
}
