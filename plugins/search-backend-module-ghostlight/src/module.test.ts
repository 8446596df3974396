import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { incidentReadPermission } from '@ghostlight/plugin-incidents-common';
import { incidentsServiceMock } from '@ghostlight/plugin-incidents-node/testUtils';
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

async function collators() {
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
});
