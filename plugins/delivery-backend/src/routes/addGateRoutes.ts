import type { Caller } from '@ghostlight/reliability-node';
import { answerFlagger, readFlaggerCall } from '../gate';
import type { GateApi } from '../service/GateApi';
import type { ApiRouter } from './ApiRouter';

/** The gate, and what people and pipelines say to it. */
export function addGateRoutes(
  router: ApiRouter,
  { service, caller }: { service: GateApi; caller: Caller },
): void {
  router.get('/v1/gate', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.judge(req.query, { credentials }));
  });

  router.get('/v1/gate/keys', async (_req, res) => {
    res.json({ keys: await service.keys() });
  });

  router.post('/v1/gate/flagger/:id', async (req, res) => {
    const credentials = await caller.of(req);
    const call = readFlaggerCall(req.params.id, req.body);
    if (call === 'noted') {
      res.json({});
      return;
    }
    const gate = await service.judge(call, { credentials });
    const goesOn = answerFlagger(req.params.id, gate);
    res.status(goesOn ? 200 : 403).json({ verdict: gate.verdict });
  });

  router.get('/v1/gate/overrides', async (req, res) => {
    const credentials = await caller.of(req);
    const items = await service.listOverrides(req.query, { credentials });
    res.json({ items });
  });

  router.post('/v1/gate/overrides', async (req, res) => {
    const made = await caller.audited(
      req,
      'gate-override',
      { ...req.body },
      credentials => service.override(req.body, { credentials }),
      { severityLevel: 'high' },
    );
    res.status(201).json(made);
  });

  router.delete('/v1/gate/overrides/:id', async (req, res) => {
    const { id } = req.params;
    await caller.audited(req, 'gate-override-revoke', { id }, credentials =>
      service.revokeOverride(id, { credentials }),
    );
    res.status(204).end();
  });

  router.get('/v1/gate/approvals', async (req, res) => {
    const credentials = await caller.of(req);
    const items = await service.listApprovals(req.query, { credentials });
    res.json({ items });
  });

  router.post('/v1/gate/approvals', async (req, res) => {
    const made = await caller.audited(
      req,
      'release-approve',
      { ...req.body },
      credentials => service.approve(req.body, { credentials }),
    );
    res.status(201).json(made);
  });

  router.delete('/v1/gate/approvals/:id', async (req, res) => {
    const { id } = req.params;
    await caller.audited(req, 'release-approval-revoke', { id }, credentials =>
      service.revokeApproval(id, { credentials }),
    );
    res.status(204).end();
  });

  router.get('/v1/gate/evaluations', async (req, res) => {
    const credentials = await caller.of(req);
    const { entityRef, limit } = req.query;
    const items = await service.listEvaluations(entityRef, limit, {
      credentials,
    });
    res.json({ items });
  });

  router.post('/v1/gate/evaluations', async (req, res) => {
    const { entityRef, version, suite } = req.body;
    const recorded = await caller.audited(
      req,
      'evaluation-record',
      { entityRef, version, suite },
      credentials => service.recordEvaluation(req.body, { credentials }),
      { severityLevel: 'low' },
    );
    res.status(201).json(recorded);
  });

  router.get('/v1/freezes', async (req, res) => {
    const credentials = await caller.of(req);
    const items = await service.listFreezes(req.query, { credentials });
    res.json({ items });
  });

  router.post('/v1/freezes', async (req, res) => {
    const planned = await caller.audited(
      req,
      'freeze-plan',
      { ...req.body },
      credentials => service.planFreeze(req.body, { credentials }),
    );
    res.status(201).json(planned);
  });

  router.delete('/v1/freezes/:id', async (req, res) => {
    const { id } = req.params;
    await caller.audited(req, 'freeze-end', { id }, credentials =>
      service.endFreeze(id, { credentials }),
    );
    res.status(204).end();
  });
}
