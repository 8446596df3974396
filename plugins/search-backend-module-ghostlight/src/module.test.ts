import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { incidentReadPermission } from '@ghostlight/plugin-incidents-common';
import { incidentsServiceMock } from '@ghostlight/plugin-incidents-node/testUtils';
import { runbookReadPermission } from '@ghostlight/plugin-runbooks-common';
import { runbooksServiceMock } from '@ghostlight/plugin-runbooks-node/testUtils';
import searchModule from '.';

const documents = [
  {
    id: 'INC-0001',
    title: 'payments: 5xx above 5 %',
    severity: 'SEV2' as const,
    status: 'resolved' as const,
    owner: 'group:default/payments',
    entityRefs: ['component:default/payments'],
    text: 'Rolled back to v2.3.3',
    postmortem: 'The connection pool was too small',
  },
  {
    id: 'INC-0002',
    title: 'search is slow',
    severity: 'SEV3' as const,
    status: 'investigating' as const,
    entityRefs: [],
    text: '',
  },
];

const runbooks = [
  {
    ref: 'runbook:default/payments-5xx',
    title: 'Payments answers 5xx',
    owner: 'group:default/payments',
    serviceRefs: ['component:default/payments'],
    text: 'Restart the rollout',
  },
  {
    ref: 'runbook:default/by-hand',
    title: 'By hand',
    serviceRefs: [],
    text: 'Look at the dashboard',
  },
];

async function collators(config = {}) {
  const runbooksService = runbooksServiceMock();
  runbooksService.listDocuments.mockImplementation(async ({ cursor }) =>
    cursor
      ? { items: [runbooks[1]] }
      : { items: [runbooks[0]], nextCursor: 'next' },
  );
  const incidents = incidentsServiceMock();
  // A page each.
  incidents.listDocuments.mockImplementation(async ({ cursor }) =>
    cursor
      ? { items: [documents[1]] }
      : { items: [documents[0]], nextCursor: 'next' },
  );
  const added: DocumentCollatorFactory[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        searchIndexRegistryExtensionPoint,
        {
          addCollator: ({ factory }: { factory: DocumentCollatorFactory }) =>
            added.push(factory),
          addDecorator: () => {},
        },
      ],
    ],
    features: [
      searchModule,
      mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
      incidents.factory,
      runbooksService.factory,
      mockServices.rootConfig.factory({ data: config }),
    ],
  });
  await backend.stop();
  return added;
}

async function indexed(factory: DocumentCollatorFactory) {
  const found = [];
  for await (const document of await factory.getCollator())
    found.push(document);
  return found;
}

describe('search for what went wrong', () => {
  it('finds every incident, page after page, for those who may see it', async () => {
    const [incidents] = await collators();
    expect(incidents).toMatchObject({
      type: 'incidents',
      visibilityPermission: incidentReadPermission,
    });
    expect(await indexed(incidents)).toEqual([
      {
        title: 'INC-0001 payments: 5xx above 5 %',
        text: 'component:default/payments\nRolled back to v2.3.3',
        location: '/incidents/INC-0001',
        incidentId: 'INC-0001',
        severity: 'SEV2',
        status: 'resolved',
        owner: 'group:default/payments',
        authorization: { resourceRef: 'INC-0001' },
      },
      expect.objectContaining({
        title: 'INC-0002 search is slow',
        location: '/incidents/INC-0002',
      }),
    ]);
  });

  it('finds the postmortems that were saved', async () => {
    const [, postmortems] = await collators();
    expect(postmortems.type).toBe('postmortems');
    expect(await indexed(postmortems)).toEqual([
      expect.objectContaining({
        title: 'Postmortem of INC-0001: payments: 5xx above 5 %',
        text: 'The connection pool was too small',
        location: '/incidents/INC-0001?part=postmortem',
        authorization: { resourceRef: 'INC-0001' },
      }),
    ]);
  });

  it('finds every runbook, unless the portal has none', async () => {
    const [, , found] = await collators();
    expect(found).toMatchObject({
      type: 'runbooks',
      visibilityPermission: runbookReadPermission,
    });
    expect(await indexed(found)).toEqual([
      {
        title: 'Payments answers 5xx',
        text: 'component:default/payments\nRestart the rollout',
        location: '/runbooks/runbook:default:payments-5xx',
        runbookRef: 'runbook:default/payments-5xx',
        owner: 'group:default/payments',
        authorization: { resourceRef: 'runbook:default/payments-5xx' },
      },
      {
        title: 'By hand',
        text: 'Look at the dashboard',
        location: '/runbooks/runbook:default:by-hand',
        runbookRef: 'runbook:default/by-hand',
        authorization: { resourceRef: 'runbook:default/by-hand' },
      },
    ]);
    const without = await collators({
      search: { collators: { runbooks: { disabled: true } } },
    });
    expect(without.map(({ type }) => type)).toEqual([
      'incidents',
      'postmortems',
    ]);
  });
});
