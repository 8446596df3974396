import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { entities, testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('runbooks', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

describe('what remediation proposes', () => {
  it('is approved from the page of the entity, once it is seen what exactly will run', async () => {
    const user = userEvent.setup();
    const { container } = renderScreen({ entity: entities.payments });
    const pending = within(
      await screen.findByRole('region', { name: 'What remediation proposes' }),
    );
    expect(
      pending.getByRole('link', { name: 'REM-0031 · Roll payments back' }),
    ).toHaveAttribute('href', '/runbooks/remediation/attempts/REM-0031');
    expect(pending.queryByText(/REM-0030/)).toBeNull();
    await expectAccessible(container);
    await user.click(
      pending.getByRole('button', { name: 'Look and decide: REM-0031' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(await dialog.findByText('deployment/shop/payments')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(await pending.findByText('Approved by ana.')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/attempts/REM-0031/decision',
        body: { approve: true },
      },
    ]);
  });

  it('is shown where no runbook is written, too', async () => {
    world.runbooks = [];
    renderScreen({ entity: entities.payments });
    expect(await screen.findByText('No runbook is written yet.')).toBeVisible();
    expect(await screen.findByText(/Roll payments back/)).toBeVisible();
  });

  it('is nothing where nothing is proposed', async () => {
    renderScreen({ entity: entities.checkout });
    expect(
      await screen.findByRole('heading', { name: /Nothing happens/ }),
    ).toBeVisible();
    expect(screen.queryByText('What remediation proposes')).toBeNull();
  });
});
