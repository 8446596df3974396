import type { InboxApi } from '../service';
import type { Caller } from '@ghostlight/reliability-node';
import type { ApiRouter } from './ApiRouter';

/** What the pipeline goes by: mappings, silences, rules. */
export function addRuleRoutes(
  router: ApiRouter,
  { service, caller }: { service: InboxApi; caller: Caller },
): void {
  router.get('/v1/mappings', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.mappings({ credentials }) });
  });

  router.post('/v1/mappings', async (req, res) => {
    const meta = { entityRef: req.body.entityRef };
    const taught = await caller.audited(req, 'mapping-teach', meta, who =>
      service.teachMapping(req.body, { credentials: who }),
    );
    res.status(201).json(taught);
  });

  router.delete('/v1/mappings/:id', async (req, res) => {
    const { id } = req.params;
    await caller.audited(req, 'mapping-forget', { id }, who =>
      service.forgetMapping(id, { credentials: who }),
    );
    res.status(204).end();
  });

  router.get('/v1/silences', async (req, res) => {
    const credentials = await caller.of(req);
    res.json({ items: await service.silences(req.query, { credentials }) });
  });

  router.post('/v1/silences', async (req, res) => {
    const { entityRef, until, reason } = req.body;
    const meta = { entityRef, until, reason };
    const silence = await caller.audited(req, 'silence-create', meta, who =>
      service.createSilence(req.body, { credentials: who }),
    );
    res.status(201).json(silence);
  });

  router.delete('/v1/silences/:id', async (req, res) => {
    const { id } = req.params;
    await caller.audited(req, 'silence-end', { id }, who =>
      service.endSilence(id, { credentials: who }),
    );
    res.status(204).end();
  });

  router.get('/v1/rules', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.rules({ credentials }));
  });

  router.post('/v1/rules/dry-run', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.dryRun(req.body, { credentials }));
  });
}
