import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import sloPlugin from '../alpha';
import { entities, testWorld, type FakePortal } from '../__testUtils__';
import { renderScreen, type Language } from '../__testUtils__/renderScreen';

let portal: FakePortal;
serve('slo', () => portal);
beforeEach(() => {
  portal = testWorld();
});

const extension = sloPlugin.getExtension('entity-content:slo');

function open(
  name: keyof typeof entities,
  options: { language?: Language; mayWrite?: boolean; path?: string } = {},
) {
  return renderScreen({ entity: entities[name], extension, ...options });
}

const answer = () => screen.findByRole('heading', { level: 2 });
const region = (name: string) => screen.findByRole('region', { name });

describe('the SLO tab', () => {
  it('says the answer first, then objective, SLI and budget with unit, window and age', async () => {
    const { container } = open('payments');
    expect(await answer()).toHaveTextContent(
      'payments is burning its availability budget: 14.6× over 1 h. At this rate it is gone in 2 h 5 min (1 h 40 min – 2 h 50 min).',
    );
    expect(screen.getByText('99.9%')).toBeVisible();
    expect(screen.getByText(/1,204,331 events/)).toBeVisible();
    expect(
      screen.getByText(/13.4 min of 43.2 min · 373 of 1,204 events/),
    ).toBeVisible();
    expect(screen.getByText(/as of \d\d:\d\d/)).toHaveTextContent(/ago/);

    const burn = await region('Burn');
    expect(within(burn).getAllByRole('row')).toHaveLength(5);
    expect(
      within(await region('Violations')).getByText(/going on/),
    ).toBeVisible();
    expect(
      within(await region('Golden signals')).getByText('POST /charge'),
    ).toBeVisible();
    expect(await screen.findByText('good query')).toBeVisible();
    await expectAccessible(container);
  });

  it.each<[Language, string, RegExp[], RegExp]>([
    [
      'en',
      'Golden signals',
      [
        /^CPU.*busiest instance · peak 50% at \d\d:\d\d$/,
        /^Connections20%fullest pool · peak 20% at \d\d:\d\d$/,
        /^Queue3 waitinglongest queue · peak 1,204 at \d\d:\d\d$/,
      ],
      /Queue, last day: 3 waiting/,
    ],
    [
      'es',
      'Señales de oro',
      [
        /^CPU.*instancia más ocupada · máximo 50\s%/,
        /^Conexiones20\s%grupo más lleno/,
        /^Cola3 en esperacola más larga · máximo 1.204 a las/,
      ],
      /Cola, último día: 3 en espera/,
    ],
  ])(
    'shows what of the resources is in use, where any is known, in %s',
    async (language, title, texts, line) => {
      const { container } = open('payments', { language });
      const signals = within(await region(title));
      expect(
        signals
          .getAllByRole('term')
          .map(term => term.parentElement!.textContent),
      ).toEqual(texts.map(text => expect.stringMatching(text)));
      expect(signals.getByRole('img', { name: line })).toBeVisible();
      await expectAccessible(container);
    },
  );

  it('has no row of resources where none is known', async () => {
    for (const each of portal.signals!.history)
      Object.assign(each, { cpu: null, connections: null, queue: null });
    open('payments');
    const signals = within(await region('Golden signals'));
    expect(signals.getByText('Saturation')).toBeVisible();
    expect(signals.queryByRole('term')).toBeNull();
  });

  it('says the same in Spanish', async () => {
    const { container } = open('payments', { language: 'es' });
    expect(await answer()).toHaveTextContent(
      'payments está consumiendo su presupuesto de availability: 14,6× en 1 h. A este ritmo se agota en 2 h 5 min',
    );
    expect(await region('Ritmo de consumo')).toBeVisible();
    expect(
      within(await region('¿Puede salir?')).getByText(/están detenidas/),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it.each<[Language, RegExp, RegExp]>([
    [
      'en',
      /^Who spent it: v2.3.4 18.1\smin · INC-0039 9.2\smin · unattributed 2.5\smin$/,
      /deployment v2.3.4/,
    ],
    [
      'es',
      /^Quién lo gastó: v2.3.4 18,1\smin · INC-0039 9,2\smin · sin atribuir 2,5\smin$/,
      /despliegue v2.3.4/,
    ],
  ])(
    'marks what changed, and says who spent it, in %s',
    async (language, spent, mark) => {
      const now = Math.floor(Date.now() / 1000);
      portal.spentBy = {
        versions: [{ version: 'v2.3.4', minutes: 18.1, changeId: 'a' }],
        incidents: [{ id: 'INC-0039', minutes: 9.2 }],
        unattributed: 2.5,
        total: 29.8,
      };
      portal.changes = [
        {
          id: 'a',
          entityRef: 'component:default/payments',
          environment: 'production',
          kind: 'deployment',
          title: 'payments v2.3.4',
          version: 'v2.3.4',
          outcome: 'succeeded',
          at: now - 86_400,
        },
      ];
      const { container } = open('payments', { language });
      expect(await screen.findByText(spent)).toBeVisible();
      expect((await screen.findAllByLabelText(mark)).length).toBeGreaterThan(0);
      await expectAccessible(container);
    },
  );

  it('lists objectives worst first; one is chosen by keyboard', async () => {
    open('payments');
    const pills = within(
      await screen.findByRole('list', { name: 'Objectives, worst first' }),
    ).getAllByRole('button');
    expect(pills.map(pill => pill.textContent)).toEqual([
      expect.stringMatching(/^availability.*Critical/),
      expect.stringMatching(/^freshness.*No data/),
      expect.stringMatching(/^search-quality.*Too little traffic/),
      expect.stringMatching(/^latency-p95.*Healthy/),
    ]);
    expect(pills[0]).toHaveAttribute('aria-pressed', 'true');

    pills[3].focus();
    await userEvent.keyboard('{Enter}');
    await waitFor(async () =>
      expect(await answer()).toHaveTextContent(
        'payments keeps its latency-p95 objective',
      ),
    );
  });

  it('restores the chosen objective from the URL and says when it is gone', async () => {
    open('payments', { path: '/?objective=slo%3Adefault%2Fremoved' });
    expect(
      await screen.findByText(/This objective is gone/),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the worst one' }),
    );
    await waitFor(() =>
      expect(
        screen.queryByText(/This objective is gone/),
      ).not.toBeInTheDocument(),
    );
  });

  it.each([
    ['slo:default/payments-freshness', 'Nothing has been measured for'],
    [
      'slo:default/payments-search-quality',
      'Too little traffic to judge search-quality of payments: 41 events',
    ],
  ])('keeps kinds of silence apart: %s', async (ref, sentence) => {
    open('payments', { path: `/?objective=${encodeURIComponent(ref)}` });
    expect(await answer()).toHaveTextContent(sentence);
  });

  it('says which source fails and why, and until when the numbers hold', async () => {
    open('blind');
    expect(await answer()).toHaveTextContent(
      'The source default fails for availability of blind: no answer in time. The numbers below end at',
    );
    expect(screen.getAllByText('no answer after 10 s')[0]).toBeVisible();
  });

  it('asks for a shorter time when a preset is chosen', async () => {
    open('payments');
    await userEvent.click(
      await screen.findByRole('button', { name: /^1\sh$/ }),
    );
    await waitFor(() =>
      expect(
        portal.requests.filter(each => each.includes('/series?from=')).length,
      ).toBeGreaterThan(1),
    );
    const [, from] = /from=(\d+)/.exec(portal.requests.at(-1) ?? '') ?? [];
    expect(Date.now() / 1000 - Number(from)).toBeLessThan(3700);
  });

  it('shows a system as the sum of its components', async () => {
    open('shop');
    expect(
      await screen.findByText('shop has 8 objectives over its components.'),
    ).toBeVisible();
    expect(
      await screen.findByRole('button', {
        name: /checkout · availability/,
      }),
    ).toBeVisible();
  });

  it('shows on a document’s own page only its objectives', async () => {
    open('slo');
    expect(await answer()).toHaveTextContent('payments is burning');
    expect(
      within(
        screen.getByRole('list', { name: 'Objectives, worst first' }),
      ).getAllByRole('button'),
    ).toHaveLength(1);
  });
});

describe('the SLO tab without objectives to show', () => {
  it('gives the exact document to add', async () => {
    const { container } = open('newborn');
    expect(
      await screen.findByText('newborn has no objectives yet.'),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: 'Example SLO document' }),
    ).toHaveTextContent(/name: newborn-availability.*service: newborn/);
    expect(screen.getByRole('button', { name: /Copy/ })).toBeVisible();
    await expectAccessible(container);
  });

  it('lists what is wrong in a document: path, found, allowed', async () => {
    open('invalid');
    const findings = await region('Findings in the documents');
    expect(findings).toHaveTextContent(
      'spec.objectives[0].target A target lies between 0 and 1. found 99.9 · allowed a number above 0 and below 1',
    );
    expect(await screen.findByText(/cannot be used as they are/)).toBeVisible();
  });

  it('says that the reader may not, and what to ask for', async () => {
    const { container } = open('secret', { language: 'es' });
    expect(await screen.findByText(/los objetivos de secret/)).toBeVisible();
    expect(screen.getByText(/slo\.objective\.read/)).toBeVisible();
    await expectAccessible(container);
  });

  it('says that the API fails and tries again', async () => {
    open('down');
    expect(
      await screen.findByText('the database is not reachable'),
    ).toBeVisible();
    portal.failures = [];
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('down has no objectives yet.'),
    ).toBeVisible();
  });
});
