import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DateTime } from 'luxon';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('delivery', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const path = '/delivery/changes';
const table = () =>
  screen.findByRole('table', { name: 'Changes, the latest first' });
const asked = () =>
  new URL(
    [...world.portal.requests]
      .reverse()
      .find(each => each.startsWith('GET /v1/changes?'))
      ?.split(' ')[1] ?? '',
    'http://x',
  ).searchParams;

describe('the changes', () => {
  it('are listed, the latest first, with how many failed', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: /^7 changes since .*\. 1 of them failed\.$/,
      }),
    ).toBeVisible();
    const [first] = within(await table())
      .getAllByRole('row')
      .slice(1);
    expect(
      within(first)
        .getAllByRole('cell')
        .map(cell => (cell.textContent ?? '').replace(/\u00a0/g, ' ')),
    ).toEqual([
      'deployment',
      'payments',
      'production',
      'ana',
      '22 min ago',
      '1 min',
      'Did harm',
    ]);
    await expectAccessible(container);
  });

  it('show values, commit, pull request and links when pressed, by keyboard too, and keep that in the URL', async () => {
    const { container } = renderScreen({ path: `${path}?kind=deployment` });
    const toggle = await screen.findByRole('button', { name: /v2\.3\.4/ });
    toggle.focus();
    await userEvent.keyboard('{Enter}');
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText('env FEATURE_X')).toBeVisible();
    expect(screen.getByText('41c0ffee4')).toBeVisible();
    expect(screen.getByRole('link', { name: '#77' })).toHaveAttribute(
      'href',
      'https://git.example/payments/pull/77',
    );
    expect(
      screen.getByRole('link', { name: 'Open this change' }),
    ).toHaveAttribute('href', '/delivery/changes/d4');
    await expectAccessible(container);
    await userEvent.keyboard('{Enter}');
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
  });

  it('are asked for as the URL says: whole days of the reader, kinds, owner and words', async () => {
    renderScreen({
      path: `${path}?kind=config,flag&owner=group:default/team-payments&from=2026-11-01&to=2026-11-02&q=basket`,
    });
    await screen.findByRole('button', { name: /new-basket/ });
    expect(asked().getAll('kind')).toEqual(['config', 'flag']);
    expect(asked().get('owner')).toBe('group:default/team-payments');
    expect(asked().get('q')).toBe('basket');
    expect(asked().get('from')).toBe(
      DateTime.fromISO('2026-11-01').toUTC().toISO(),
    );
    expect(asked().get('to')).toBe(
      DateTime.fromISO('2026-11-03').toUTC().toISO(),
    );
    fireEvent.change(screen.getByLabelText('From'), {
      target: { value: '2026-11-05' },
    });
    expect(
      await screen.findByText(/The first day is after the last one/),
    ).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() => expect(asked().get('from')).toBeNull());
  });

  it('are read page by page', async () => {
    const [change] = world.changes;
    world.changes = Array.from({ length: 150 }, (_, i) => ({
      ...change,
      id: `x${i}`,
      version: `v${i}`,
    }));
    renderScreen({ path });
    expect(
      await screen.findByRole('heading', { name: /^The latest 100 changes/ }),
    ).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /more/i }));
    expect(
      await screen.findByRole('heading', { name: /^150 changes since/ }),
    ).toBeVisible();
  });

  it('say what to do while there are none, and when none matches', async () => {
    world.changes = [];
    const { unmount } = renderScreen({ path });
    expect(await screen.findByText('No change is known yet.')).toBeVisible();
    unmount();
    renderScreen({ path: `${path}?q=zzz` });
    expect(
      await screen.findByText('No change matches these filters.'),
    ).toBeVisible();
  });

  it('say who may see them', async () => {
    world.portal.failures = [
      { match: '/v1/changes', status: 403, name: 'X', message: 'no' },
    ];
    renderScreen({ path });
    expect(await screen.findByText(/delivery\.change\.read/)).toBeVisible();
  });

  it('speak Spanish', async () => {
    const { container } = renderScreen({ path, language: 'es' });
    expect(
      await screen.findByRole('heading', {
        name: /^7 cambios desde el .*\. 1 de ellos falló\.$/,
      }),
    ).toBeVisible();
    await expectAccessible(container);
  });
});

describe('one change', () => {
  it('is a deployment with what became of it', async () => {
    const { container } = renderScreen({ path: `${path}/d4` });
    expect(
      await screen.findByRole('heading', {
        name: 'payments: deployment v2.3.4 in production',
      }),
    ).toBeVisible();
    expect(await screen.findByText('Counts as failed, because:')).toBeVisible();
    expect(
      screen.getByText(
        /^payments-availability 18\.1.min .* · payments-latency/,
      ),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('may be a switch', async () => {
    renderScreen({ path: `${path}/flag-1` });
    expect(
      await screen.findByRole('heading', {
        name: 'checkout: feature flag new-basket switched on in production',
      }),
    ).toBeVisible();
    expect(
      world.portal.requests.filter(each => each.includes('/v1/deployments/')),
    ).toEqual([]);
  });

  it('may not exist', async () => {
    renderScreen({ path: `${path}/nothing` });
    expect(await screen.findByText('No nothing')).toBeVisible();
  });
});
