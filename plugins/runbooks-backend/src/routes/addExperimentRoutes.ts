import type { Caller } from '@ghostlight/reliability-node';
import type { ExperimentsApi } from '../service';
import type { ApiRouter } from './ApiRouter';

/** Chaos experiments, and their runs. */
export function addExperimentRoutes(
  router: ApiRouter,
  { service, caller }: { service: ExperimentsApi; caller: Caller },
): void {
  router.get('/v1/experiments', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });

  router.get('/v1/experiments/:ref', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.get(req.params.ref, { credentials }));
  });

  router.post('/v1/experiments/:ref/runs', async (req, res) => {
    const { ref } = req.params;
    const { reason, dryRun } = req.body;
    const begun = await caller.audited(
      req,
      'experiment-run',
      { ref, reason, dryRun },
      credentials => service.run(ref, req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.status(202).json(begun);
  });
}
