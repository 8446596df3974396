import type { Caller } from '@ghostlight/reliability-node';
import type { ChangesApi } from '../service/ChangesApi';
import type { ApiRouter } from './ApiRouter';

/** The feed, the history and what runs where. */
export function addChangeRoutes(
  router: ApiRouter,
  { service, caller }: { service: ChangesApi; caller: Caller },
): void {
  router.get('/v1/feed', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.feed(req.query, { credentials }));
  });

  router.get('/v1/changes', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });

  router.get('/v1/changes/:id', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.get(req.params.id, { credentials }));
  });

  router.get('/v1/deployments', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.deployments(req.query, { credentials }));
  });

  router.get('/v1/deployments/:id', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.deployment(req.params.id, { credentials }));
  });

  router.get('/v1/lanes', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.lanes(req.query.entityRef, { credentials }));
  });

  router.get('/v1/overview', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.overview(req.query, { credentials }));
  });

  router.get('/v1/sources', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.sources({ credentials }) });
  });
}
