import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('delivery', () => world.portal);
beforeEach(() => {
  world = testWorld();
  world.sources = [
    ...world.sources,
    { id: 'kube', title: 'Kubernetes', kind: 'driver', state: 'unknown' },
  ];
  window.localStorage.clear();
});

const path = '/delivery/sources';
const panel = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const plain = (text: string | null | undefined) =>
  (text ?? '').replace(/\u00a0/g, ' ');

describe('the sources', () => {
  it('say first what fails and how much came in, then how each does', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: '1 source fails: Kubernetes. 31 reports came in during the last 24 hours.',
      }),
    ).toBeVisible();
    const [, row] = (await panel('Watched platforms')).getAllByRole('row');
    expect(plain(row.textContent)).toBe(
      'KubernetesFailsconnection refused9 min ago31',
    );
    expect(
      (await panel('Drivers, which act')).getByText('Installed'),
    ).toBeVisible();
    expect(
      (await panel('Sources of metrics')).getByText(
        /a watch cannot see what users see/,
      ),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('tell where to send to, and the one line for a pipeline, to copy', async () => {
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    renderScreen({ path });
    const senders = await panel('Senders');
    const address = 'http://portal.example/api/delivery/v1/changes/ci';
    expect(await senders.findByText(address)).toBeVisible();
    expect(senders.getByText('never')).toBeVisible();
    await user.click(
      senders.getByRole('button', { name: /Address for CI step/ }),
    );
    expect(written).toHaveBeenCalledWith(address);
    const step = await screen.findByRole('region', {
      name: 'Step of a pipeline',
    });
    expect(step).toHaveTextContent(`curl -fsS "${address}"`);
  });

  it('give the step to begin with where nothing is installed, and say who may', async () => {
    world.sources = [];
    const { container, unmount } = renderScreen({ path });
    expect(
      await screen.findByText(
        'Nothing is installed that could tell of changes.',
      ),
    ).toBeVisible();
    await expectAccessible(container);
    unmount();
    world.portal.failures = [
      { match: '/v1/sources', status: 403, name: 'X', message: 'no' },
    ];
    renderScreen({ path });
    expect(await screen.findByText(/delivery\.change\.read/)).toBeVisible();
  });

  it('speak Spanish', async () => {
    const { container } = renderScreen({ path, language: 'es' });
    expect(
      await screen.findByRole('heading', {
        name: '1 fuente falla: Kubernetes. En las últimas 24 horas llegaron 31 avisos.',
      }),
    ).toBeVisible();
    await expectAccessible(container);
  });
});
