import type { InboxApi } from '../service';
import type { Caller } from '@ghostlight/reliability-node';
import type { ApiRouter } from './ApiRouter';

/** Alerts and what came in: the inbox. */
export function addInboxRoutes(
  router: ApiRouter,
  { service, caller }: { service: InboxApi; caller: Caller },
): void {
  router.get('/v1/adapters', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.adapters({ credentials }) });
  });

  router.get('/v1/alerts', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });

  router.get('/v1/alerts/counts', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.counts({ credentials }));
  });

  router.post('/v1/alerts/unsuppress', async (req, res) => {
    const { alertIds, kind, causeRef } = req.body;
    const meta = { alertIds, kind, causeRef };
    const done = await caller.audited(req, 'alerts-unsuppress', meta, who =>
      service.unsuppressMany(req.body, { credentials: who }),
    );
    res.json(done);
  });

  router.get('/v1/suppressions', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.suppressionCauses({ credentials }) });
  });

  router.get('/v1/alerts/:alertId', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.detail(req.params.alertId, { credentials }));
  });

  router.get('/v1/quarantine', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.quarantine(req.query, { credentials }));
  });

  router.post('/v1/quarantine/:id/retry', async (req, res) => {
    const { id } = req.params;
    const result = await caller.audited(req, 'quarantine-retry', { id }, who =>
      service.retryQuarantined(id, { credentials: who }),
    );
    res.json(result);
  });

  router.delete('/v1/quarantine/:id', async (req, res) => {
    const { id } = req.params;
    await caller.audited(req, 'quarantine-discard', { id }, who =>
      service.discardQuarantined(id, { credentials: who }),
    );
    res.status(204).end();
  });

  router.post('/v1/alerts/:alertId/unsuppress', async (req, res) => {
    const { alertId } = req.params;
    const alert = await caller.audited(
      req,
      'alert-unsuppress',
      { alertId },
      who => service.unsuppress(alertId, { credentials: who }),
    );
    res.json(alert);
  });

  router.post('/v1/alerts/:alertId/resolve', async (req, res) => {
    const { alertId } = req.params;
    const alert = await caller.audited(req, 'alert-resolve', { alertId }, who =>
      service.resolve(alertId, { credentials: who }),
    );
    res.json(alert);
  });
}
