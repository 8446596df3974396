import type { Caller } from '@ghostlight/reliability-node';
import type { PoliciesApi } from '../service';
import type { ApiRouter } from './ApiRouter';

/** Policies, what they propose and did, approvals and switches. */
export function addRemediationRoutes(
  router: ApiRouter,
  { service, caller }: { service: PoliciesApi; caller: Caller },
): void {
  router.get('/v1/policies', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });

  router.get('/v1/policies/:ref', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.get(req.params.ref, { credentials }));
  });

  router.get('/v1/attempts', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.attempts(req.query, { credentials }));
  });

  router.get('/v1/attempts/:id', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.attempt(req.params.id, { credentials }));
  });

  router.post('/v1/attempts/:id/decision', async (req, res) => {
    const { id } = req.params;
    const { approve, comment } = req.body;
    const decided = await caller.audited(
      req,
      'remediation-decide',
      { id, approve, comment },
      credentials => service.decide(id, req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.json(decided);
  });

  router.post('/v1/proposals', async (req, res) => {
    const { action, runbookRef, entityRef, reason } = req.body;
    const proposed = await caller.audited(
      req,
      'remediation-propose',
      { action, runbookRef, entityRef, reason },
      credentials => service.propose(req.body, { credentials }),
    );
    res.status(202).json(proposed);
  });

  router.get('/v1/switches', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.switches({ credentials }) });
  });

  router.put('/v1/switches', async (req, res) => {
    const { scope, on, reason } = req.body;
    const set = await caller.audited(
      req,
      'remediation-switch',
      { scope, on, reason },
      credentials => service.setSwitch(req.body, { credentials }),
      { severityLevel: 'critical' },
    );
    res.json(set);
  });

  router.get('/v1/remediation-metrics', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.metrics(req.query, { credentials }));
  });

  router.get('/v1/approvals', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.approvals(req.query, { credentials }));
  });
}
