import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import type { SloPaths } from '@ghostlight/plugin-slo-common';
import {
  createCaller,
  type EndpointMapOf,
  refuseNul,
  verifyBody,
} from '@ghostlight/reliability-node';
import express from 'express';
import { document } from './generated/document';
import type { ObjectivesService } from './service';

/** Room for the 20,000 samples that one request may hold. */
const bodyLimit = '8mb';

/**
 * The HTTP API as `schema/openapi.yaml` has it. Users and services (plugins, external-access
 * tokens) may call all of it; what they may see and do is up to the service.
 */
export async function createRouter(options: {
  service: ObjectivesService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Promise<express.Router> {
  const { service, httpAuth, auditor } = options;
  const router = createValidatedOpenApiRouterFromGeneratedEndpointMap<
    EndpointMapOf<SloPaths>
  >(document, {
    middleware: [
      refuseNul,
      express.json({ limit: bodyLimit, verify: verifyBody }),
    ],
  });

  const caller = createCaller({ httpAuth, auditor });

  router.get('/v1/objectives', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });

  router.get('/v1/objectives/:ref', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.detail(req.params.ref, { credentials }));
  });

  router.get('/v1/objectives/:ref/series', async (req, res) => {
    const credentials = await caller.of(req);
    const { ref } = req.params;
    res.json(await service.series({ ...req.query, ref }, { credentials }));
  });

  router.get('/v1/objectives/:ref/measurement', async (req, res) => {
    const credentials = await caller.of(req);
    const { ref } = req.params;
    res.json(await service.measure({ ...req.query, ref }, { credentials }));
  });

  router.get('/v1/changes', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.changes(req.query, { credentials }) });
  });

  router.get('/v1/summary', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.summary(req.query, { credentials }));
  });

  router.get('/v1/gate', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.gate(req.query.entityRef, { credentials }));
  });

  router.get('/v1/rules', async (req, res) => {
    const credentials = await caller.of(req);
    const { entityRef, format = 'plain' } = req.query;
    const yaml = await service.rules(entityRef, format, { credentials });
    res.type('application/yaml').send(yaml);
  });

  router.get('/v1/alerts', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.alerts(req.query, { credentials }));
  });

  router.get('/v1/findings', async (req, res) => {
    const credentials = await caller.of(req);
    const { entityRef } = req.query;
    res.json({ items: await service.findings(entityRef, { credentials }) });
  });

  router.get('/v1/signals', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.signals(req.query.entityRef, { credentials }));
  });

  router.get('/v1/spent', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.spent(req.query, { credentials }) });
  });

  router.post('/v1/samples', async (req, res) => {
    const { samples } = req.body;
    const meta = { samples: samples.length };
    const result = await caller.audited(
      req,
      'samples-push',
      meta,
      credentials => service.pushSamples(samples, { credentials }),
      // They come every minute.
      { severityLevel: 'low' },
    );
    res.status(202).json(result);
  });

  router.get('/v1/corrections', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({
      items: await service.listCorrections(req.query, { credentials }),
    });
  });

  router.post('/v1/corrections', async (req, res) => {
    const { entityRef, ref, from, to, kind, reason } = req.body;
    const meta = { entityRef, ref, from, to, kind, reason };
    const created = await caller.audited(
      req,
      'correction-create',
      meta,
      credentials => service.createCorrection(req.body, { credentials }),
    );
    res.status(201).json(created);
  });

  router.delete('/v1/corrections/:id', async (req, res) => {
    const { id } = req.params;
    await caller.audited(req, 'correction-delete', { id }, credentials =>
      service.deleteCorrection(id, { credentials }),
    );
    res.status(204).end();
  });

  router.get('/v1/overrides', async (req, res) => {
    const credentials = await caller.of(req);
    const { entityRef } = req.query;
    res.json({
      items: await service.listOverrides(entityRef, { credentials }),
    });
  });

  router.post('/v1/overrides', async (req, res) => {
    const { entityRef, verdict, until, reason } = req.body;
    const meta = { entityRef, verdict, until, reason };
    const created = await caller.audited(
      req,
      'override-create',
      meta,
      credentials => service.createOverride(req.body, { credentials }),
    );
    res.status(201).json(created);
  });

  router.delete('/v1/overrides/:id', async (req, res) => {
    const { id } = req.params;
    await caller.audited(req, 'override-revoke', { id }, credentials =>
      service.revokeOverride(id, { credentials }),
    );
    res.status(204).end();
  });

  return router;
}
