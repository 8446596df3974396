import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  entities,
  ref,
  someGate,
  testWorld,
  type World,
} from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('delivery', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const region = async (name: string | RegExp) =>
  within(await screen.findByRole('region', { name }));

describe('the overview card', () => {
  it('says what runs, whether it is well, and leads to the way back', async () => {
    const { container } = renderScreen({
      entity: entities.payments,
      part: 'card',
    });
    const card = await region('Delivery');
    expect(await card.findByRole('link', { name: 'v2.3.4' })).toHaveAttribute(
      'href',
      '/delivery/changes/d4',
    );
    expect(card.getByText('production')).toBeVisible();
    expect(card.getByText('Does harm')).toBeVisible();
    expect(card.getByText('No: error budget, freezes.')).toBeVisible();
    expect(
      await card.findByText(/12 a day deployed \(n 31\)/),
    ).toHaveTextContent(/Change failure rate 4\s?% \(n 31\)/);
    expect(
      card.getByRole('link', { name: 'Plan rollback to v2.3.3' }),
    ).toHaveAttribute(
      'href',
      `/delivery/rollback?${new URLSearchParams({
        entityRef: ref('payments'),
        environment: 'production',
      })}`,
    );
    await expectAccessible(container);
  });

  it('shows the button to who may not press it, with who may', async () => {
    renderScreen({ entity: entities.checkout, part: 'card' });
    const card = await region('Delivery');
    expect(
      await card.findByRole('button', { name: 'Plan rollback' }),
    ).toBeDisabled();
    expect(card.getByText(/Only team-payments may do this\./)).toBeVisible();
    expect(card.getByText('A rollback is under way')).toBeVisible();
  });

  it.each([
    ['newborn', 'No deployment is known yet.'],
    ['secret', /permission delivery\.change\.read/],
    ['down', 'the database is not reachable'],
  ] as const)('has a sentence for %s', async (name, sentence) => {
    renderScreen({ entity: entities[name], part: 'card' });
    expect(await screen.findByText(sentence)).toBeVisible();
  });
});

describe('the Delivery tab', () => {
  it('answers what runs and whether it is well, before anything else', async () => {
    const { container } = renderScreen({ entity: entities.payments });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: /^payments runs v2\.3\.4 in production, since .* ago\. Its watch says that it does harm\.$/,
      }),
    ).toBeVisible();
    const history = await region('History');
    expect(await history.findByText('3 in all')).toBeVisible();
    const row = within(
      history.getByRole('row', { name: /v2\.3\.4 runs now deployment ana/ }),
    );
    expect(row.getByText('18.1 min')).toBeVisible();
    expect(row.getByText('Did harm')).toBeVisible();
    expect(row.getByText('INC-0042')).toBeVisible();
    const watch = await region('Watch after the deployment');
    expect(
      await watch.findByText(
        'v2.3.4 does harm: Error rate was 5 % or more for 6 min, at last 8.1 %.',
      ),
    ).toBeVisible();
    expect(watch.getByRole('row', { name: /^CPU .* No data/ })).toBeVisible();
    const dora = await region('DORA');
    expect(await dora.findByText(/Not enough data: 3 counted/)).toBeVisible();
    await expectAccessible(container);
  });

  it('changes the environment and opens details by keyboard, and keeps both in the address', async () => {
    const user = userEvent.setup();
    renderScreen({ entity: entities.payments });
    const details = await screen.findByRole('button', { name: 'v2.3.4' });
    details.focus();
    await user.keyboard('{Enter}');
    expect(details).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByRole('link', { name: '#77' })).toHaveAttribute(
      'href',
      'https://git.example/payments/pull/77',
    );
    expect(screen.getByText('9f9f9f9f9f9f')).toBeVisible();
    expect(
      screen.getByRole('row', { name: 'env FEATURE_X off on' }),
    ).toBeVisible();
    screen.getByRole('button', { name: /^staging/ }).focus();
    await user.keyboard(' ');
    expect(
      await screen.findByRole('heading', { name: /runs v2\.3\.5 in staging/ }),
    ).toBeVisible();
  });

  it('shows a rollout with its analysis, and drives it after saying what that does', async () => {
    const user = userEvent.setup();
    const { container } = renderScreen({ entity: entities.checkout });
    const rollout = await region('Rollout');
    expect(
      await rollout.findByText('Too little traffic to decide'),
    ).toBeVisible();
    expect(rollout.getByText(/about 300 more requests/)).toBeVisible();
    expect(rollout.getByText(/25\s?% of the traffic$/)).toBeVisible();
    expect(
      rollout.getByText(/at most 1\s?% of the versions/),
    ).toBeInTheDocument();
    await user.click(rollout.getByRole('button', { name: 'Take back' }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(
        'Gives all the traffic back to v5.0.9 and removes v5.1.0.',
      ),
    ).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Take back' }));
    await waitFor(() =>
      expect(world.portal.writes).toEqual([
        {
          method: 'POST',
          path: '/v1/rollouts/ro-1/actions',
          body: { action: 'abort' },
        },
      ]),
    );
    expect(await rollout.findByText('Being taken back')).toBeVisible();
    const rollback = await region('A rollback is under way');
    expect(
      rollback.getByRole('link', { name: 'Follow RB-0007' }),
    ).toHaveAttribute('href', '/delivery/rollbacks/RB-0007');
    await expectAccessible(container);
  });

  it('lets a second person agree to a rollout that waits', async () => {
    const user = userEvent.setup();
    const [waiting] = world.rollouts;
    waiting.state = 'waiting-approval';
    waiting.approval = {
      state: 'waiting',
      until: waiting.startedAt,
      may: { allowed: true, who: ['group:default/shop'] },
    };
    const { container } = renderScreen({ entity: entities.checkout });
    const approval = await region('Second approval');
    await expectAccessible(container);
    await user.click(approval.getByRole('button', { name: 'Approve' }));
    await waitFor(() =>
      expect(world.portal.writes).toEqual([
        {
          method: 'POST',
          path: '/v1/rollouts/ro-1/decision',
          body: { approve: true },
        },
      ]),
    );
    expect(await approval.findByText(/Approved by/)).toBeVisible();
  });

  it('overrides the gate with a reason and revokes that', async () => {
    const user = userEvent.setup();
    renderScreen({ entity: entities.payments });
    const gate = await region('May the next version go out?');
    expect(
      await gate.findByText(/The policy “conservative” holds releases back/),
    ).toBeVisible();
    expect(gate.getByRole('link', { name: 'availability' })).toHaveAttribute(
      'href',
      '/catalog/default/component/payments/slo',
    );
    expect(gate.queryByRole('link', { name: 'sneaky' })).toBeNull();
    await user.click(gate.getByRole('button', { name: 'Override the gate' }));
    const dialog = within(await screen.findByRole('dialog'));
    const confirm = dialog.getByRole('button', { name: 'Override the gate' });
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'fix');
    expect(confirm).toBeDisabled();
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), ' for it');
    await user.click(confirm);
    expect(await gate.findByText(/Overridden by/)).toHaveTextContent(
      'fix for it',
    );
    await user.click(gate.getByRole('button', { name: 'Revoke the override' }));
    await user.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Revoke the override',
      }),
    );
    await waitFor(() => expect(gate.queryByText(/Overridden by/)).toBeNull());
  });

  it('says who may where the reader may not', async () => {
    // What the browser remembers of permissions is of production.
    world.gate = someGate(world.now, { environment: 'staging' });
    renderScreen({ entity: entities.payments, mayWrite: false });
    const gate = await region('May the next version go out?');
    expect(
      await gate.findByText(/permission delivery\.gate\.override/),
    ).toBeVisible();
    expect(
      gate.getByRole('button', { name: 'Override the gate' }),
    ).toBeDisabled();
  });

  it('speaks Spanish, the sentences of the backend too', async () => {
    renderScreen({ entity: entities.payments, language: 'es' });
    expect(
      await screen.findByRole('heading', {
        name: /^payments ejecuta v2\.3\.4 en production, desde hace .*\. Su vigilancia dice que hace daño\.$/,
      }),
    ).toBeVisible();
    expect(
      await screen.findByText(
        'v2.3.4 hace daño: Tasa de errores: 5 % o más durante 6 min, al final 8,1 %.',
      ),
    ).toBeVisible();
    expect(
      await screen.findByText('No: presupuesto de error, congelaciones.'),
    ).toBeVisible();
  });
});
