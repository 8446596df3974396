import { mockServices } from '@backstage/backend-test-utils';
import { incidentsServiceMock } from '@ghostlight/plugin-incidents-node/testUtils';
import type { ActionCall } from '@ghostlight/plugin-runbooks-node';
import { message } from './message';

const call: ActionCall = {
  environment: 'production',
  requestedBy: 'user:default/ines',
  signal: new AbortController().signal,
  actionId: 'action-1',
  output: () => {},
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/payments-team' },
      { type: 'dependsOn', targetRef: 'component:default/db' },
    ],
  },
};

function start() {
  const incidents = incidentsServiceMock();
  const channel = (name: string, type: string) => ({
    name,
    type,
    sent: 0,
    failed: 0,
    waiting: 0,
  });
  incidents.listChannels.mockResolvedValue({
    items: [
      channel('slack-payments', 'slack'),
      channel('portal', 'portal'),
      channel('pager', 'pagerduty'),
    ],
    routes: [],
  });
  incidents.sendMessage.mockResolvedValue({ id: '7' });
  return {
    incidents,
    action: message({ auth: mockServices.auth(), incidents }),
  };
}

describe('message:send', () => {
  it('tells the channel, with the id of the action as the key', async () => {
    const { action, incidents } = start();
    const input = { channel: 'slack-payments', text: 'Rolled back\n*done*' };
    const { pinned, ...plan } = await action.plan(input, call);
    expect(plan).toMatchObject({
      title: { code: 'action.message.plan' },
      changes: [{ label: 'slack-payments', to: 'Rolled back\n*done*' }],
      refusals: [],
    });
    expect(incidents.sendMessage).not.toHaveBeenCalled();
    expect(await action.act(pinned, input, call)).toEqual({
      state: 'applied',
      result: { notification: '7' },
    });
    expect(incidents.sendMessage).toHaveBeenCalledWith(
      'slack-payments',
      {
        text: 'Rolled back\n*done*',
        key: 'action-1',
        to: ['group:default/payments-team'],
      },
      { credentials: expect.anything() },
    );
    // A repetition under the same key does no harm.
    expect(await action.readBack(pinned, call)).toEqual({ state: 'absent' });
  });

  it.each([
    [{ channel: 'gone' }, 'channel'],
    [{ channel: 'pager' }, 'pager'],
    [{ channel: 'portal', to: [] }, 'recipient'],
  ])('is refused for %j', async (input, code) => {
    const { action } = start();
    const { refusals } = await action.plan({ text: 'a', ...input }, call);
    expect(refusals).toMatchObject([{ code: `action.message.${code}` }]);
  });

  it('passes a refusal on, and does not know of other failures', async () => {
    const { action, incidents } = start();
    const pinned = { channel: 'portal', text: 'a' };
    const failure = (statusCode: number) =>
      Object.assign(new Error('no such user'), { statusCode });
    incidents.sendMessage.mockRejectedValueOnce(failure(400));
    expect(await action.act(pinned, pinned, call)).toEqual({
      state: 'refused',
      error: 'no such user',
    });
    incidents.sendMessage.mockRejectedValueOnce(failure(503));
    await expect(action.act(pinned, pinned, call)).rejects.toThrow();
    incidents.listChannels.mockRejectedValueOnce(failure(503));
    await expect(action.plan(pinned, call)).rejects.toThrow('not known now');
  });
});
