import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import { entities, ref, testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('delivery', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const objective = (name: string) => ({
  ref: `slo:default/${name}-availability`,
  title: `${name} answers`,
  entityRef: ref(name),
});
const hrefOf = (name: string) =>
  `/catalog/default/component/${name}/slo?objective=slo%3Adefault%2F${name}-availability`;

it('an objective that gates a rollout is shown by its title, with burn rates, and leads to it', async () => {
  const [rollout] = world.rollouts;
  rollout.analysis = [
    {
      objective: objective('checkout'),
      title: 'checkout answers',
      verdict: 'fail',
      said: {
        code: 'rollout.objective.over',
        text: 'In English only',
        params: {
          title: 'checkout answers',
          burn: '23.1×',
          n: 1200,
          baseline: '0.4×',
          baselineN: 20_000,
          limit: '14.4×',
        },
      },
      canary: { value: 23.104, n: 1200 },
      baseline: { value: 0.4, n: 20_000 },
      threshold: 14.4,
      at: rollout.startedAt,
    },
    {
      objective: { ref: 'slo:default/unread', title: 'slo:default/unread' },
      title: 'slo:default/unread',
      verdict: 'no-data',
      said: {
        code: 'rollout.objective.noData',
        text: 'In English only',
        params: { title: 'slo:default/unread', why: 'timeout' },
      },
      at: rollout.startedAt,
    },
  ];
  const { container } = renderScreen({ entity: entities.checkout });
  const shown = within(await screen.findByRole('region', { name: 'Rollout' }));
  const link = await shown.findByRole('link', { name: 'checkout answers' });
  expect(link).toHaveAttribute('href', hrefOf('checkout'));
  const row = within(link.closest('tr')!);
  expect(row.getByText(/^23\.1×/)).toBeVisible();
  expect(row.getByText(/^0\.4×/)).toBeVisible();
  expect(
    row.getByText(
      /The budget of “checkout answers” burns at 23\.1× \(n = 1200\) with the new version, at 0\.4× \(n = 20000\) with the old one: more than the 14\.4× that it may\./,
    ),
  ).toBeVisible();
  expect(
    shown.getByRole('rowheader', { name: 'slo:default/unread' }),
  ).toBeVisible();
  expect(shown.getByText(/could not be measured: timeout\./)).toBeVisible();
  await expectAccessible(container);
});

it('a rule of a watch does likewise', async () => {
  const [watch] = world.watches;
  watch.rules = [
    {
      objective: objective('payments'),
      comparison: '>=',
      threshold: 14.4,
      forMinutes: 5,
      severity: 'critical',
      state: 'broken',
      said: {
        code: 'watch.objective.page',
        text: 'In English only',
        params: {
          title: 'payments answers',
          value: '20×',
          limit: '14.4×',
          long: '1h',
        },
      },
      final: 20,
      n: 1,
    },
  ];
  renderScreen({ entity: entities.payments });
  const link = await screen.findByRole('link', { name: 'payments answers' });
  expect(link).toHaveAttribute('href', hrefOf('payments'));
  const row = within(link.closest('tr')!);
  expect(row.getByText(/14\.4× or more/)).toBeVisible();
  expect(row.getByText('20×')).toBeVisible();
  expect(
    row.getByText(
      'The budget of “payments answers” burns at 20×, fast enough to page somebody (14.4× over 1h).',
    ),
  ).toBeVisible();
});
