import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('runbooks', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

describe('the list of runs', () => {
  it('says whether one is under way, and leads to each', async () => {
    const { container } = renderScreen({ path: '/runbooks/runs' });
    expect(
      await screen.findByRole('heading', { name: '1 run is under way.' }),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'RUN-0017' })).toHaveAttribute(
      'href',
      '/runbooks/runs/RUN-0017',
    );
    expect(screen.getByRole('row', { name: /RUN-0011/ })).toHaveTextContent(
      /Succeeded.*All was done\..*10:00/,
    );
    await expectAccessible(container);
  });

  it('restores its filters from the address', async () => {
    const user = userEvent.setup();
    renderScreen({
      path: '/runbooks/runs?state=running&incident=INC-0042',
      language: 'es',
    });
    expect(
      await screen.findByRole('heading', { name: '1 ejecución en curso.' }),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: 'RUN-0011' })).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Incidente' })).toHaveValue(
      'INC-0042',
    );
    await user.click(screen.getByRole('button', { name: 'Quitar filtros' }));
    expect(await screen.findByRole('link', { name: 'RUN-0011' })).toBeVisible();
  });

  it.each([
    ['?state=rejected', 'No run is left under these filters.'],
    ['', 'Nothing was run yet.'],
  ])('at “%s” says in a sentence that it is empty', async (query, sentence) => {
    world.executions = [];
    renderScreen({ path: `/runbooks/runs${query}` });
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it('says so when the backend fails', async () => {
    world.portal.failures = [
      { match: '/v1/', status: 503, name: 'Error', message: 'out of order' },
    ];
    renderScreen({ path: '/runbooks/runs' });
    expect(await screen.findByText(/out of order/)).toBeVisible();
  });
});

describe('the actions', () => {
  it('say what they do and touch, what they need, and whether there is a way back', async () => {
    const user = userEvent.setup();
    const { container } = renderScreen({ path: '/runbooks/actions' });
    expect(
      await screen.findByRole('heading', {
        name: '2 actions are installed. 1 is switched off.',
      }),
    ).toBeVisible();
    const restart = within(
      screen.getByRole('region', { name: 'Restart a rollout' }),
    );
    expect(restart.getByText('reversible')).toBeVisible();
    expect(restart.getByText(/^Way back:/)).toHaveTextContent('undone');
    await user.click(restart.getByText('2 inputs'));
    expect(
      restart.getByRole('row', {
        name: 'name string · needed Of the deployment',
      }),
    ).toBeVisible();
    const hook = within(screen.getByRole('region', { name: 'Call a webhook' }));
    expect(hook.getByText('Switched off')).toBeVisible();
    expect(hook.getByText('No host is allowed.')).toBeVisible();
    await expectAccessible(container);
    await user.type(screen.getByRole('searchbox'), 'webhook');
    expect(
      await screen.findByRole('region', { name: 'Call a webhook' }),
    ).toBeVisible();
  });
});
