import { z } from 'zod';
import { pullSchema, type PullRequest } from '../client/schemas';
import { isRefusal, orRefused, type Effect, type EffectCall } from './Effect';

const schema = z.object({
  op: z.literal('close-pull-request'),
  slug: z.string(),
  base: z.string(),
  planKey: z.string(),
});

/** Closes the pull request that a plan opened, and removes its branch. */
export const closePullRequest: Effect = {
  async write(pinned, call) {
    const wanted = schema.parse(pinned);
    const pull = await findOpen(wanted, call);
    if (!pull || call.dryRun) return { state: 'applied' };
    const repository = call.github.repository(wanted.slug);
    return orRefused(async () => {
      await repository.change(
        'PATCH',
        `/pulls/${pull.number}`,
        { state: 'closed' },
        call.signal,
      );
      await repository
        .change(
          'DELETE',
          `/git/refs/heads/${pull.head.ref}`,
          undefined,
          call.signal,
        )
        .catch(error => {
          // Some repositories remove it by themselves, others protect it.
          if (!isRefusal(error)) throw error;
        });
      return { state: 'applied', result: { number: pull.number } };
    });
  },

  async readBack(pinned, call) {
    const open = await findOpen(schema.parse(pinned), call);
    return { state: open ? 'absent' : 'applied' };
  },
};

async function findOpen(
  { slug, base, planKey }: z.output<typeof schema>,
  { github, signal }: EffectCall,
): Promise<PullRequest | undefined> {
  const { items } = await github
    .repository(slug)
    .list(pullSchema, '/pulls', signal, { state: 'open', base, per_page: 100 });
  return items.find(
    ({ body, head }) =>
      head.ref.startsWith('ghostlight/revert-') &&
      body?.includes(`ghostlight-plan: ${planKey}`),
  );
}
