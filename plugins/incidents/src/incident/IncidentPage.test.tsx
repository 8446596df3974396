import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { incident, testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const path = '/incidents/INC-0042';
const region = (name: string) => screen.findByRole('region', { name });
const button = (name: string | RegExp) => screen.findByRole('button', { name });

/** Numbers and their units do not part at the end of a line; here they may. */
const plain = (text: string | null | undefined) =>
  (text ?? '').replace(/\u00a0/g, ' ');

/** What each line of the timeline says, top down. */
async function entries(): Promise<string[]> {
  const timeline = await region('Entries, the latest at the end');
  return within(timeline)
    .getAllByRole('listitem')
    .map(item => plain(item.children[1].textContent));
}

describe('the incident page', () => {
  it('says what is wrong, where it comes from, whose it is and what it costs', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: 'INC-0042 SEV2 payments: 5xx above 5 % since v2.3.4',
      }),
    ).toBeVisible();
    expect(
      await screen.findByText(
        /Likely origin: payments \(deployment v2.3.4, 3.min before the first symptom\)\. checkout and storefront are symptoms\./,
      ),
    ).toBeVisible();
    expect(await screen.findByText(/Ana/)).toBeVisible();
    expect(screen.getByText(/\d\d:\d\d there/)).toBeVisible();
    expect(screen.getByText('18.1 min of error budget')).toBeVisible();
    expect(screen.getByText('open for 14 min')).toBeVisible();
    expect(screen.getByRole('button', { current: 'step' })).toHaveTextContent(
      'Investigating',
    );
    await entries();
    await screen.findByText(/solved 2 incidents/);
    await expectAccessible(container);
  });

  it('rests its older guess on evidence where there is no triage, the heaviest first', async () => {
    world.triages = {};
    renderScreen({ path });
    const suspects = within(await region('Suspects'));
    const [likeliest, other] = suspects.getAllByText(/confidence$/);
    expect(likeliest).toHaveTextContent('high confidence');
    expect(other).toHaveTextContent('low confidence');
    await userEvent.click(suspects.getByText('3 pieces of evidence'));
    expect(
      suspects
        .getAllByText(/weighs/)
        .slice(0, 2)
        .map(each => plain(each.parentElement?.textContent)),
    ).toEqual([
      '2 of 2 other alerting entities depend on it · path: storefront → checkout → payments · weighs 40%',
      'changed 3 min before: deployment v2.3.4 · weighs 15%',
    ]);
  });

  it('tells what happened in order, with counts, reasons and harmless notes', async () => {
    renderScreen({ path });
    await waitFor(async () =>
      expect(await entries()).toEqual([
        'v2.3.4 shipped by the pipeline',
        'HighErrorRate payments',
        'Opened as SEV2. Rule “critical alerts”: one alert, critical',
        'HighLatency checkout (joined: checkout depends on payments; started within 2 min)',
        'slack was told that it is open',
        expect.stringContaining(
          'Looks like the new client times out. <img src=x onerror=alert(1)>',
        ),
      ]),
    );
    expect(screen.getByText('×37')).toBeVisible();
  });

  it('filters the timeline; a link restores the filter', async () => {
    renderScreen({ path: `${path}?timeline=notes` });
    await waitFor(async () => expect(await entries()).toHaveLength(1));
    expect(await button('Notes')).toHaveAttribute('aria-pressed', 'true');
    await userEvent.click(
      within(
        screen.getByRole('group', { name: 'Show in the timeline' }),
      ).getByRole('button', { name: 'Changes' }),
    );
    await waitFor(async () =>
      expect(await entries()).toEqual(['v2.3.4 shipped by the pipeline']),
    );
  });

  it('is looked at again when the backend says that something changed', async () => {
    const listeners: Array<() => void> = [];
    renderScreen({
      path,
      signals: {
        subscribe: (channel, onMessage) => {
          if (channel === 'ghostlight:incidents') {
            listeners.push(() => onMessage({} as never));
          }
          return { unsubscribe: () => {} };
        },
      },
    });
    await screen.findByText(/Likely origin: payments/);
    world.incidents = world.incidents.map(each =>
      each.id === 'INC-0042' ? { ...each, title: 'Worse than thought' } : each,
    );
    listeners.forEach(tell => tell());
    expect(
      await screen.findByRole('heading', { name: /Worse than thought/ }),
    ).toBeVisible();
  });

  it('speaks Spanish, evidence and record included', async () => {
    const { container } = renderScreen({ path, language: 'es' });
    expect(
      await screen.findByText(
        /Origen probable: payments \(deployment v2.3.4, 3.min antes del primer síntoma\)\. checkout y storefront son síntomas\./,
      ),
    ).toBeVisible();
    expect(
      await screen.findByText(
        /unida porque: checkout depende de payments; empezó con 2.min de diferencia/,
      ),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('of a merged incident says where it went', async () => {
    renderScreen({ path: '/incidents/INC-0018' });
    expect(
      await screen.findByText(/INC-0018 was merged: it is part of another/),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'INC-0019' })).toHaveAttribute(
      'href',
      '/incidents/INC-0019',
    );
    expect(await button('Merge into…')).toBeDisabled();
  });

  it('offers nothing to readers who may not, and says who may', async () => {
    renderScreen({ path: '/incidents/INC-0041' });
    expect(
      (await screen.findAllByText('You may not do this. Who may: team-web'))[0],
    ).toBeVisible();
    expect(await button('Edit…')).toBeDisabled();
    expect(screen.queryByRole('form', { name: 'Note' })).toBeNull();
    await userEvent.click(await button('Resolved'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    [403, 'NotAllowedError', /You may not see this incident/],
    [404, 'NotFoundError', /No incident of that number/],
  ])('of a %s says what it means', async (status, name, text) => {
    world.portal.failures = [
      {
        match: '/v1/incidents/INC-0042',
        status,
        name,
        message: 'No incident of that number',
      },
    ];
    renderScreen({ path });
    expect(await screen.findByText(text)).toBeVisible();
  });

  it('without alerts, owner or objectives says so in words', async () => {
    world.incidents.push(
      incident(world.now, {
        id: 'INC-0050',
        title: 'The office smells of smoke',
        source: 'manual',
        owner: undefined,
        entities: [],
      }),
    );
    const { container } = renderScreen({ path: '/incidents/INC-0050' });
    expect(
      await screen.findByText(
        'No origin is suspected: the incident was declared without alerts.',
      ),
    ).toBeVisible();
    expect(screen.getByText('nobody (no owner in the catalog)')).toBeVisible();
    expect(await screen.findByText('Nothing is recorded yet.')).toBeVisible();
    expect(screen.getByText(/No affected entity is named/)).toBeVisible();
    await expectAccessible(container);
  });
});
