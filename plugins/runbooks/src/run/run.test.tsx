import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ago,
  MAY,
  MAY_NOT,
  OTHER,
  OWNER,
  say,
  someRun,
  testWorld,
  waitingRun,
  type World,
} from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('runbooks', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const path = '/runbooks/runs/RUN-0017';
const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));
const row = (steps: HTMLElement[], title: string) => {
  const found = steps.filter(each => each.textContent?.includes(title)).at(-1);
  if (!found) throw new Error(`No step ${title}`);
  return found;
};

describe('a run', () => {
  it('says what runs for what, where it is, and how long it takes', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: /^“payments 5xx” for INC-0042 · run 17 · step 3 of 5 · 1:1\d of about 15\smin$/,
      }),
    ).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(
      'Under way At “Restart payments”.',
    );
    const steps = (await region('Steps')).getAllByRole('listitem');
    expect(row(steps, 'Check recent deployments')).toHaveTextContent(
      /^Done1 Check recent deployments.*0:04$/,
    );
    expect(row(steps, 'Widespread')).toHaveTextContent(
      /All regions ben .* ago.*seen in three of them.*0:21$/,
    );
    const restart = row(steps, '3 Restart payments');
    expect(restart).toHaveTextContent(
      /^Under way3 Restart payments.*attempt 2.*waiting for 3\/3.*changes: deployment\/shop\/payments.*reversible.*0:3\d \/ 1:00$/,
    );
    expect(restart).toHaveAttribute('aria-current', 'step');
    expect(screen.getByText('2 steps at once')).toBeVisible();
    expect(row(steps, '5 Error rate')).toHaveTextContent(/at most 5:00$/);
    await expectAccessible(container);
  });

  it('streams what a step says, and reads on from where it was', async () => {
    const user = userEvent.setup();
    const { container } = renderScreen({ path });
    await user.click(
      await screen.findByText((_, element) =>
        /^Output Restart payments$/.test(
          element?.tagName === 'SUMMARY' ? element.textContent ?? '' : '',
        ),
      ),
    );
    expect(await screen.findByText(/pod 1 of 3 is ready/)).toBeVisible();
    world.journal.push({
      seq: 3,
      at: ago(world.now, 0),
      event: 'output',
      stepId: 'restart',
      text: 'pod 2 of 3 is ready\n',
    });
    expect(await screen.findByText(/pod 2 of 3 is ready/)).toBeVisible();
    expect(
      world.portal.requests.some(each => /journal\?after=2&/.test(each)),
    ).toBe(true);
    await user.click(screen.getByText('Ledger of effects (1 entry)'));
    expect(screen.getByText('{"restart":"payments"}')).toBeVisible();
    await user.click(screen.getByText('Journal'));
    expect(await screen.findByText('requested')).toBeVisible();
    await expectAccessible(container);
  });

  it('is looked at again while it moves, and tells how it ended', async () => {
    renderScreen({ path });
    await screen.findByText('At “Restart payments”.');
    Object.assign(world.executions[0], {
      state: 'unknown',
      said: say('run.unknown', 'Not known', { title: 'Restart payments' }),
      finishedAt: ago(world.now, 0),
    });
    const outcome = await region('Outcome');
    expect(
      outcome.getByText(
        'It is not known what became of “Restart payments”. Nothing was repeated.',
      ),
    ).toBeVisible();
    expect(outcome.getByText(/the effect may have happened/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Pause' })).toBeNull();
  });

  it('is paused and resumed, and a step left out with a reason', async () => {
    const user = userEvent.setup();
    renderScreen({ path });
    await user.click(await screen.findByRole('button', { name: 'Pause' }));
    expect(await screen.findByRole('button', { name: 'Resume' })).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Skip “Error rate back to normal”' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/is not undone/)).toBeVisible();
    expect(dialog.getByRole('button', { name: 'Skip' })).toBeDisabled();
    await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'no SLO');
    await user.click(dialog.getByRole('button', { name: 'Skip' }));
    expect(await screen.findByText(/Left out:/)).toHaveTextContent('no SLO');
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    await screen.findByRole('button', { name: 'Pause' });
    expect(world.portal.writes.map(each => each.body)).toEqual([
      { action: 'pause' },
      { action: 'skip', stepId: 'well', reason: 'no SLO' },
      { action: 'resume' },
    ]);
  });

  it('is cancelled with a reason, and taken over, in Spanish', async () => {
    const user = userEvent.setup();
    world.executions = [someRun(world.now, { operator: OTHER })];
    const { container } = renderScreen({ path, language: 'es' });
    expect(
      await screen.findByRole('heading', {
        name: /^«payments 5xx» para INC-0042 · ejecución 17 · paso 3 de 5/,
      }),
    ).toBeVisible();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Tomar el relevo' }));
    const relay = within(await screen.findByRole('dialog'));
    expect(relay.getByText(/^Ahora la tiene ben\./)).toBeVisible();
    await user.click(relay.getByRole('button', { name: 'Tomar el relevo' }));
    await waitFor(() =>
      expect(
        screen.queryByRole('button', { name: 'Tomar el relevo' }),
      ).toBeNull(),
    );
    await user.click(screen.getByRole('button', { name: 'Cancelar' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: /Motivo/ }), 'basta');
    await user.click(
      dialog.getByRole('button', { name: 'Cancelar la ejecución' }),
    );
    expect(
      (await screen.findAllByText('La canceló ana: basta'))[0],
    ).toBeVisible();
  });

  it('shows buttons to who may not press them, with who may', async () => {
    world.executions = [
      someRun(world.now, {
        may: { control: MAY_NOT, answer: MAY_NOT, decide: MAY_NOT },
      }),
    ];
    renderScreen({ path });
    expect(await screen.findByRole('button', { name: 'Pause' })).toBeDisabled();
    expect(screen.getByText(/Only team-payments may do this\./)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Skip/ })).toBeNull();
  });
});

describe('a step for people', () => {
  it('is done by keyboard: ticked, noted, and said to be done', async () => {
    const user = userEvent.setup();
    world.executions = [
      waitingRun(world.now, {
        kind: 'manual',
        text: 'Look at the **Delivery** tab.',
        checklist: ['versions', 'flags'],
        until: ago(world.now, -9),
        may: MAY,
      }),
    ];
    const { container } = renderScreen({ path });
    const first = await screen.findByRole('checkbox', { name: 'versions' });
    await expectAccessible(container);
    first.focus();
    await user.keyboard(' ');
    await user.tab();
    expect(screen.getByRole('checkbox', { name: 'flags' })).toHaveFocus();
    await user.keyboard(' ');
    await user.tab();
    expect(screen.getByRole('textbox', { name: 'Notes' })).toHaveFocus();
    await user.keyboard('all regions');
    await user.tab();
    expect(screen.getByRole('button', { name: 'Done' })).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/2 of 2 ticked/)).toBeVisible();
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/executions/RUN-0017/answers',
        body: {
          stepId: 'ask',
          notes: 'all regions',
          checked: [0, 1],
          done: true,
        },
      },
    ]);
  });

  it('can be said not to be possible, with why', async () => {
    const user = userEvent.setup();
    world.executions = [
      waitingRun(world.now, {
        kind: 'manual',
        until: ago(world.now, -9),
        may: MAY,
      }),
    ];
    renderScreen({ path });
    const cannot = await screen.findByRole('button', {
      name: 'Could not be done',
    });
    expect(cannot).toBeDisabled();
    await user.type(
      screen.getByRole('textbox', { name: 'Notes' }),
      'no access',
    );
    await user.click(cannot);
    await waitFor(() =>
      expect(world.portal.writes[0]?.body).toEqual({
        stepId: 'ask',
        notes: 'no access',
        done: false,
      }),
    );
  });

  it('is a decision with a button for each choice', async () => {
    const user = userEvent.setup();
    world.executions = [
      waitingRun(world.now, {
        kind: 'decision',
        choices: [
          { id: 'all', title: 'All regions' },
          { id: 'one', title: 'One region' },
        ],
        until: ago(world.now, -9),
        may: MAY,
      }),
    ];
    const { container } = renderScreen({ path });
    await expectAccessible(container);
    await user.click(await screen.findByRole('button', { name: 'One region' }));
    await waitFor(() =>
      expect(world.portal.writes[0]?.body).toEqual({
        stepId: 'ask',
        choice: 'one',
      }),
    );
  });

  it('is an approval of what exactly will run, for whoever may', async () => {
    const user = userEvent.setup();
    world.executions = [
      waitingRun(world.now, {
        kind: 'approval',
        until: ago(world.now, -9),
        may: MAY,
      }),
    ];
    renderScreen({ path });
    const asks = within(await screen.findByRole('group', { name: 'Ask ben' }));
    expect(asks.getByText('What will run then:')).toBeVisible();
    expect(asks.getByRole('listitem')).toHaveTextContent(
      /^Restart payments: Restart the pods of deployment\/payments\. deployment\/shop\/payments reversible One pod of three/,
    );
    expect(asks.getByText(/^To be approved by/)).toHaveTextContent(
      /team-payments · until/,
    );
    await user.click(asks.getByRole('button', { name: 'Reject' }));
    await waitFor(() =>
      expect(world.portal.writes[0]?.body).toEqual({
        stepId: 'ask',
        approve: false,
      }),
    );
  });

  it('tells whoever may not who may', async () => {
    world.executions = [
      waitingRun(world.now, {
        kind: 'approval',
        until: ago(world.now, -9),
        may: {
          allowed: false,
          who: [OWNER],
          why: say('may.requester', 'You asked for it.'),
        },
      }),
    ];
    renderScreen({ path });
    expect(
      await screen.findByText(/You asked for it; somebody else has to agree\./),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
  });
});

describe('a run that waits for a second person', () => {
  it('is approved with a comment', async () => {
    const user = userEvent.setup();
    world.executions = [
      someRun(world.now, {
        state: 'waiting-approval',
        startedAt: undefined,
        runSteps: someRun(world.now).runSteps.map(each => ({
          ...each,
          state: 'pending',
          startedAt: undefined,
          finishedAt: undefined,
          answer: undefined,
        })),
        approval: {
          state: 'waiting',
          until: ago(world.now, -30),
          approvers: [OWNER],
        },
      }),
    ];
    const { container } = renderScreen({ path });
    const panel = await region('Second approval');
    expect(panel.getByText(/^Restart payments/)).toBeVisible();
    await user.type(panel.getByRole('textbox', { name: 'Comment' }), 'go');
    await expectAccessible(container);
    await user.click(panel.getByRole('button', { name: 'Approve' }));
    expect(await panel.findByText(/^Approved by/)).toHaveTextContent('go');
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/executions/RUN-0017/decision',
        body: { approve: true, comment: 'go' },
      },
    ]);
  });
});

it('a rehearsal says what would have come of it', async () => {
  world.executions = [
    someRun(world.now, {
      kind: 'rehearsal',
      state: 'succeeded',
      rehearsal: {
        incidentId: 'INC-0039',
        wouldHaveMatched: true,
        wouldHaveActed: true,
        wouldHaveRecovered: 'yes',
        savedSeconds: 540,
        because: [say('x', 'The rollback ended it.')],
      },
    }),
  ];
  renderScreen({ path });
  const report = await region('What would have come of it');
  expect(report.getByText('It would have helped')).toBeVisible();
  expect(report.getByText(/sooner by/)).toHaveTextContent(/9\smin/);
  expect(report.getByText('The rollback ended it.')).toHaveAttribute(
    'lang',
    'en',
  );
});
