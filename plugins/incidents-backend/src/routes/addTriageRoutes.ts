import type { TriageRun } from '@ghostlight/plugin-incidents-common';
import type { AuditMeta, Caller } from '@ghostlight/reliability-node';
import type { Response } from 'express';
import type { TriageApi } from '../service';
import type { ApiRouter } from './ApiRouter';

const lines = 'application/x-ndjson';

/** Why it happened: what code finds at once, and what a model is asked for. */
export function addTriageRoutes(
  router: ApiRouter,
  { service, caller }: { service: TriageApi; caller: Caller },
): void {
  router.get('/v1/incidents/:incidentId/triage', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.triage(req.params.incidentId, { credentials }));
  });

  router.post('/v1/incidents/:incidentId/triage', async (req, res) => {
    const { incidentId } = req.params;
    const streams = req.accepts(['application/json', lines]) === lines;
    const signal = untilGone(res);
    const run = await caller.audited(
      req,
      'triage-run',
      { incidentId },
      credentials =>
        service.start(incidentId, req.body, {
          credentials,
          signal,
          // The last line is written when the audit knows of it too.
          ...(streams && {
            onEvent: event => {
              if (event.stage !== 'done') writeLine(res, event);
            },
          }),
        }),
      { outcome: spent },
    );
    if (!streams) {
      res.json(run);
      return;
    }
    const at = new Date().toISOString();
    writeLine(res, { stage: 'done', at, run });
    res.end();
  });

  router.get('/v1/incidents/:incidentId/triage/runs', async (req, res) => {
    const credentials = await caller.of(req);
    const { incidentId } = req.params;
    res.json({ items: await service.runs(incidentId, { credentials }) });
  });

  router.get('/v1/incidents/:incidentId/evidence', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.evidence(req.params.incidentId, { credentials }));
  });

  router.post('/v1/incidents/:incidentId/review', async (req, res) => {
    const { incidentId } = req.params;
    const signal = untilGone(res);
    const review = await caller.audited(
      req,
      'triage-review',
      { incidentId },
      credentials =>
        service.reviewAlerts(incidentId, req.body, { credentials, signal }),
      { outcome: ({ run }) => spent(run) },
    );
    res.json(review);
  });

  router.post('/v1/incidents/:incidentId/summary', async (req, res) => {
    const { incidentId } = req.params;
    const signal = untilGone(res);
    const summary = await caller.audited(
      req,
      'triage-summary',
      { incidentId },
      credentials =>
        service.summarize(incidentId, req.body, { credentials, signal }),
      { outcome: ({ run }) => spent(run) },
    );
    res.json(summary);
  });

  router.post(
    '/v1/incidents/:incidentId/postmortem/narrative',
    async (req, res) => {
      const { incidentId } = req.params;
      const signal = untilGone(res);
      const narrative = await caller.audited(
        req,
        'triage-narrative',
        { incidentId },
        credentials =>
          service.narrate(incidentId, req.body, { credentials, signal }),
        { outcome: ({ run }) => spent(run) },
      );
      res.json(narrative);
    },
  );

  router.get('/v1/triage-runs/:runId', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.run(req.params.runId, { credentials }));
  });

  router.post('/v1/triage-runs/:runId/feedback', async (req, res) => {
    const { runId } = req.params;
    const meta = { runId, verdict: req.body.verdict };
    const run = await caller.audited(req, 'triage-feedback', meta, who =>
      service.giveFeedback(runId, req.body, { credentials: who }),
    );
    res.json(run);
  });

  router.post(
    '/v1/triage-runs/:runId/actions/:index/proposal',
    async (req, res) => {
      const { runId, index } = req.params;
      const meta = { runId, index };
      const proposal = await caller.audited(req, 'triage-propose', meta, who =>
        // The router checks numbers in addresses and leaves them texts.
        service.propose(runId, Number(index), { credentials: who }),
      );
      res.json(proposal);
    },
  );

  router.get('/v1/triage/settings', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.settings({ credentials }));
  });

  router.get('/v1/triage/spend', async (req, res) => {
    const credentials = await caller.of(req);
    const { days = 28 } = req.query;
    res.json(await service.spend(days, { credentials }));
  });

  router.post('/v1/triage/replay', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.replay(req.body, { credentials }));
  });

  router.get('/v1/incident-clusters', async (req, res) => {
    const credentials = await caller.of(req);
    const { days = 90 } = req.query;
    res.json({ items: await service.clusters(days, { credentials }) });
  });

  router.post('/v1/runbook-drafts', async (req, res) => {
    const { incidentIds } = req.body;
    const signal = untilGone(res);
    const draft = await caller.audited(
      req,
      'triage-runbook-draft',
      { incidentIds },
      credentials => service.draftRunbook(req.body, { credentials, signal }),
      { outcome: ({ run }) => spent(run) },
    );
    res.json(draft);
  });
}

/** What the audit keeps of a call of a model. */
function spent(run: TriageRun): AuditMeta {
  const { id, bundleId, promptVersion, model, usage, unavailable } = run;
  return {
    runId: id,
    evidence: bundleId,
    promptVersion,
    model,
    inputTokens: usage?.inputTokens,
    outputTokens: usage?.outputTokens,
    usd: usage?.cost.amount,
    outcome: unavailable?.code ?? run.state,
  };
}

/** The first line says that it is lines; what fails before it is answered as any error. */
function writeLine(res: Response, line: object): void {
  if (!res.headersSent)
    res.writeHead(200, {
      'Content-Type': lines,
      'Cache-Control': 'no-store',
      // Proxies would keep the lines back until the end.
      'X-Accel-Buffering': 'no',
    });
  res.write(`${JSON.stringify(line)}\n`);
}

/** Called off when nobody waits for the answer any more. */
function untilGone(res: Response): AbortSignal {
  const controller = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}
