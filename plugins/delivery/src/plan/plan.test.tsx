import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ago,
  OWNER,
  ref,
  say,
  somePlan,
  testWorld,
  type World,
} from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('delivery', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const path = `/delivery/rollback?${new URLSearchParams({
  entityRef: ref('payments'),
  environment: 'production',
  incident: 'INC-0042',
})}`;
const region = async (name: string | RegExp) =>
  within(await screen.findByRole('region', { name }));

describe('the plan of a rollback', () => {
  it('says what it would do, to what, and what would undo it, and has changed nothing', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: 'Roll payments (production) back from v2.3.4 to v2.3.3',
      }),
    ).toBeVisible();
    expect(screen.getByText(/Nothing has been changed yet\./)).toBeVisible();
    expect(
      screen.getByRole('row', { name: 'env FEATURE_X on off' }),
    ).toBeVisible();
    expect(screen.getByText('migration 0042')).toBeVisible();
    const undoers = await region('Who would undo this');
    expect(undoers.getByText('paused by this plan')).toBeVisible();
    expect(undoers.getByText(/keeps between 2 and 9 pods/)).toBeVisible();
    const gates = await region('Gates');
    expect(
      gates.getByText('A rollback is allowed while the budget burns.'),
    ).toBeVisible();
    expect(gates.getByText(/Linked:/)).toHaveTextContent('INC-0042');
    expect(
      screen.getByText(/errors fall to 1\s?% at most and p95 to 1 s/),
    ).toBeVisible();
    expect(screen.getByText(/tier 1/)).toHaveTextContent(
      /Ask team-payments · on call: ben/,
    );
    expect(screen.getByText(/This plan expires in/)).toBeVisible();
    expect(world.portal.writes).toHaveLength(1);
    await expectAccessible(container);
  });

  it('shows the full diff with what goes and what comes', async () => {
    const user = userEvent.setup();
    renderScreen({ path });
    await user.click(await screen.findByText('Full diff (6 lines)'));
    const diff = within(screen.getByRole('group', { name: 'Full diff' }));
    expect(diff.getByText('-image: 9f2')).toBeVisible();
    expect(diff.getByRole('deletion')).toHaveTextContent('-image: 9f2');
    expect(diff.getByRole('insertion')).toHaveTextContent('+image: 41c');
  });

  it('rolls back in the chosen lane once there is a reason, and follows it', async () => {
    const user = userEvent.setup();
    renderScreen({ path });
    const press = await screen.findByRole('button', {
      name: 'Ask to roll back to v2.3.3',
    });
    expect(press).toBeDisabled();
    expect(screen.getByText('Say why first.')).toBeVisible();
    expect(
      screen.getByRole('radio', {
        name: /Argo operation · recommended · lasts/,
      }),
    ).toBeChecked();
    const github = screen.getByRole('radio', { name: /GitHub/ });
    expect(github).toBeDisabled();
    expect(github).toHaveAccessibleDescription('GitHub: does not know v2.3.3');
    await user.click(screen.getByRole('radio', { name: /Kubernetes only/ }));
    await user.type(
      screen.getByRole('textbox', { name: /Reason/ }),
      '5xx since v2.3.4',
    );
    await user.click(press);
    expect(
      await screen.findByRole('heading', { name: /^RB-0009/ }),
    ).toBeVisible();
    expect(world.portal.writes.at(-1)).toEqual({
      method: 'POST',
      path: '/v1/rollbacks',
      body: {
        planId: 'plan-2',
        lane: 'kubernetes',
        reason: '5xx since v2.3.4',
        incidentId: 'INC-0042',
        dryRun: false,
      },
    });
  });

  it('asks the platform in a dry run, and may be applied afterwards', async () => {
    const user = userEvent.setup();
    renderScreen({ path });
    await user.type(
      await screen.findByRole('textbox', { name: /Reason/ }),
      'only trying',
    );
    await user.click(screen.getByRole('button', { name: 'Dry run' }));
    expect(
      await screen.findByText(
        'The platform would take the rollback to v2.3.3. Nothing was changed.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /roll back to/i })).toBeEnabled();
  });

  it('goes back to another version when that is chosen', async () => {
    const user = userEvent.setup();
    renderScreen({ path });
    await user.click(await screen.findByRole('button', { name: /Back to/ }));
    await user.click(
      await screen.findByRole('option', {
        name: /v2\.3\.2 · counted as failed/,
      }),
    );
    expect(
      await screen.findByRole('heading', {
        name: /from v2\.3\.4 to v2\.3\.2$/,
      }),
    ).toBeVisible();
  });

  it('says why it cannot be applied, that it is too old, and who may', async () => {
    world.plans = [
      somePlan(world.now, {
        refusals: [
          say('kubernetes.paused', 'It is paused', { title: 'payments' }),
        ],
        lanes: somePlan(world.now).lanes.map(lane => ({
          ...lane,
          available: false,
          recommended: false,
        })),
        may: {
          allowed: false,
          who: [OWNER],
          why: say('may.owner', 'Only the owner', { owner: OWNER }),
        },
        asOf: ago(world.now, 20),
        expiresAt: ago(world.now, 5),
      }),
    ];
    const { container } = renderScreen({ path: '/delivery/plans/plan-1' });
    expect(
      await screen.findByText('payments is paused: resume it first.'),
    ).toBeVisible();
    expect(screen.getByText(/Only team-payments may do this/)).toBeVisible();
    expect(
      screen.getByText(/^This plan expired .* ago; plan again/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /roll back to/ })).toBeDisabled();
    await expectAccessible(container);
  });

  it.each([
    ['/delivery/rollback', 'This address does not say what to roll back.'],
    [
      `/delivery/rollback?entityRef=${ref('newborn')}`,
      /Nothing runs component:default\/newborn/,
    ],
  ])('says at %s what is missing', async (at, sentence) => {
    renderScreen({ path: at });
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('speaks Spanish', async () => {
    renderScreen({ path, language: 'es' });
    expect(
      await screen.findByRole('heading', {
        name: 'Volver atrás en payments (production) de v2.3.4 a v2.3.3',
      }),
    ).toBeVisible();
    expect(
      screen.getByText('Tiene que estar de acuerdo otra persona: tier 1.', {
        exact: false,
      }),
    ).toBeVisible();
  });
});
