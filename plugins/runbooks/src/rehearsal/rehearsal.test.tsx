import type { IncidentsPaths } from '@ghostlight/plugin-incidents-common';
import { FakePortal, Refusal } from '@ghostlight/reliability-react/fakes';
import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ref, testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
let incidents: FakePortal<IncidentsPaths>;
// Both families' APIs.
serve(':family', () => ({
  respond: request =>
    (request.url.includes('/api/incidents/')
      ? incidents
      : world.portal
    ).respond(request),
}));

beforeEach(() => {
  world = testWorld();
  incidents = new FakePortal<IncidentsPaths>().answer({
    '/v1/incidents': {
      get: () => ({
        items: [
          {
            id: 'INC-0019',
            title: 'payments: 5xx above 5 %',
            severity: 'SEV2',
            status: 'resolved',
            entities: [],
            startedAt: '2026-11-20T12:00:00Z',
            createdAt: '2026-11-20T12:00:00Z',
            updatedAt: '2026-11-20T13:00:00Z',
            source: 'alert',
            alertCount: 3,
            imported: false,
            version: 7,
          },
        ],
        counts: { open: 0, SEV1: 0, SEV2: 0, SEV3: 0, SEV4: 0 },
      }),
    },
  });
});

const runbook = '/runbooks/runbook:default:payments-5xx';

async function ask(user: ReturnType<typeof userEvent.setup>) {
  await user.click(await screen.findByRole('button', { name: 'Rehearse' }));
  return within(await screen.findByRole('dialog'));
}

it('a runbook is rehearsed against an incident of its service that is over', async () => {
  const user = userEvent.setup();
  renderScreen({ path: runbook });
  const dialog = await ask(user);
  expect(dialog.getByRole('button', { name: 'Rehearse' })).toBeDisabled();
  await user.click(
    await dialog.findByRole('button', { name: /Past incident/ }),
  );
  await user.click(
    await screen.findByRole('option', { name: /^INC-0019 · SEV2 · .*5xx/ }),
  );
  await expectAccessible(screen.getByRole('dialog'));
  await user.click(dialog.getByRole('button', { name: 'Rehearse' }));
  expect(
    await screen.findByRole('region', { name: 'What would have come of it' }),
  ).toHaveTextContent('INC-0019');
  expect(world.portal.writes).toEqual([
    {
      method: 'POST',
      path: '/v1/rehearsals',
      body: {
        runbookRef: 'runbook:default/payments-5xx',
        incidentId: 'INC-0019',
      },
    },
  ]);
  const [asked] = incidents.requests;
  expect(new URLSearchParams(asked.split('?')[1]).getAll('entityRef')).toEqual([
    ref('payments'),
  ]);
});

it('a policy is rehearsed too, and where incidents are not to be seen their ids are', async () => {
  const user = userEvent.setup();
  incidents.failures = [
    {
      match: '/v1/incidents',
      status: 403,
      name: 'NotAllowedError',
      message: 'You may not see incidents',
    },
  ];
  world.portal.answer({
    '/v1/rehearsals': {
      post: () => new Refusal(400, 'InputError', 'INC-0042 is not over'),
    },
  });
  renderScreen({
    path: `/runbooks/remediation/policies/${world.remediation.policies[0].ref.replace(
      '/',
      ':',
    )}`,
    language: 'es',
  });
  await user.click(await screen.findByRole('button', { name: 'Ensayar' }));
  const dialog = within(await screen.findByRole('dialog'));
  expect(
    await dialog.findByText(/no se pueden listar.*You may not see/i),
  ).toBeVisible();
  await user.type(
    dialog.getByRole('textbox', { name: 'U otro, por su identificador' }),
    'INC-0042',
  );
  await user.click(dialog.getByRole('button', { name: 'Ensayar' }));
  expect(await dialog.findByText(/INC-0042 is not over/)).toBeVisible();
});

it('what has errors cannot be rehearsed', async () => {
  renderScreen({
    path: `/runbooks/${world.runbooks[0].ref.replace('/', ':')}`,
  });
  expect(
    await screen.findByRole('button', { name: 'Rehearse' }),
  ).toBeDisabled();
});
