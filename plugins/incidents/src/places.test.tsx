import { MockEntityListContextProvider } from '@backstage/plugin-catalog-react/testUtils';
import type { EntityFilter } from '@backstage/plugin-catalog-react';
import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ref, testWorld, type World } from './__testUtils__';
import { entities } from './__testUtils__/catalog';
import { renderPart } from './__testUtils__/renderPart';
import { renderScreen } from './__testUtils__/renderScreen';
import { OpenIncidentPicker } from './catalogFilter/OpenIncidentPicker';
import { OpenIncidents } from './home/OpenIncidents';
import { IncidentResult } from './search/IncidentResult';
import { isIncidentResult } from './search/isIncidentResult';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

describe('the home widget', () => {
  it('names the open incidents, the worst first', async () => {
    const { container } = renderPart(<OpenIncidents />);
    expect(
      await screen.findByText('2 incidents are open; the worst first:'),
    ).toBeVisible();
    expect(
      screen.getAllByRole('link').map(link => link.getAttribute('href')),
    ).toEqual(['/incidents/INC-0042', '/incidents/INC-0041', '/incidents']);
    await expectAccessible(container);
  });

  it('says that none is open, or who may see them', async () => {
    world.incidents = [];
    const { unmount } = renderPart(<OpenIncidents />);
    expect(await screen.findByText('No incident is open.')).toBeVisible();
    unmount();
    world.portal.failures = [
      {
        match: '/v1/summary',
        status: 403,
        name: 'NotAllowedError',
        message: '',
      },
    ];
    renderPart(<OpenIncidents />);
    expect(
      await screen.findByText(/permission incidents\.incident\.read/),
    ).toBeVisible();
  });
});

describe('a search result', () => {
  const found = {
    title: 'payments: 5xx',
    text: 'Rolled back to v2.3.3',
    location: '/incidents/INC-0042',
    incidentId: 'INC-0042',
    severity: 'SEV2',
    status: 'resolved',
  };

  it('leads to the incident, or to its postmortem, with severity and status as words', async () => {
    const { container } = renderPart(
      <ul>
        <li>
          <IncidentResult result={found} />
        </li>
        <li>
          <IncidentResult
            result={{ ...found, location: '/incidents/INC-0042/postmortem' }}
            highlight={{
              preTag: '<1>',
              postTag: '</1>',
              fields: { title: 'pay<1>ments</1>: 5xx', text: '<b>x</b>' },
            }}
          />
        </li>
      </ul>,
    );
    const [incident, postmortem] = await screen.findAllByRole('link');
    expect(incident).toHaveAttribute('href', '/incidents/INC-0042');
    expect(postmortem).toHaveAttribute(
      'href',
      '/incidents/INC-0042?part=postmortem',
    );
    expect(postmortem).toHaveTextContent('payments: 5xx');
    expect(screen.getByText('Postmortem')).toBeVisible();
    expect(screen.getByText('<b>x</b>')).toBeVisible();
    expect(screen.getAllByText('SEV2')).toHaveLength(2);
    expect(screen.getAllByText('Resolved')).toHaveLength(2);
    await expectAccessible(container);
  });

  it.each([
    ['incidents', true],
    ['postmortems', true],
    ['software-catalog', false],
  ])('of the type %s is ours: %s', (type, expected) => {
    expect(isIncidentResult({ type })).toBe(expected);
  });

  it('of a postmortem opens that part, also by the address of the index', async () => {
    renderScreen({ path: '/incidents/INC-0042/postmortem' });
    expect(
      await screen.findByRole('heading', { name: /INC-0042/ }),
    ).toBeVisible();
    expect(
      await screen.findByText('Draft from the record, not saved', {
        exact: false,
      }),
    ).toBeVisible();
  });
});

describe('the catalog filter', () => {
  function renderPicker(queryParameters: Record<string, string> = {}) {
    const updateFilters = jest.fn();
    const rendered = renderPart(
      <MockEntityListContextProvider value={{ updateFilters, queryParameters }}>
        <OpenIncidentPicker />
      </MockEntityListContextProvider>,
    );
    const latest = (): EntityFilter | undefined =>
      updateFilters.mock.calls.at(-1)?.[0].incidents;
    return { ...rendered, latest };
  }

  it('leaves the entities that an open incident affects, and all again', async () => {
    const { container, latest } = renderPicker();
    const box = await screen.findByRole('checkbox', {
      name: 'Has an open incident',
    });
    expect(world.portal.requests).toEqual([]);
    await userEvent.click(box);
    await waitFor(() => expect(latest()).toBeDefined());
    const filter = latest();
    expect(filter?.filterEntity?.(entities.payments)).toBe(true);
    expect(filter?.filterEntity?.(entities.ledger)).toBe(false);
    expect(filter?.getCatalogFilters?.()).toEqual({
      'metadata.name': ['payments', 'checkout', 'storefront', 'search'],
    });
    expect(filter?.toQueryValue?.()).toBe('open');
    await expectAccessible(container);
    await userEvent.click(box);
    await waitFor(() => expect(latest()).toBeUndefined());
  });

  it('is on when the address says so, and leaves none where none is affected', async () => {
    world.incidents = [];
    const { latest } = renderPicker({ incidents: 'open' });
    await waitFor(() => expect(latest()).toBeDefined());
    expect(latest()?.getCatalogFilters?.()).toEqual({ 'metadata.name': ['-'] });
    expect(screen.getByRole('checkbox')).toBeChecked();
  });

  it('says that it looks for so many at most, and that it failed', async () => {
    world.incidents = [
      {
        ...world.incidents[0],
        entities: Array.from({ length: 250 }, (_, index) => ({
          entityRef: ref(`s${index}`),
          role: 'affected' as const,
          since: world.incidents[0].startedAt,
        })),
      },
    ];
    const { unmount } = renderPicker({ incidents: 'open' });
    expect(
      await screen.findByText(
        'Only 200 of the affected entities are looked for.',
      ),
    ).toBeVisible();
    unmount();
    world.portal.failures = [
      { match: '/v1/open-entities', status: 500, name: 'X', message: 'x' },
    ];
    renderPicker({ incidents: 'open' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /nothing is left out/,
    );
  });
});
