import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { objective, testWorld, type FakePortal } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let portal: FakePortal;
serve('slo', () => portal);
beforeEach(() => {
  portal = testWorld();
});

const grid = () => screen.findByRole('grid', { name: /all services/ });
const listRequests = () =>
  portal.requests.filter(each => each.startsWith('GET /v1/objectives?'));

/** The text of each row's first cells, top down. */
async function rows(): Promise<string[]> {
  return within(await grid())
    .getAllByRole('row')
    .slice(1)
    .map(row =>
      within(row)
        .getAllByRole('gridcell')
        .slice(0, 2)
        .map(cell => cell.textContent)
        .join(' '),
    );
}

describe('the Reliability page', () => {
  it('says how many services burn, then lists the least budget first in one request', async () => {
    const { container } = renderScreen({});
    expect(
      await screen.findByRole('heading', {
        name: '1 of 6 services is burning.',
      }),
    ).toBeVisible();
    expect((await rows()).slice(0, 2)).toEqual([
      'payments availability',
      'storefront availability',
    ]);
    expect(listRequests()).toEqual([
      'GET /v1/objectives?orderBy=budget&order=asc&limit=100',
    ]);
    await expectAccessible(container);
  });

  it('names the team that holds most of them', async () => {
    const now = Math.floor(Date.now() / 1000);
    portal.objectives = ['a', 'b', 'c'].map((service, i) =>
      objective(now, {
        service,
        name: 'availability',
        more: {
          status: 'critical',
          ownerRef: `group:default/${i < 2 ? 'payments' : 'web'}`,
        },
      }),
    );
    renderScreen({});
    expect(
      await screen.findByText(
        '3 of 3 services are burning. Team payments holds 2 of them.',
      ),
    ).toBeVisible();
  });

  it('speaks Spanish', async () => {
    const { container } = renderScreen({ language: 'es' });
    expect(
      await screen.findByText(
        '1 de 6 servicios está consumiendo su presupuesto.',
      ),
    ).toBeVisible();
    expect(
      await screen.findByRole('grid', {
        name: 'Objetivos de todos los servicios',
      }),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('filters by health and text; a link restores it', async () => {
    renderScreen({ path: '/reliability?status=warning&q=search' });
    expect(await rows()).toEqual(['search availability']);
    expect(listRequests()[0]).toContain('status=warning');
    expect(listRequests()[0]).toContain('q=search');

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(async () => expect(await rows()).toHaveLength(9));

    await userEvent.click(screen.getByRole('button', { name: /1 critical/ }));
    await waitFor(async () =>
      expect(await rows()).toEqual(['payments availability']),
    );
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'nothing like it',
    );
    expect(
      await screen.findByText('No objective matches these filters.'),
    ).toBeVisible();
  });

  it('sorts by a column', async () => {
    renderScreen({});
    await grid();
    await userEvent.click(
      within(await grid()).getByRole('button', { name: /Objective/ }),
    );
    await waitFor(() =>
      expect(listRequests().at(-1)).toContain('orderBy=title'),
    );
  });

  it('groups by team and opens a group as a filter', async () => {
    renderScreen({});
    await userEvent.click(
      await screen.findByRole('button', { name: 'By team' }),
    );
    const groups = await screen.findByRole('grid', { name: /by group/ });
    const row = within(groups)
      .getAllByRole('row')
      .find(each => each.textContent?.includes('team-web'));
    row?.focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(listRequests().at(-1)).toContain(
        'owner=group%3Adefault%2Fteam-web',
      ),
    );
    expect(await rows()).toHaveLength(2);
  });

  it('reads a long list page by page and keeps the focus on End', async () => {
    const now = Math.floor(Date.now() / 1000);
    portal.objectives = Array.from({ length: 150 }, (_, i) =>
      objective(now, { service: `s${i}`, name: 'availability', bad: 10 + i }),
    );
    renderScreen({});
    await grid();
    const [, first] = within(await grid()).getAllByRole('row');
    first.focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(listRequests()).toHaveLength(2));
    expect(listRequests()[1]).toContain('cursor=100');
    expect(document.activeElement).toHaveAttribute('role', 'row');
  });

  it('gives the document to add when nobody has one', async () => {
    portal.objectives = [];
    const { container } = renderScreen({});
    expect(
      await screen.findByText('No team has written an objective yet.'),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Example SLO document' }),
    ).toHaveTextContent('apiVersion: openslo/v1');
    await expectAccessible(container);
  });

  it('says that the reader may not', async () => {
    portal.failures = [
      { match: '/v1/', status: 403, name: 'NotAllowedError', message: 'no' },
    ];
    renderScreen({});
    expect(
      await screen.findByText(/You may not see the objectives of this portal/),
    ).toBeVisible();
  });

  it('says that the API fails and tries again', async () => {
    portal.failures = [
      {
        match: '/v1/objectives',
        status: 500,
        name: 'Error',
        message: 'the disk is full',
      },
    ];
    renderScreen({});
    expect(await screen.findByText('the disk is full')).toBeVisible();
    portal.failures = [];
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await rows()).toHaveLength(9);
  });
});
