import type { IncidentsApi } from '../service';
import type { Caller } from '@ghostlight/reliability-node';
import type { ApiRouter } from './ApiRouter';

/** What belongs to incidents or says how things are: follow-ups, changes, findings, summaries. */
export function addRecordRoutes(
  router: ApiRouter,
  { service, caller }: { service: IncidentsApi; caller: Caller },
): void {
  router.post('/v1/incidents/:incidentId/follow-ups', async (req, res) => {
    const { incidentId } = req.params;
    const { title, owner } = req.body;
    const meta = { incidentId, title, owner };
    const made = await caller.audited(req, 'follow-up-add', meta, who =>
      service.addFollowUp(incidentId, req.body, { credentials: who }),
    );
    res.status(201).json(made);
  });

  router.get('/v1/follow-ups', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.listFollowUps(req.query, { credentials }));
  });

  router.put('/v1/follow-ups/:id', async (req, res) => {
    const { id } = req.params;
    const { owner, state } = req.body;
    const meta = { id, owner, state };
    const edited = await caller.audited(req, 'follow-up-edit', meta, who =>
      service.editFollowUp(id, req.body, { credentials: who }),
    );
    res.json(edited);
  });

  router.get('/v1/changes', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.changes(req.query, { credentials }) });
  });

  router.get('/v1/findings', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.findings(req.query, { credentials }));
  });

  router.get('/v1/summary', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.summary(req.query, { credentials }));
  });

  router.get('/v1/open-entities', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.openEntities({ credentials }) });
  });
}
