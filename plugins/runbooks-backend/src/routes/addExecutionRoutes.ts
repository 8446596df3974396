import type { Caller } from '@ghostlight/reliability-node';
import type { ExecutionsApi } from '../service';
import type { ApiRouter } from './ApiRouter';

/** Runs, what people do with them, and whether the record of their effects is whole. */
export function addExecutionRoutes(
  router: ApiRouter,
  { service, caller }: { service: ExecutionsApi; caller: Caller },
): void {
  router.get('/v1/executions', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });

  router.post('/v1/executions/plan', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.plan(req.body, { credentials }));
  });

  router.post('/v1/executions', async (req, res) => {
    const { runbookRef, action, entityRef, environment } = req.body;
    const { incidentId, reason, dryRun } = req.body;
    const asked = { runbookRef, action, entityRef, environment };
    const made = await caller.audited(
      req,
      'execution-start',
      { ...asked, incidentId, reason, dryRun },
      credentials => service.start(req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.status(202).json(made);
  });

  router.get('/v1/executions/:id', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.get(req.params.id, { credentials }));
  });

  router.get('/v1/executions/:id/journal', async (req, res) => {
    const credentials = await caller.of(req);
    const items = await service.journal(req.params.id, req.query, {
      credentials,
    });
    res.json({ items });
  });

  router.post('/v1/executions/:id/answers', async (req, res) => {
    const { id } = req.params;
    const { stepId, done, choice, approve } = req.body;
    const answered = await caller.audited(
      req,
      'execution-answer',
      { id, stepId, done, choice, approve },
      credentials => service.answer(id, req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.json(answered);
  });

  router.post('/v1/executions/:id/controls', async (req, res) => {
    const { id } = req.params;
    const { action, stepId, reason } = req.body;
    const controlled = await caller.audited(
      req,
      'execution-control',
      { id, action, stepId, reason },
      credentials => service.control(id, req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.json(controlled);
  });

  router.post('/v1/executions/:id/decision', async (req, res) => {
    const { id } = req.params;
    const { approve, comment } = req.body;
    const decided = await caller.audited(
      req,
      'execution-decide',
      { id, approve, comment },
      credentials => service.decide(id, req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.json(decided);
  });

  router.get('/v1/ledger/verification', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.verifyLedger({ credentials }));
  });
}
