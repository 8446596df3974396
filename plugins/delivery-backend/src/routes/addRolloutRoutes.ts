import type { Caller } from '@ghostlight/reliability-node';
import type { RolloutsApi } from '../service/RolloutsApi';
import type { ApiRouter } from './ApiRouter';

/** Rollouts, watches and the metrics of DORA. */
export function addRolloutRoutes(
  router: ApiRouter,
  { service, caller }: { service: RolloutsApi; caller: Caller },
): void {
  router.get('/v1/rollouts', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });

  router.post('/v1/rollouts', async (req, res) => {
    const { entityRef, environment, image, reason } = req.body;
    const idempotencyKey = req.header('idempotency-key');
    const begun = await caller.audited(
      req,
      'rollout-start',
      { entityRef, environment, image, reason },
      credentials =>
        service.start({ ...req.body, idempotencyKey }, { credentials }),
      { severityLevel: 'high' },
    );
    res.status(202).json(begun);
  });

  router.get('/v1/rollouts/:id', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.get(req.params.id, { credentials }));
  });

  router.post('/v1/rollouts/:id/actions', async (req, res) => {
    const { id } = req.params;
    const { action, reason } = req.body;
    const rollout = await caller.audited(
      req,
      'rollout-act',
      { id, action, reason },
      credentials => service.act(id, req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.json(rollout);
  });

  router.post('/v1/rollouts/:id/decision', async (req, res) => {
    const { id } = req.params;
    const { approve, comment } = req.body;
    const rollout = await caller.audited(
      req,
      'rollout-decide',
      { id, approve, comment },
      credentials => service.decide(id, req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.json(rollout);
  });

  router.get('/v1/watches', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.listWatches(req.query, { credentials }));
  });

  router.get('/v1/watches/:id', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.getWatch(req.params.id, { credentials }));
  });

  router.post('/v1/watches/:id/cancel', async (req, res) => {
    const { id } = req.params;
    const { reason } = req.body;
    const watch = await caller.audited(
      req,
      'watch-cancel',
      { id, reason },
      credentials => service.cancelWatch(id, reason, { credentials }),
    );
    res.json(watch);
  });

  router.get('/v1/dora', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.dora(req.query, { credentials }));
  });

  router.get('/v1/dora.csv', async (req, res) => {
    const credentials = await caller.of(req);
    const text = await service.exportDora(req.query, { credentials });
    res.type('text/csv').attachment('dora.csv').send(text);
  });
}
