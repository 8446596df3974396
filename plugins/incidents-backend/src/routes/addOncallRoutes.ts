import type { OncallApi } from '../service';
import type { Caller } from '@ghostlight/reliability-node';
import type { ApiRouter } from './ApiRouter';

/** Who is on call. */
export function addOncallRoutes(
  router: ApiRouter,
  { service, caller }: { service: OncallApi; caller: Caller },
): void {
  router.get('/v1/oncall', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.oncall(req.query, { credentials }));
  });

  router.get('/v1/oncall/teams', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.teams(req.query, { credentials }));
  });

  router.get('/v1/oncall/calendar', async (req, res) => {
    const credentials = await caller.of(req);
    const text = await service.calendar(req.query.owner, { credentials });
    res.type('text/calendar').send(text);
  });
}
