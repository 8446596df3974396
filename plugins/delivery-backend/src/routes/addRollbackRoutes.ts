import type { Caller } from '@ghostlight/reliability-node';
import type { RollbacksApi } from '../service/RollbacksApi';
import type { ApiRouter } from './ApiRouter';

/** Plans, rollbacks, and whether the record of their effects is whole. */
export function addRollbackRoutes(
  router: ApiRouter,
  { service, caller }: { service: RollbacksApi; caller: Caller },
): void {
  router.post('/v1/rollbacks/plan', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.plan(req.body, { credentials }));
  });

  router.get('/v1/rollbacks/plan/:id', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.getPlan(req.params.id, { credentials }));
  });

  router.get('/v1/rollbacks', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });

  router.post('/v1/rollbacks', async (req, res) => {
    const { planId, lane, reason, incidentId, dryRun } = req.body;
    const meta = { planId, lane, reason, incidentId, dryRun };
    const made = await caller.audited(
      req,
      'rollback-request',
      meta,
      credentials => service.request(req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.status(202).json(made);
  });

  router.get('/v1/rollbacks/:id', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.get(req.params.id, { credentials }));
  });

  router.get('/v1/rollbacks/:id/journal', async (req, res) => {
    const credentials = await caller.of(req);
    const { after } = req.query;
    const items = await service.journal(req.params.id, after, { credentials });
    res.json({ items });
  });

  router.post('/v1/rollbacks/:id/decision', async (req, res) => {
    const { id } = req.params;
    const { approve, comment } = req.body;
    const decided = await caller.audited(
      req,
      'rollback-decide',
      { id, approve, comment },
      credentials => service.decide(id, req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.json(decided);
  });

  router.post('/v1/rollbacks/:id/cancel', async (req, res) => {
    const { id } = req.params;
    const { reason } = req.body;
    const cancelled = await caller.audited(
      req,
      'rollback-cancel',
      { id, reason },
      credentials => service.cancel(id, reason, { credentials }),
      { severityLevel: 'high' },
    );
    res.json(cancelled);
  });

  router.get('/v1/ledger/verification', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.verifyLedger({ credentials }));
  });
}
