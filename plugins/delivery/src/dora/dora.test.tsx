import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';
import { DORA_METRICS } from './metrics';

let world: World;
serve('delivery', () => world.portal);
beforeEach(() => {
  world = testWorld();
  world.dora.deploymentFrequency.meets = true;
  window.localStorage.clear();
});

const path = '/delivery/dora';
const plain = (text: string | null | undefined) =>
  (text ?? '').replace(/\u00a0/g, ' ');
const metric = async (name: string) => {
  const panel = await screen.findByRole('region', { name: /^DORA of/ });
  const item = within(panel)
    .getAllByRole('listitem')
    .find(each => each.textContent?.startsWith(name));
  if (!item) throw new Error(`No ${name}`);
  return item;
};
const asked = (what = 'dora') =>
  new URL(
    [...world.portal.requests]
      .reverse()
      .find(each => each.startsWith(`GET /v1/${what}?`))
      ?.split(' ')[1] ?? '',
    'http://x',
  ).searchParams;

describe('the DORA page', () => {
  it.each(['light', 'dark'])(
    'says which metrics meet their targets, and of which too little is known; %s',
    async mode => {
      document.body.setAttribute('data-theme-mode', mode);
      const { container } = renderScreen({ path });
      expect(
        await screen.findByRole('heading', {
          name: '3 of 5 metrics meet their target over the last 90 days. Missed: rework rate. Not enough data: time to recover.',
        }),
      ).toBeVisible();
      await expectAccessible(container);
    },
  );

  it('shows each value with unit, n, interval and target, in words', async () => {
    renderScreen({ path });
    const text = async (name: string) =>
      plain((await metric(name)).textContent);
    expect(await text('Deployment frequency')).toMatch(
      /^Deployment frequencyMeets the target12 a day deploymentsn 31 · 95 % interval 9\.6 a day to 14 a day · target 10 a day or more/,
    );
    expect(await text('Lead time')).toMatch(
      /Meets the target30 min from commit to running, mediann 31 · 95 % interval 24 min to 36 min · target 1 h or less/,
    );
    expect(await text('Rework rate')).toMatch(
      /Misses the target6% of releases.*target 5% or less/,
    );
  });

  it('says “not enough data” rather than a number, and draws no course then', async () => {
    renderScreen({ path });
    const recover = within(await metric('Time to recover'));
    expect(
      recover.getByText('Not enough data: 3 counted, 10 needed.'),
    ).toBeVisible();
    expect(recover.queryByRole('figure')).toBeNull();
  });

  it('has the course as a chart and as a table, and the definition one press away', async () => {
    renderScreen({ path });
    const lead = within(await metric('Lead time'));
    expect(
      lead.getByRole('img', { name: /^Lead time for changes over time/ }),
    ).toBeVisible();
    lead.getByRole('button', { name: 'As table' }).focus();
    await userEvent.keyboard('{Enter}');
    const table = lead.getByRole('table', {
      name: 'Lead time for changes over time',
    });
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map(row =>
          within(row)
            .getAllByRole('cell')
            .map(cell => plain(cell.textContent)),
        ),
    ).toEqual([
      ['33 min', '10'],
      ['30 min', '10'],
      ['27 min', '10'],
    ]);
    await userEvent.click(lead.getByText('Definition'));
    expect(
      lead.getByText(/From the commit to its running in the environment/),
    ).toBeVisible();
  });

  it('lists what counted as failed, with why', async () => {
    renderScreen({ path });
    const table = within(
      await screen.findByRole('table', { name: 'What counted as failed' }),
    );
    const [, row] = table.getAllByRole('row');
    expect(plain(row.textContent)).toMatch(/payments.*v2\.3\.4.*does harm/);
    expect(table.getByRole('link', { name: 'v2.3.4' })).toHaveAttribute(
      'href',
      '/delivery/changes/d4',
    );
  });

  it('is asked for the scope in its URL, one of owner and system, and given as CSV', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = file => {
      files.push(file as Blob);
      return 'blob:csv';
    };
    URL.revokeObjectURL = () => {};
    renderScreen({
      path: `${path}?system=system:default/shop&environment=staging&span=30d`,
    });
    await metric('Lead time');
    expect(asked().get('system')).toBe('system:default/shop');
    expect(asked().get('environment')).toBe('staging');
    const days = (Date.now() - Date.parse(asked().get('from') ?? '')) / 864e5;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(30.1);
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Download the releases that are counted as CSV',
      }),
    );
    await waitFor(() => expect(files).toHaveLength(1));
    expect(asked('dora.csv').get('system')).toBe('system:default/shop');

    await userEvent.click(screen.getByRole('button', { name: /Owner/ }));
    await userEvent.click(
      await screen.findByRole('option', { name: 'team-payments' }),
    );
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(asked().get('owner')).toBe('group:default/team-payments'),
    );
    expect(asked().get('system')).toBeNull();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Last 365 days' }),
    );
    await waitFor(() =>
      expect(
        (Date.now() - Date.parse(asked().get('from') ?? '')) / 864e5,
      ).toBeGreaterThan(364.9),
    );
  });

  it('says what to do when nothing went out, who may, and why it cannot be read', async () => {
    for (const name of DORA_METRICS) world.dora[name].n = 0;
    const first = renderScreen({ path });
    expect(
      await screen.findByText('Nothing went out to production in this time.'),
    ).toBeVisible();
    await expectAccessible(first.container);
    first.unmount();
    const failure = { match: '/v1/dora', name: 'X', message: 'no disk' };
    world.portal.failures = [{ ...failure, status: 403 }];
    const second = renderScreen({ path });
    expect(await screen.findByText(/delivery\.change\.read/)).toBeVisible();
    second.unmount();
    world.portal.failures = [{ ...failure, status: 500 }];
    renderScreen({ path });
    expect(await screen.findByText('no disk')).toBeVisible();
  });

  it('speaks Spanish', async () => {
    const { container } = renderScreen({ path, language: 'es' });
    expect(
      await screen.findByRole('heading', {
        name: '3 de 5 métricas cumplen su objetivo en los últimos 90 días. No cumplen: tasa de retrabajo. Sin datos suficientes: tiempo de recuperación.',
      }),
    ).toBeVisible();
    await expectAccessible(container);
  });
});
