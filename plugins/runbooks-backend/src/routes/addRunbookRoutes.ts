import type { Caller } from '@ghostlight/reliability-node';
import type { RunbooksApi } from '../service';
import type { ApiRouter } from './ApiRouter';

/** What there is to run, and what may help. */
export function addRunbookRoutes(
  router: ApiRouter,
  { service, caller }: { service: RunbooksApi; caller: Caller },
): void {
  router.get('/v1/runbooks', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });

  router.get('/v1/runbooks/:ref', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.get(req.params.ref, { credentials }));
  });

  router.get('/v1/suggestions', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.suggest(req.query, { credentials }) });
  });

  router.get('/v1/actions', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.actions({ credentials }) });
  });

  router.get('/v1/documents', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.documents(req.query, { credentials }));
  });
}
