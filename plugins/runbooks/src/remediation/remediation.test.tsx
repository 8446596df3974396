import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ago,
  MAY_NOT,
  OTHER,
  OWNER,
  ROLLBACK,
  say,
  somePolicy,
  someTally,
  testWorld,
  type World,
} from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('runbooks', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const path = '/runbooks/remediation';
const region = async (name: string | RegExp) =>
  within(await screen.findByRole('region', { name }));

describe('the remediation page', () => {
  it('says whether it is on, what it did, and each policy as a sentence', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: 'Remediation is on. 1 policy acted 4 times in 30 days: 3 recoveries were verified, 1 did not help, and 1 called a person.',
      }),
    ).toBeVisible();
    const policies = await region('2 policies');
    const [rollback, scale] = policies.getAllByRole('listitem');
    expect(rollback).toHaveTextContent(
      'When HighErrorRate fires, it asks to do “Roll back to the last good version”, looks for 15 min whether users recover, and else calls whoever is on call.',
    );
    expect(rollback).toHaveTextContent(
      'Asks first It is written to act by itself. It asks until 5 recoveries are verified; 3 so far.',
    );
    expect(rollback).toHaveTextContent(
      /tried 4, 3 verified, 1 did not help, 1 called a person; recovered on average in 6\smin\./,
    );
    expect(
      within(rollback).getByRole('link', { name: 'REM-0031' }),
    ).toHaveAttribute('href', '/runbooks/remediation/attempts/REM-0031');
    expect(scale).toHaveTextContent(
      /When anything fires, it suggests .*nothing was done.*Switched off.*Switched off by ben.*too eager/,
    );
    const metrics = await region('What came of it');
    expect(
      metrics.getByText(/Not enough data for a rate: 4 tries\./),
    ).toBeVisible();
    await userEvent.click(metrics.getByText('By policy (2)'));
    expect(
      metrics.getByRole('row', {
        name: /^Proposed by people and models 1 4 0/,
      }),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('stops everything once a reason is given, and says who did and why', async () => {
    const user = userEvent.setup();
    renderScreen({ path });
    await user.click(
      await screen.findByRole('button', { name: 'Stop everything' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText(/no experiment begins from then on/)).toBeVisible();
    const confirm = dialog.getByRole('button', { name: 'Switch off' });
    expect(confirm).toBeDisabled();
    await user.type(dialog.getByRole('textbox'), 'a storm of alerts');
    await user.click(confirm);
    expect(await screen.findByText(/: a storm of alerts$/)).toHaveTextContent(
      /^Switched off by ana, .*: a storm of alerts$/,
    );
    expect(world.portal.writes).toEqual([
      {
        method: 'PUT',
        path: '/v1/switches',
        body: { scope: 'all', on: false, reason: 'a storm of alerts' },
      },
    ]);
    expect(
      screen.getByRole('heading', { name: /^Remediation is switched off\./ }),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Allow it again' }),
    ).toBeVisible();
  });

  it('tells who may not switch it who may, and keeps the dialog open when it is refused', async () => {
    const user = userEvent.setup();
    world.remediation.policies = [
      somePolicy(world.now),
      somePolicy(world.now, {
        ref: 'remediationpolicy:default/other',
        title: 'Other',
        may: { switch: MAY_NOT },
      }),
    ];
    world.portal.failures = [
      {
        match: '/v1/switches',
        method: 'PUT',
        status: 403,
        name: 'NotAllowedError',
        message: 'Not yours',
      },
    ];
    renderScreen({ path, mayWrite: false });
    expect(
      await screen.findByRole('button', { name: 'Stop everything' }),
    ).toBeDisabled();
    expect(
      await screen.findByText(/runbooks\.remediation\.stop/),
    ).toBeVisible();
    expect(
      await screen.findByRole('button', { name: 'Switch off “Other”' }),
    ).toBeDisabled();
    expect(screen.getByText(/Only team-payments may do this/)).toBeVisible();
    await user.click(
      screen.getByRole('button', {
        name: 'Switch off “Roll back a new version”',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox'), 'too eager');
    await user.click(dialog.getByRole('button', { name: 'Switch off' }));
    expect(await dialog.findByText(/Not yours/)).toBeVisible();
  });

  it('restores its filters from the address, in Spanish', async () => {
    const user = userEvent.setup();
    renderScreen({ path: `${path}?mode=suggest&days=90`, language: 'es' });
    const policies = await region('Políticas');
    expect(policies.getAllByRole('listitem')).toHaveLength(1);
    expect(policies.getByRole('listitem')).toHaveTextContent(
      'Cuando salta cualquier alerta, sugiere «Escalar»',
    );
    expect(
      screen.getByRole('button', { name: '90 días', pressed: true }),
    ).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Quitar filtros' }));
    expect(
      (await region('2 políticas')).getByText('Roll back a new version'),
    ).toBeVisible();
  });

  it.each([
    ['', 'No policy is written yet.'],
    ['?q=nothing', 'No policy is left under these filters.'],
  ])('at “%s” says that there is nothing', async (query, sentence) => {
    world.remediation.policies = [];
    world.remediation.metrics.all = someTally(world.now, { tried: 0 });
    renderScreen({ path: `${path}${query}` });
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(
      screen.getByRole('heading', { name: /Nothing was tried in 30 days\.$/ }),
    ).toBeVisible();
  });

  it.each([
    [503, 'ServiceUnavailableError', /out of order/],
    [403, 'NotAllowedError', /runbooks\.runbook\.read/],
  ])('says so when it is answered with %d', async (status, name, text) => {
    world.portal.failures = [
      { match: '/v1/', status, name, message: 'out of order' },
    ];
    renderScreen({ path });
    expect((await screen.findAllByText(text))[0]).toBeVisible();
  });
});

describe('a policy', () => {
  const page = `${path}/policies/remediationpolicy:default:payments-rollback`;

  it('says when it acts, how far it may go, and what it did', async () => {
    const { container } = renderScreen({ path: page });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: 'Roll back a new version',
      }),
    ).toBeVisible();
    const when = await region('When it acts');
    expect(when.getAllByRole('listitem').map(each => each.textContent)).toEqual(
      [
        'the alert HighErrorRate fires',
        expect.stringMatching(/^the burn rate over 5\smin is above 6/),
        expect.stringMatching(/^the last deployment is at most 1\sh old$/),
        'the tier is 1 or 2',
        'the incident is a SEV1 or SEV2',
        'it is Mon and Tue, between 08:00 and 20:00 (Europe/Madrid)',
        'types: service',
      ],
    );
    const ladder = await region('What it tries, in this order');
    const [first, second, last] = ladder.getAllByRole('listitem');
    expect(first).toHaveTextContent('delivery:rollback, 1 attemptlaneargo');
    expect(second).toHaveTextContent('payments-5xx, up to 2 attempts');
    expect(last).toHaveTextContent('then it calls whoever is on call');
    const limits = await region('How far it may go');
    expect(limits.getAllByRole('listitem')).toHaveLength(8);
    expect(
      limits.getByText(/^At least 50\s?% of the instances stay\.$/),
    ).toBeVisible();
    const did = await region('What it did');
    expect(await did.findByText(/REM-0030/)).toBeVisible();
    await expectAccessible(container);
  });

  it('says what it would have done, once asked, and what is not known', async () => {
    const user = userEvent.setup();
    const { container } = renderScreen({ path: page });
    await user.click(
      await screen.findByRole('button', { name: 'Look at past incidents' }),
    );
    expect(
      await screen.findByText(
        'Of 3 incidents it would have acted in 2 and recovered 1.',
      ),
    ).toBeVisible();
    expect(screen.getByText(/Of 1 that is not known\./)).toBeVisible();
    expect(
      screen.getByRole('row', {
        name: /^INC-0040 yes .* Yes 20\smin The same/,
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /^INC-0039 yes Not known/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /^INC-0038 no, not meant –/ }),
    ).toBeVisible();
    await expectAccessible(container);
    world.portal.failures = [
      {
        match: 'simulation',
        status: 503,
        name: 'ServiceUnavailableError',
        message: 'no incidents',
      },
    ];
    await user.click(screen.getByRole('button', { name: 'Look again' }));
    expect(await screen.findByText(/no incidents/)).toBeVisible();
  });
});

describe('an attempt', () => {
  const page = `${path}/attempts/REM-0031`;

  it('says what exactly will run, what it rests on, and what holds', async () => {
    const { container } = renderScreen({ path: page });
    expect(
      await screen.findByRole('heading', {
        level: 2,
        name: 'REM-0031 · “Roll payments back” for payments (production) · INC-0042',
      }),
    ).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(
      'Waits for approval Waits for somebody to agree.',
    );
    const plan = await region('What exactly will run');
    expect(plan.getByText('deployment/shop/payments')).toBeVisible();
    expect(
      plan.getByRole('row', { name: 'restarted at never now' }),
    ).toBeVisible();
    const evidence = await region('What it rests on');
    expect(
      evidence.getByRole('link', { name: 'availability' }),
    ).toHaveAttribute('href', '/slo/objectives/availability');
    expect(evidence.queryByRole('link', { name: 'not a link' })).toBeNull();
    const checks = (await region('What had to hold')).getAllByRole('listitem');
    expect(checks.map(each => each.textContent)).toEqual([
      '✓The burn rate is 14×; above 6× is wanted.',
      '✓Nobody has switched it off.',
      '✓Acts of this policy in an hour: 0 of 3.',
      '✗It touches 9 entities; at most 5 may be.',
    ]);
    expect(
      within(checks[3]).getByRole('img', { name: 'does not hold:' }),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('is approved with a comment, and shows its run, verification and what came next', async () => {
    const user = userEvent.setup();
    renderScreen({ path: page });
    const approval = await region('Approval');
    expect(approval.getByText(/^Until/)).toHaveTextContent(
      /^Until .* \(in 2[78]\smin\)$/,
    );
    await user.type(approval.getByRole('textbox'), 'go on');
    await user.click(approval.getByRole('button', { name: 'Approve' }));
    expect(
      await screen.findByText('Approved by ana.', { exact: false }),
    ).toBeVisible();
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/attempts/REM-0031/decision',
        body: { approve: true, comment: 'go on' },
      },
    ]);
    Object.assign(world.remediation.attempts[0], {
      state: 'escalated',
      said: say('attempt.escalated', 'A person …', { why: 'It got worse.' }),
      executionId: 'RUN-0017',
      nextId: 'REM-0032',
      escalatedTo: [OTHER],
      verification: {
        verdict: 'worse',
        said: say('verification.worse', 'It got worse.'),
        readings: [
          {
            objective: 'slo:default/availability',
            title: 'availability',
            before: 14,
            now: 20,
            at: ago(world.now, 1),
          },
        ],
      },
    });
    const verification = within(
      await screen.findByRole('region', { name: 'Whether users recovered' }),
    );
    expect(verification.getByText('It got worse')).toBeVisible();
    expect(
      verification.getByRole('row', { name: /^availability 14.* 20/ }),
    ).toBeVisible();
    expect(screen.getByRole('status')).toHaveTextContent(
      'A person has to take over. It got worse.',
    );
    expect(screen.getByRole('link', { name: 'RUN-0017' })).toHaveAttribute(
      'href',
      '/runbooks/runs/RUN-0017',
    );
    expect(screen.getByRole('link', { name: 'REM-0032' })).toBeVisible();
    expect(screen.getByText('Handed to').parentElement).toHaveTextContent(
      'ben',
    );
  });

  it('tells who may decide to whoever may not, and that it ran out', async () => {
    const [first] = world.remediation.attempts;
    first.may = { decide: MAY_NOT };
    const { unmount } = renderScreen({ path: page });
    expect(
      await screen.findByText(/Only team-payments may do this\./),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    unmount();
    first.approval = {
      state: 'waiting',
      until: ago(world.now, 1),
      approvers: [OWNER],
    };
    renderScreen({ path: page });
    expect(
      await screen.findByText(/nobody can decide it any more/),
    ).toBeVisible();
  });

  it('says in words why it was held back, in Spanish', async () => {
    const [first] = world.remediation.attempts;
    first.state = 'refused';
    first.said = say('attempt.refused', 'Not done: Touches 9 entities', {
      why: say('limit.blast-radius', 'Touches 9 entities', {
        have: 9,
        most: 5,
      }),
    });
    renderScreen({ path: page, language: 'es' });
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'Retenido No se hizo: Toca 9 entidades; se permiten como mucho 5.',
      ),
    );
  });

  it('that does not exist is told as that', async () => {
    renderScreen({ path: `${path}/attempts/REM-9999` });
    expect(await screen.findByText(/No REM-9999/)).toBeVisible();
  });
});

it('a link to a policy is to its page', async () => {
  renderScreen({ path });
  expect(
    (await region('2 policies')).getByRole('link', {
      name: 'Roll back a new version',
    }),
  ).toHaveAttribute(
    'href',
    `/runbooks/remediation/policies/${ROLLBACK.replace('/', ':')}`,
  );
});
