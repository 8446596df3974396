import type { LearningApi } from '../service';
import type { Caller } from '@ghostlight/reliability-node';
import type { ApiRouter } from './ApiRouter';

/** What incidents teach: who and what helped before, postmortems, numbers. */
export function addLearningRoutes(
  router: ApiRouter,
  { service, caller }: { service: LearningApi; caller: Caller },
): void {
  router.get('/v1/incidents/:incidentId/related', async (req, res) => {
    const credentials = await caller.of(req);
    const { incidentId } = req.params;
    res.json({ items: await service.related(incidentId, { credentials }) });
  });

  router.get('/v1/incidents/:incidentId/responders', async (req, res) => {
    const credentials = await caller.of(req);
    const { incidentId } = req.params;
    res.json({ items: await service.responders(incidentId, { credentials }) });
  });

  router.get('/v1/incidents/:incidentId/postmortem', async (req, res) => {
    const credentials = await caller.of(req);
    const { incidentId } = req.params;
    res.json(await service.postmortem(incidentId, req.query, { credentials }));
  });

  router.put('/v1/incidents/:incidentId/postmortem', async (req, res) => {
    const { incidentId } = req.params;
    const { version, publish } = req.body;
    const meta = { incidentId, version, publish };
    const saved = await caller.audited(req, 'postmortem-save', meta, who =>
      service.savePostmortem(incidentId, req.body, { credentials: who }),
    );
    res.json(saved);
  });

  router.get(
    '/v1/incidents/:incidentId/postmortem/markdown',
    async (req, res) => {
      const credentials = await caller.of(req);
      const { incidentId } = req.params;
      const text = await service.exportPostmortem(incidentId, req.query, {
        credentials,
      });
      res.type('text/markdown').send(text);
    },
  );

  router.post('/v1/incidents/import', async (req, res) => {
    const { incidents } = req.body;
    const meta = { incidents: incidents.length };
    const result = await caller.audited(req, 'incidents-import', meta, who =>
      service.import(incidents, { credentials: who }),
    );
    res.json(result);
  });

  router.get('/v1/documents', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.documents(req.query, { credentials }));
  });

  router.get('/v1/metrics', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.metrics(req.query, { credentials }));
  });

  router.get('/v1/metrics/csv', async (req, res) => {
    const credentials = await caller.of(req);
    const text = await service.metricsCsv(req.query, { credentials });
    res.type('text/csv').attachment('incidents.csv').send(text);
  });
}
