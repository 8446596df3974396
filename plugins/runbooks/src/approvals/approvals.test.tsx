import type { ApprovalItem } from '@ghostlight/plugin-runbooks-common';
import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ago,
  MAY,
  MAY_NOT,
  OTHER,
  OWNER,
  ref,
  someAttempt,
  testWorld,
  type World,
} from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('runbooks', () => world.portal);
beforeEach(() => {
  world = testWorld();
  const { plan, evidence } = someAttempt(world.now);
  world.approvals = [
    someItem({
      id: 'RUN-0020',
      kind: 'execution',
      executionId: 'RUN-0020',
      title: 'Drain a node',
      may: MAY_NOT,
    }),
    someItem({ plan, evidence, reason: 'Begins after v2.3.4' }),
    someItem({
      id: 'RUN-0017:agree',
      kind: 'step',
      executionId: 'RUN-0017',
      stepId: 'agree',
      title: 'payments 5xx: Agree to the restart',
      text: 'Look at **both** charts.',
    }),
  ];
});

const path = '/runbooks/approvals';
const card = async (name: string) =>
  within(await screen.findByRole('article', { name }));

function someItem(change: Partial<ApprovalItem>): ApprovalItem {
  return {
    id: 'REM-0031',
    kind: 'attempt',
    title: 'Roll payments back',
    entityRef: ref('payments'),
    environment: 'production',
    incidentId: 'INC-0042',
    requestedBy: OTHER,
    at: ago(world.now, 2),
    until: ago(world.now, -28),
    approvers: [OWNER],
    evidence: [],
    may: MAY,
    ...change,
  };
}

describe('the approvals', () => {
  it('are those that wait for the reader first, each with what exactly will run', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: '2 decisions wait for you.',
      }),
    ).toBeVisible();
    expect(
      screen
        .getAllByRole('article')
        .map(each => each.textContent?.slice(0, 12)),
    ).toEqual(['Roll payment', 'payments 5xx', 'Drain a node']);
    const rollback = await card('Roll payments back');
    expect(rollback.getByText('deployment/shop/payments')).toBeVisible();
    expect(rollback.getByText(/^Until/)).toHaveTextContent(
      /^Until .* \(in 2[78]\smin\)$/,
    );
    expect(rollback.getByText(/Begins after v2\.3\.4/)).toBeVisible();
    expect(rollback.getByText('What it rests on (2 records)')).toBeVisible();
    expect(
      rollback.getByRole('link', { name: 'Roll payments back' }),
    ).toHaveAttribute('href', '/runbooks/remediation/attempts/REM-0031');
    const node = await card('Drain a node');
    expect(node.getByText(/Only team-payments may do this\./)).toBeVisible();
    expect(node.queryByRole('button', { name: 'Approve' })).toBeNull();
    await expectAccessible(container);
  });

  it('are decided in place by keyboard, with a comment, and then gone', async () => {
    const user = userEvent.setup();
    renderScreen({ path });
    const rollback = await card('Roll payments back');
    await user.click(rollback.getByRole('textbox', { name: 'Comment' }));
    await user.keyboard('not at night{Tab}{Tab}{Enter}');
    expect(
      await screen.findByText('Rejected: Roll payments back'),
    ).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(/^Rejected/);
    expect(
      await screen.findByRole('heading', { name: '1 decision waits for you.' }),
    ).toBeVisible();
    const step = await card('payments 5xx: Agree to the restart');
    expect(step.getByText('both')).toBeVisible();
    await user.click(step.getByRole('button', { name: 'Approve' }));
    await screen.findByText('Approved: payments 5xx: Agree to the restart');
    expect(world.portal.writes.map(({ path: to, body }) => [to, body])).toEqual(
      [
        [
          '/v1/attempts/REM-0031/decision',
          { approve: false, comment: 'not at night' },
        ],
        ['/v1/executions/RUN-0017/answers', { stepId: 'agree', approve: true }],
      ],
    );
  });

  it('stay where they are with the reason when a decision is refused', async () => {
    const user = userEvent.setup();
    world.portal.failures = [
      {
        match: 'decision',
        status: 409,
        name: 'ConflictError',
        message: 'Somebody else was faster',
      },
    ];
    renderScreen({ path });
    const rollback = await card('Roll payments back');
    await user.click(rollback.getByRole('button', { name: 'Approve' }));
    expect(await rollback.findByText(/Somebody else was faster/)).toBeVisible();
  });

  it('are only those of the reader when the address says so, in Spanish', async () => {
    const { container } = renderScreen({
      path: `${path}?mine=1`,
      language: 'es',
    });
    expect(
      await screen.findByRole('heading', { name: '2 decisiones le esperan.' }),
    ).toBeVisible();
    expect(screen.queryByText('Drain a node')).toBeNull();
    expect(
      (await card('Roll payments back')).getByText(
        'Qué se ejecutará exactamente',
      ),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it.each([
    ['', 'Nothing waits for a decision.'],
    ['?mine=1', 'Nothing that waits is left under these filters.'],
  ])('at “%s” says that nothing waits', async (query, sentence) => {
    world.approvals = [];
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
