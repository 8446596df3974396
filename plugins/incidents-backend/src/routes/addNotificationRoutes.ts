import type { NotificationsApi } from '../service';
import type { Caller } from '@ghostlight/reliability-node';
import type { ApiRouter } from './ApiRouter';

/** Where notifications go, and what became of them. */
export function addNotificationRoutes(
  router: ApiRouter,
  { service, caller }: { service: NotificationsApi; caller: Caller },
): void {
  router.get('/v1/channels', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.channels({ credentials }));
  });

  router.post('/v1/channels/:name/test', async (req, res) => {
    const { name } = req.params;
    const result = await caller.audited(req, 'channel-test', { name }, who =>
      service.testChannel(name, { credentials: who }),
    );
    res.json(result);
  });

  router.post('/v1/channels/:name/messages', async (req, res) => {
    const { name } = req.params;
    const { key } = req.body;
    const sent = await caller.audited(
      req,
      'channel-message',
      { name, key },
      who => service.sendMessage(name, req.body, { credentials: who }),
    );
    res.status(202).json(sent);
  });

  router.get('/v1/notifications', async (req, res) => {
    const credentials = await caller.of(req);
    res.json(await service.list(req.query, { credentials }));
  });
}
