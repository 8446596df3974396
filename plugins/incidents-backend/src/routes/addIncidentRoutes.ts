import type { IncidentsApi } from '../service';
import type { Caller } from '@ghostlight/reliability-node';
import type { ApiRouter } from './ApiRouter';

/** Incidents one by one: what they are, and what people do to them. */
export function addIncidentRoutes(
  router: ApiRouter,
  { service, caller }: { service: IncidentsApi; caller: Caller },
): void {
  router.get('/v1/incidents', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });

  router.post('/v1/incidents', async (req, res) => {
    const { title, severity, entityRefs, alertIds } = req.body;
    const meta = { title, severity, entityRefs, alertIds };
    const made = await caller.audited(req, 'incident-declare', meta, who =>
      service.declare(req.body, { credentials: who }),
    );
    res.status(201).json(made);
  });

  router.post('/v1/incidents/bulk', async (req, res) => {
    const { ids, acknowledge, status, severity, mergeInto } = req.body;
    const meta = { ids, acknowledge, status, severity, mergeInto };
    const result = await caller.audited(req, 'incidents-change', meta, who =>
      service.change(req.body, { credentials: who }),
    );
    res.json(result);
  });

  router.get('/v1/incidents/:incidentId', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.detail(req.params.incidentId, { credentials }));
  });

  router.put('/v1/incidents/:incidentId', async (req, res) => {
    const { incidentId } = req.params;
    const { severity, mitigated, sloAffecting, entityRefs } = req.body;
    const fields = Object.keys(req.body);
    const meta = { fields, severity, mitigated, sloAffecting, entityRefs };
    const edited = await caller.audited(
      req,
      'incident-edit',
      { incidentId, ...meta },
      who => service.edit(incidentId, req.body, { credentials: who }),
    );
    res.json(edited);
  });

  router.delete('/v1/incidents/:incidentId', async (req, res) => {
    const { incidentId } = req.params;
    await caller.audited(req, 'incident-delete', { incidentId }, who =>
      service.remove(incidentId, { credentials: who }),
    );
    res.status(204).end();
  });

  router.post('/v1/incidents/:incidentId/status', async (req, res) => {
    const { incidentId } = req.params;
    const meta = { incidentId, status: req.body.status };
    const changed = await caller.audited(req, 'incident-status', meta, who =>
      service.setStatus(incidentId, req.body, { credentials: who }),
    );
    res.json(changed);
  });

  router.post('/v1/incidents/:incidentId/acknowledge', async (req, res) => {
    const { incidentId } = req.params;
    const changed = await caller.audited(
      req,
      'incident-acknowledge',
      { incidentId },
      who => service.acknowledge(incidentId, { credentials: who }),
    );
    res.json(changed);
  });

  router.post('/v1/incidents/:incidentId/notes', async (req, res) => {
    const { incidentId } = req.params;
    const meta = { incidentId, kind: req.body.kind };
    const entry = await caller.audited(req, 'incident-note', meta, who =>
      service.addNote(incidentId, req.body, { credentials: who }),
    );
    res.status(201).json(entry);
  });

  router.post('/v1/incidents/:incidentId/roles', async (req, res) => {
    const { incidentId } = req.params;
    const { role, userRef } = req.body;
    const meta = { incidentId, role, userRef };
    const changed = await caller.audited(req, 'incident-role', meta, who =>
      service.setRole(incidentId, req.body, { credentials: who }),
    );
    res.json(changed);
  });

  router.get('/v1/incidents/:incidentId/timeline', async (req, res) => {
    const credentials = await caller.of(req);
    const { incidentId } = req.params;
    res.json(await service.timeline(incidentId, req.query, { credentials }));
  });

  router.post('/v1/incidents/:incidentId/merge', async (req, res) => {
    const { incidentId } = req.params;
    const { into } = req.body;
    const merged = await caller.audited(
      req,
      'incident-merge',
      { incidentId, into },
      who => service.merge(incidentId, into, { credentials: who }),
    );
    res.json(merged);
  });

  router.post('/v1/incidents/:incidentId/split', async (req, res) => {
    const { incidentId } = req.params;
    const meta = { incidentId, alertIds: req.body.alertIds };
    const made = await caller.audited(req, 'incident-split', meta, who =>
      service.split(incidentId, req.body, { credentials: who }),
    );
    res.status(201).json(made);
  });

  router.get('/v1/incidents/:incidentId/graph', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.graph(req.params.incidentId, { credentials }));
  });
}
