import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';
import { placeIn } from './placeIn';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const path = '/incidents/learning';
const panel = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const plain = (text: string | null | undefined) =>
  (text ?? '').replace(/\u00a0/g, ' ');
const asked = () => {
  const found = [...world.portal.requests]
    .reverse()
    .find(each => each.includes('/v1/metrics?'));
  return new URL(found?.split(' ')[1] ?? '', 'http://x').searchParams;
};

describe('the learning page', () => {
  it('says first how long it takes and whether that gets better', async () => {
    const { container } = renderScreen({ path });
    expect(
      plain(
        (await screen.findByRole('heading', { name: /42 incidents began/ }))
          .textContent,
      ),
    ).toBe(
      '42 incidents began in the last 90 days. Half of those resolved took 38 min at most (95 % interval 25 min to 1 h 1 min). That is better than in the span before (1 h). ',
    );
    await panel('Noise');
    await expectAccessible(container);
  });

  it('shows a distribution before its numbers, with n and the interval', async () => {
    renderScreen({ path });
    const detect = await panel('Time to detect');
    const drawing = detect.getByRole('img', {
      name: /Time to detect, incidents by how long it took\. 5.min to 15.min: 6; 15.min to 30.min: 12;/,
    });
    const median = detect.getByText('Median');
    expect(
      drawing.compareDocumentPosition(median) &
        Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(plain(median.nextElementSibling?.textContent)).toBe(
      '38 min (25 min to 1 h 1 min)',
    );
    expect(detect.getByText('42')).toBeVisible();
    expect(detect.getByText('No clear change')).toBeVisible();
  });

  it('says that there is not enough data, with the single values, rather than a number', async () => {
    renderScreen({ path });
    const fix = await panel('Time to fix');
    expect(fix.getByText('Not enough data: 3 of 10.')).toBeVisible();
    expect(plain(fix.getByText(/single values/).textContent)).toBe(
      'The single values: 4 min, 11 min, 1 h 30 min.',
    );
    expect(fix.queryByText('Median')).toBeNull();
    const recover = await panel('Time to recover');
    expect(recover.getByText('Not enough data: 0 of 10.')).toBeVisible();
    expect(recover.getByText(/No trend/)).toBeVisible();
  });

  it.each([
    ['Time to acknowledge', 'Worse'],
    ['Time to resolve (MTTR)', 'Better'],
    // Longer than before.
    ['Time between failures (MTBF)', 'Better'],
  ])('%s: %s', async (name, word) => {
    renderScreen({ path });
    expect((await panel(name)).getByText(word)).toBeVisible();
  });

  it('states the definitions one click away', async () => {
    renderScreen({ path });
    await userEvent.click(
      (await panel('Time to identify')).getByText('Definition'),
    );
    expect(
      (await panel('Time to identify')).getByText(
        'From the first alert to the cause being recorded (status “identified”).',
      ),
    ).toBeVisible();
    await userEvent.click(screen.getByText('What is measured, and how'));
    expect(screen.getByText(/A reopened one goes on/)).toBeVisible();
  });

  it('says what became of alerts and notifications, and why a rate is not there', async () => {
    renderScreen({ path });
    const noise = await panel('Noise');
    expect(
      noise.getByText(
        '99.66% of 12,406 reports made no incident of their own. An incident holds 12.8 alerts on average.',
      ),
    ).toBeVisible();
    expect(
      (await panel('Notifications that led to something')).getByText(
        /of 40 incidents that notified somebody, a person did something about 31/,
      ),
    ).toBeVisible();
    expect(
      (await panel('Change failure rate')).getByText(
        /once the delivery plugin is installed/,
      ),
    ).toBeVisible();
  });

  it('asks for the scope of the address, and offers it as CSV', async () => {
    const files: Blob[] = [];
    URL.createObjectURL = file => {
      files.push(file as Blob);
      return 'blob:csv';
    };
    URL.revokeObjectURL = () => {};
    renderScreen({
      path: `${path}?span=30d&owner=group:default/team-payments&severity=SEV1,SEV2&imported=1`,
    });
    await panel('Noise');
    expect(asked().get('owner')).toBe('group:default/team-payments');
    expect(asked().getAll('severity')).toEqual(['SEV1', 'SEV2']);
    expect(asked().get('imported')).toBe('true');
    const days = (Date.now() - Date.parse(asked().get('from') ?? '')) / 864e5;
    expect(days).toBeGreaterThan(29.9);
    expect(days).toBeLessThan(30.1);
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Download the incidents that are counted as CSV',
      }),
    );
    await waitFor(() => expect(files).toHaveLength(1));
    expect(
      world.portal.requests.find(each => each.includes('/v1/metrics/csv')),
    ).toContain('imported=true');
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Include imported' }),
    );
    await waitFor(() => expect(asked().get('imported')).toBeNull());
  });

  it('flags imported ones, and says what to do where there is nothing', async () => {
    world.metrics = { ...world.metrics, imported: 30 };
    const { unmount } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: /30 of them are imported from another tool\./,
      }),
    ).toBeVisible();
    unmount();
    world.metrics = { ...world.metrics, incidents: 0, imported: 0 };
    const { container } = renderScreen({ path });
    expect(
      await screen.findByText(/No incident began in this span/),
    ).toBeVisible();
    expect(screen.getByText(/import the past of another tool/)).toBeVisible();
    await expectAccessible(container);
  });

  it('says who may, and why it cannot be read', async () => {
    const failure = {
      match: '/v1/metrics',
      name: 'X',
      message: 'out of order',
    };
    world.portal.failures = [{ ...failure, status: 403 }];
    const { unmount } = renderScreen({ path });
    expect(
      await screen.findByText(/permission incidents\.incident\.read/),
    ).toBeVisible();
    unmount();
    world.portal.failures = [{ ...failure, status: 500 }];
    renderScreen({ path });
    expect(
      await screen.findByText('Learning could not be loaded.'),
    ).toBeVisible();
  });

  it('speaks Spanish', async () => {
    renderScreen({ path, language: 'es' });
    expect(
      (await panel('Tiempo de corrección')).getByText(
        'No hay datos suficientes: 3 de 10.',
      ),
    ).toBeVisible();
  });
});

it.each([
  [0, 0],
  [5, 0],
  [10, 0],
  [15, 0.5],
  [20, 1],
  [50, 1.5],
  [90, 2],
])('a value of %d is at %d bins from the left', (value, place) => {
  const bins = [
    { from: 10, to: 20 },
    { from: 20, to: 80 },
  ];
  expect(placeIn(bins, value)).toBe(place);
});
