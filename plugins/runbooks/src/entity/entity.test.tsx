import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import { entities, someRun, testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('runbooks', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const region = async (name: string | RegExp) =>
  within(await screen.findByRole('region', { name }));

describe('the overview card', () => {
  it('says what is under way, what is for now, and what waits', async () => {
    const { container } = renderScreen({
      entity: entities.payments,
      part: 'card',
    });
    const card = await region('Runbooks');
    expect(
      await card.findByRole('link', { name: 'RUN-0017 · payments 5xx' }),
    ).toHaveAttribute('href', '/runbooks/runs/RUN-0017');
    expect(card.getByText(/step 3 of 5/)).toBeVisible();
    expect(card.getByText('1 runbook')).toBeVisible();
    expect(
      await card.findByRole('link', { name: 'payments 5xx' }),
    ).toHaveAttribute('href', '/runbooks/runbook:default:payments-5xx');
    expect(await card.findByText('1 approval is waited for.')).toBeVisible();
    expect(card.getByText('1 should be rehearsed.')).toBeVisible();
    await expectAccessible(container);
  });

  it('is quiet where nothing happens', async () => {
    renderScreen({ entity: entities.checkout, part: 'card', language: 'es' });
    expect(await screen.findByText('No hay nada en curso.')).toBeVisible();
    expect(screen.queryByText(/aprobación/)).toBeNull();
  });
});

describe('the Runbooks tab', () => {
  it('shows what runs, then what is for now with why, then all', async () => {
    const { container } = renderScreen({ entity: entities.payments });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: '“payments 5xx” is under way for payments: RUN-0017.',
      }),
    ).toBeVisible();
    const open = await region('Under way');
    expect(open.getByText('At “Restart payments”.')).toBeVisible();
    const matched = await region('For what happens now');
    expect(
      await matched.findByText('The alert HighErrorRate is firing.'),
    ).toBeVisible();
    const all = await region('Runbooks for payments');
    expect(all.getByText('SEV2')).toBeVisible();
    expect(all.getByText(/^6 steps/)).toHaveTextContent(/about 15\smin/);
    expect(all.getByText(/Last run/)).toHaveTextContent(
      /RUN-0011 Succeeded .* ago · Never rehearsed/,
    );
    expect(all.getByText('Nobody has ever run or rehearsed it.')).toBeVisible();
    expect(
      all.getByRole('link', { name: 'Plan “payments 5xx”' }),
    ).toHaveAttribute(
      'href',
      '/runbooks/runbook:default:payments-5xx/run?entity=component%3Adefault%2Fpayments',
    );
    await expectAccessible(container);
  });

  it('counts what is for now when nothing runs', async () => {
    world.executions = [];
    renderScreen({ entity: entities.payments });
    expect(
      await screen.findByRole('heading', {
        name: '1 runbook is for what happens at payments now.',
      }),
    ).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Under way' })).toBeNull();
  });

  it('says that nothing calls for one, in Spanish', async () => {
    const { container } = renderScreen({
      entity: entities.checkout,
      language: 'es',
    });
    expect(
      await screen.findByRole('heading', {
        name: 'No pasa nada en checkout que pida un runbook. Tiene 1.',
      }),
    ).toBeVisible();
    expect(await screen.findByText(/^Ningún incidente abierto/)).toBeVisible();
    await expectAccessible(container);
  });

  it('leads to a proposal of a policy', async () => {
    world.executions = [someRun(world.now, { state: 'succeeded' })];
    world.suggestions.push({
      kind: 'policy',
      score: 0.5,
      because: [],
      attempt: {
        id: 'REM-0031',
        environment: 'production',
        entityRef: 'component:default/payments',
        symptom: 'HighErrorRate',
        rung: 0,
        attempt: 1,
        mode: 'approve',
        state: 'waiting-approval',
        title: 'Roll payments back',
        proposedBy: 'policy',
        at: '2026-11-22T00:00:00Z',
        said: { code: 'x', text: 'x' },
      },
    });
    renderScreen({ entity: entities.payments });
    expect(
      await screen.findByRole('link', {
        name: 'REM-0031 · Roll payments back',
      }),
    ).toHaveAttribute('href', '/runbooks/remediation/attempts/REM-0031');
  });

  it('shows what to write, and where, when there is nothing', async () => {
    const { container } = renderScreen({ entity: entities.newborn });
    expect(await screen.findByText('No runbook is written yet.')).toBeVisible();
    expect(screen.getByText(/next to catalog-info\.yaml/)).toBeVisible();
    expect(
      screen.getByText(/service: component:default\/newborn/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: /Copy runbook\.yaml/ }),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it.each([
    ['secret', /permission runbooks\.runbook\.read/],
    ['down', 'the database is not reachable'],
  ] as const)('has a sentence for %s', async (name, sentence) => {
    renderScreen({ entity: entities[name] });
    expect(await screen.findByText(sentence)).toBeVisible();
  });
});
