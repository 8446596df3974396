import type { Caller } from '@ghostlight/reliability-node';
import type { RehearsalsApi } from '../service';
import type { ApiRouter } from './ApiRouter';

/** What would have come of it, in incidents that are over. */
export function addRehearsalRoutes(
  router: ApiRouter,
  { service, caller }: { service: RehearsalsApi; caller: Caller },
): void {
  router.post('/v1/rehearsals', async (req, res) => {
    const { runbookRef, policyRef, incidentId } = req.body;
    const begun = await caller.audited(
      req,
      'rehearsal-start',
      { runbookRef, policyRef, incidentId },
      credentials => service.rehearse(req.body, { credentials }),
      { severityLevel: 'low' },
    );
    res.status(202).json(begun);
  });

  router.post('/v1/policies/:ref/simulation', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.simulate(req.params.ref, req.body, { credentials }));
  });
}
