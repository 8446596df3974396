import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ago,
  KILL_A_THIRD,
  MAY,
  MAY_NOT,
  OTHER,
  say,
  someExperiment,
  someReport,
  someRun,
  testWorld,
  type World,
} from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('runbooks', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const path = '/runbooks/experiments';
const page = `${path}/chaosexperiment:default:kill-a-third`;
const region = async (name: string | RegExp) =>
  within(await screen.findByRole('region', { name }));

describe('the experiments', () => {
  it('say what is believed, what is done, when, and what came of it', async () => {
    world.experiments.push(
      someExperiment(world.now, {
        ref: 'chaosexperiment:default/slow',
        title: 'A slow database',
        lastRun: undefined,
        schedule: undefined,
        switch: {
          scope: 'chaosexperiment:default/slow',
          on: false,
          by: OTHER,
          at: ago(world.now, 9),
          reason: 'moving house',
        },
        may: { run: MAY, switch: MAY_NOT },
      }),
    );
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: '2 experiments. 1 of those shown never ran. 1 is switched off.',
      }),
    ).toBeVisible();
    const [third, slow] = screen
      .getAllByRole('listitem')
      .filter(each => each.textContent?.includes('Believed:'));
    expect(third).toHaveTextContent(
      'Kills 33 % of the pods of payments in staging. It lasts 5 min, and stops at once when an objective burns faster than 2×.',
    );
    expect(third).toHaveTextContent(
      /Next by itself: .* \(in \d+\s[hd]\) \(0 10 \* \* 2, Europe\/Madrid\)/,
    );
    expect(third).toHaveTextContent(
      'Last run: Succeeded It held: the worst burn rate was 1×, and 2× is allowed. RUN-0010',
    );
    expect(slow).toHaveTextContent(
      /It is run by hand only.*It never ran.*Switched off.*moving house.*Only team-payments/,
    );
    await expectAccessible(container);
  });

  it.each([
    ['', 'No experiment is written yet.'],
    [
      '?entity=component:default/checkout',
      'No experiment is left under these filters.',
    ],
  ])('at “%s” say that there is none', async (query, sentence) => {
    world.experiments = [];
    renderScreen({ path: `${path}${query}` });
    expect(await screen.findByText(sentence)).toBeVisible();
  });

  it.each([
    [503, 'ServiceUnavailableError', /out of order/],
    [403, 'NotAllowedError', /runbooks\.runbook\.read/],
  ])('say so when they are answered with %d', async (status, name, text) => {
    world.portal.failures = [
      { match: '/v1/', status, name, message: 'out of order' },
    ];
    renderScreen({ path });
    expect(await screen.findByText(text)).toBeVisible();
  });
});

describe('an experiment', () => {
  it('says what is done, what has to hold, and when it never begins', async () => {
    world.executions = [
      someRun(world.now, {
        id: 'RUN-0055',
        kind: 'experiment',
        experimentRef: KILL_A_THIRD,
      }),
    ];
    const { container } = renderScreen({ path: page });
    const fault = await region('What is done');
    expect(
      fault.getByText(
        /^Kills 33.*% of the pods with app=payments, through Kubernetes\./,
      ),
    ).toHaveTextContent(/It lasts 5\smin\.$/);
    expect(fault.getByText(/at most 5 entities and 40\s?%/)).toBeVisible();
    const steady = await region('What has to hold meanwhile');
    expect(steady.getByText(/undone, always\.$/)).toBeVisible();
    expect(
      (await region('When it never begins')).getByRole('listitem'),
    ).toHaveTextContent('it is Fri and Sat (UTC)');
    expect(
      await (await region('Its runs')).findByRole('link', { name: 'RUN-0055' }),
    ).toHaveAttribute('href', '/runbooks/runs/RUN-0055');
    await expectAccessible(container);
  });

  it.each([
    ['for real', false, 'Run now', 'experiment'],
    ['as a dry run', true, 'Dry run', 'dry run'],
  ])(
    'is run %s once it is said what it will do and how it stops',
    async (_, dryRun, confirm, kind) => {
      const user = userEvent.setup();
      renderScreen({ path: page });
      await user.click(await screen.findByRole('button', { name: 'Run now' }));
      const dialog = within(await screen.findByRole('dialog'));
      expect(dialog.getByText(/In staging, for 5\smin/)).toBeVisible();
      expect(dialog.getByText(/undone, always\.$/)).toBeVisible();
      if (dryRun) {
        await user.click(dialog.getByRole('switch', { name: 'Dry run' }));
        await dialog.findByText(/Nothing is changed\.$/);
      }
      await user.type(dialog.getByRole('textbox'), 'game day');
      await user.click(dialog.getByRole('button', { name: confirm }));
      expect(
        await screen.findByRole('heading', {
          level: 2,
          name: new RegExp(`${kind}.* 99`),
        }),
      ).toBeVisible();
      expect(world.portal.writes).toEqual([
        {
          method: 'POST',
          path: `/v1/experiments/${encodeURIComponent(KILL_A_THIRD)}/runs`,
          body: {
            reason: 'game day',
            ...(dryRun && { dryRun }),
            key: expect.any(String),
          },
        },
      ]);
    },
  );

  it('says why it may not begin', async () => {
    const user = userEvent.setup();
    world.portal.failures = [
      {
        match: '/runs',
        method: 'POST',
        status: 409,
        name: 'ConflictError',
        message: 'It has an open incident: INC-0042',
      },
    ];
    renderScreen({ path: page });
    await user.click(await screen.findByRole('button', { name: 'Run now' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'game day');
    await user.click(dialog.getByRole('button', { name: 'Run now' }));
    expect(await dialog.findByText(/open incident: INC-0042/)).toBeVisible();
  });

  it('that the reader may not run, or that has errors, is not offered', async () => {
    world.experiments = [
      someExperiment(world.now, {
        may: { run: MAY_NOT, switch: MAY },
        sentence: say('experiment.broken', 'It has errors.'),
        findings: [
          {
            code: 'never',
            path: 'spec.schedule.cron',
            severity: 'error',
            message: 'There is no such time.',
          },
        ],
      }),
    ];
    renderScreen({ path: page, language: 'es' });
    expect(
      await screen.findByRole('button', { name: 'Ejecutar ahora' }),
    ).toBeDisabled();
    expect(
      screen.getByText('Tiene errores y no se puede ejecutar.'),
    ).toBeVisible();
    expect(screen.getByText('spec.schedule.cron')).toBeVisible();
  });
});

it('a report tells what was found, what was seen by phase, and what to do', async () => {
  const user = userEvent.setup();
  world.executions = [
    someRun(world.now, {
      id: 'RUN-0010',
      kind: 'experiment',
      experimentRef: KILL_A_THIRD,
      state: 'failed',
      experiment: someReport(world.now),
    }),
  ];
  const { container } = renderScreen({ path: '/runbooks/runs/RUN-0010' });
  const report = await region('What it found');
  expect(
    report.getByText(/^It did not hold: availability burns its budget at 4×/),
  ).toBeVisible();
  expect(report.getByText('Stopped because:').parentElement).toHaveTextContent(
    'availability burns its budget at 4×; 2× is allowed.',
  );
  expect(
    report.getByText(
      /^Done: Adds 300\sms \(± 50\sms\) to what is sent by 100.*% of the pods of the target, through Chaos Mesh\./,
    ),
  ).toBeVisible();
  expect(report.getByText('latency: nothing was measured.')).toBeVisible();
  expect(report.getByText(/^Look at the time-outs/)).toBeVisible();
  await user.click(report.getByText('By phase'));
  expect(report.getAllByRole('row').map(each => each.textContent)).toEqual([
    'WhenPhaseBurn rate',
    expect.stringMatching(/Before0\.5/),
    expect.stringMatching(/During4/),
    expect.stringMatching(/After0\.4/),
  ]);
  await expectAccessible(container);
});
