import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { testWorld, words, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const region = (name: string | RegExp) => screen.findByRole('region', { name });

describe('recurring incidents', () => {
  const path = '/incidents/recurring';

  it('are told in groups, of which a runbook is drafted with citations', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: '2 groups of like incidents recurred in the last 90 days.',
      }),
    ).toBeVisible();
    const group = within(await region('payments: 5xx after a deployment'));
    expect(group.getByText('Rolled back to v2.0.9')).toBeVisible();
    expect(group.getByRole('link', { name: 'INC-0019' })).toHaveAttribute(
      'href',
      '/incidents/INC-0019',
    );
    await userEvent.click(
      await group.findByRole('button', { name: 'Have Claude draft a runbook' }),
    );
    const draft = within(await region('Drafted runbook'));
    expect(
      draft.getByRole('region', { name: 'payments-5xx.yaml' }),
    ).toHaveTextContent('kind: Runbook');
    await expectAccessible(container);
    await userEvent.click(draft.getByRole('button', { name: /^E1: / }));
    expect(await region(/^E1/)).toHaveTextContent('v2.3.4 shipped');
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/runbook-drafts',
        body: {
          incidentIds: ['INC-0019', 'INC-0021', 'INC-0033'],
          language: 'en',
        },
      },
    ]);
  });

  it('are too few for a runbook when there are two', async () => {
    renderScreen({ path });
    const group = within(await region('search answers slowly'));
    expect(group.getByText(/it takes 3/)).toBeVisible();
    expect(group.queryByRole('button')).toBeNull();
  });

  it('say why no runbook came of it', async () => {
    world.unavailable = words('The vendor is overloaded.');
    renderScreen({ path });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Have Claude draft a runbook',
      }),
    );
    expect(await screen.findByText('The vendor is overloaded.')).toBeVisible();
  });

  it('say so when there are none', async () => {
    world.clusters = [];
    renderScreen({ path, language: 'es' });
    expect(
      await screen.findByText('No hay incidentes parecidos en este periodo.'),
    ).toBeVisible();
  });
});

const noCauses = {
  n: 0,
  first: 0,
  three: 0,
  analysed: 0,
  modelFirst: 0,
  modelThree: 0,
};

describe('triage settings and spend', () => {
  const path = '/incidents/triage';

  it('say what is asked, at which prices, in which bounds, and what came of it', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: 'Triage ranks every incident by itself, and claude-sonnet-5-5 can be asked.',
      }),
    ).toBeVisible();
    const models = within(await region('Models'));
    expect(
      models.getByRole('row', { name: /claude-haiku-5-5/ }),
    ).toHaveTextContent('titles and summaries$0.10$0.50Nov 1, 2026');
    const budget = await region('Budgets');
    expect(budget).toHaveTextContent('A day, at most$20.00');
    expect(budget).toHaveTextContent('Tokens in, at most30,000');
    const ranker = await region('How suspects are ranked');
    expect(ranker).toHaveTextContent('31 of 50 needed to learn');
    expect(ranker).toHaveTextContent('First suspect right, by rules62%');
    expect(await region('What it reads')).toHaveTextContent(
      'e-mail addresses, tokens, and of-tomorrow',
    );
    const prompts = await region('Prompts');
    expect(prompts).toHaveTextContent('Analysis version 33 changes');
    const spend = within(await region('Spend'));
    expect(
      await spend.findByText(/Today \$1.42 of \$20.00 is spent/),
    ).toBeVisible();
    expect(spend.getByText(/\$0.15 more is reserved/)).toBeVisible();
    expect(spend.getByRole('img', { name: /over 28 days/ })).toBeVisible();
    expect(
      spend.getByRole('row', { name: /Title and summary/ }),
    ).toHaveTextContent('32$0.004');
    expect(spend.getByRole('row', { name: /Answered/ })).toHaveTextContent(
      '25192%',
    );
    expect(
      spend.getByText(/70% of those who judged an analysis found it right/),
    ).toBeVisible();
    expect(spend.getByText('In the 28 days before it was 64%.')).toBeVisible();
    expect(
      spend.getByText(
        'Of 8 the ranking had 5 first and 7 among its first three.',
      ),
    ).toBeVisible();
    expect(
      spend.getByText(
        'Of 4 that the model was asked about it had 3 first and 4 among its first three.',
      ),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('tell no share of fewer than ten judgements', async () => {
    world.triageSpend.feedback = {
      right: 6,
      wrong: 1,
      n: 7,
      causes: noCauses,
    };
    renderScreen({ path });
    expect(
      await screen.findByText(/Not enough data: 7 of 10 judgements/),
    ).toHaveTextContent('n 7: right 6, wrong 1.');
    expect(
      screen.getByText(/last 28 days was closed with its true cause/),
    ).toBeVisible();
  });

  it('keep the spend from those who may not see it, and say who may', async () => {
    world.portal.failures = [
      {
        match: '/v1/triage/spend',
        status: 403,
        name: 'NotAllowedError',
        message: 'You may not see this',
      },
    ];
    renderScreen({ path });
    expect(
      await screen.findByText(/incidents.triage.spend.read/),
    ).toBeVisible();
    expect(await region('Models')).toBeVisible();
  });

  it('say why no model can be asked, and that nothing was', async () => {
    world.triageSettings = {
      ...world.triageSettings,
      model: { available: false, why: words('No key is configured.') },
      tiers: [],
      logSources: [],
    };
    world.triageSpend = {
      ...world.triageSpend,
      days: [],
      tasks: [],
      outcomes: [],
      feedback: { right: 0, wrong: 0, n: 0, causes: noCauses },
    };
    const { container } = renderScreen({ path });
    expect(await screen.findByText('No key is configured.')).toBeVisible();
    expect(
      await screen.findByText('No model was asked in the last 28 days.'),
    ).toBeVisible();
    expect(screen.getByText('None can be asked.')).toBeVisible();
    await expectAccessible(container);
  });

  it('restore the span from the link, in Spanish too', async () => {
    const { container } = renderScreen({
      path: `${path}?spend=90d`,
      language: 'es',
    });
    expect(await screen.findByText(/Hoy se han gastado/)).toHaveTextContent(
      /1,42/,
    );
    expect(world.portal.requests.some(each => each.includes('days=90'))).toBe(
      true,
    );
    await expectAccessible(container);
  });
});
