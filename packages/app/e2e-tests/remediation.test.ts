import { expect, test, type Page } from '@playwright/test';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  attempt,
  attemptsOf,
  expectAccessible,
  messages,
  resolveIncidents,
  runbooks,
  theatre,
  timelineOf,
  visit,
} from './portal';

/*
 * Recommendations, which nobody depends on to buy. The guest is of the team that owns them, and on call for
 * them. Objectives are counted in whole minutes: a recovery is seen one to three minutes after it.
 */
const minutes = 60_000;
const rollBack = 'recommendations-roll-back';
const slow = 'recommendations-slow';

test.describe.configure({ mode: 'serial' });

const pageOf = (id: string) => `/runbooks/remediation/attempts/${id}`;

/** Waits until a policy has proposed more than it had. */
async function nextOf(policy: string, known: number, timeout: number) {
  await expect
    .poll(async () => (await attemptsOf(policy)).length, { timeout })
    .toBe(known + 1);
  const [latest] = await attemptsOf(policy);
  return latest;
}

const stateOf = (id: string) => async () => (await attempt(id)).state;

/** Connections that were closed meanwhile are noticed before they are used again. */
async function ship(...args: string[]) {
  theatre(...args);
  await sleep(50);
}

/** What Slack holds, one message after the other. */
const told = async () =>
  (await messages()).map(({ text, blocks }) => [text, ...blocks].join(' '));

async function approve(page: Page, id: string) {
  const card = page.getByRole('main').getByRole('article');
  await card.getByRole('textbox', { name: 'Comment' }).fill('Go ahead');
  await card.getByRole('button', { name: 'Approve', exact: true }).click();
  await expect
    .poll(stateOf(id), { timeout: minutes })
    .toMatch(/running|verifying|verified/);
}

test.beforeAll(async () => {
  await resolveIncidents();
});

test.afterAll(async () => {
  await ship('fix', 'recommendations');
  await resolveIncidents();
});

test('a policy proposes to take back a version that fails, and a second person agrees', async ({
  page,
}) => {
  test.setTimeout(14 * minutes);
  await ship('break', 'recommendations');
  const { id, incidentId = '' } = await nextOf(rollBack, 0, 5 * minutes);
  const proposed = await attempt(id);
  expect(proposed).toMatchObject({
    state: 'waiting-approval',
    mode: 'approve',
    proposedBy: `remediationpolicy:default/${rollBack}`,
    approval: { approvers: ['group:default/machine-learning'] },
  });

  // The portal tells who may agree; there is what would be done, and what that rests on.
  await visit(page, '/notifications');
  await expect(
    page.getByText('Approval needed: Recommendations answer 5xx'),
  ).toBeVisible();
  await page.goto('/runbooks/approvals');
  const card = page.getByRole('article', {
    name: 'Recommendations answer 5xx',
  });
  await expect(card).toContainText('Roll back from 2.3.4-failing to 2.3.3');
  await card.getByText(/What it rests on/).click();
  await expect(card).toContainText('HighErrorRate');
  await expect(card).toContainText(
    /Recommendations availability.*burn rate [1-9]/,
  );
  await expect(card).toContainText('recommendations 2.3.4-failing');
  await expectAccessible(page);

  await card.getByRole('link', { name: 'Recommendations answer 5xx' }).click();
  await expect(page).toHaveURL(new RegExp(`${pageOf(id)}$`));
  await expectAccessible(page);
  await approve(page, id);

  // Its run, live: nobody touches the page again.
  const { executionId } = await attempt(id);
  await page.getByRole('link', { name: executionId }).first().click();
  await expect(page).toHaveURL(new RegExp(`/runbooks/runs/${executionId}$`));
  const main = page.getByRole('main');
  await expect(main).toContainText('Take the new version back');
  await expect(main.getByRole('status').first()).toContainText(
    /watching whether users recover/,
    { timeout: 3 * minutes },
  );
  await expectAccessible(page);
  await expect(main.getByRole('status').first()).toContainText(
    /All was done\./,
    {
      timeout: 5 * minutes,
    },
  );
  await expectAccessible(page);

  const { state, verification, approval } = await attempt(id);
  expect({ state, by: approval?.by }).toEqual({
    state: 'verified',
    by: 'user:default/guest',
  });
  expect(verification).toMatchObject({
    verdict: 'recovered',
    readings: [
      {
        objective: 'slo:default/recommendations-availability',
        now: expect.any(Number),
      },
    ],
  });
  expect(theatre('status')).toMatch(/recommendations +good +2\.3\.3 /);

  // The channel was told, and the incident has it in its record.
  expect(await told()).toContainEqual(
    expect.stringContaining('runs the version before again in production'),
  );
  await expect
    .poll(() => timelineOf(incidentId))
    .toContain('Users have recovered');
  expect(await timelineOf(incidentId)).toContain(executionId);
  await page.goto(`/incidents/${incidentId}`);
  await expect(page.getByRole('link', { name: id }).first()).toBeVisible();
  await resolveIncidents();
  await expect
    .poll(told)
    .toContainEqual(expect.stringMatching(/INC-\d+.*resolved/i));
});

test('once it has earned it, it acts by itself', async ({ page }) => {
  test.setTimeout(14 * minutes);
  await visit(page, '/runbooks/remediation');
  const policy = page.getByRole('listitem').filter({
    hasText: 'Roll back a version of recommendations that fails',
  });
  await expect(policy).toContainText('Acts by itself');

  await ship('break', 'recommendations');
  const { id } = await nextOf(rollBack, 1, 5 * minutes);
  await page.goto(pageOf(id));
  const status = page.getByRole('main').getByRole('status').first();
  await expect(status).toContainText('Recovery seen', {
    timeout: 6 * minutes,
  });
  await expectAccessible(page);
  const { mode, state, approval } = await attempt(id);
  expect({ mode, state, by: approval?.by }).toEqual({
    mode: 'auto',
    state: 'verified',
    by: undefined,
  });
  expect(theatre('status')).toMatch(/recommendations +good +2\.3\.3 /);

  await page.goto('/runbooks/remediation');
  await expect(
    page.getByRole('heading', { name: /2 recoveries were verified/ }),
  ).toBeVisible();
  await expectAccessible(page);
  const { data } = await runbooks.request('get', '/v1/remediation-metrics');
  expect(data?.all).toMatchObject({ tried: 2, succeeded: 2, verified: 2 });
  await resolveIncidents();
});

test('what does not help goes up its ladder, and ends with the person on call', async ({
  page,
}) => {
  test.skip(
    !process.env.GHOSTLIGHT_LONG,
    'two whole verifications take seven minutes; GHOSTLIGHT_LONG=1 runs it',
  );
  test.setTimeout(14 * minutes);
  await ship('break', 'recommendations', '--how', 'slow');
  const restart = await nextOf(slow, 0, 5 * minutes);
  expect(restart.title).toBe('Restart a rollout');
  await visit(page, pageOf(restart.id));
  await approve(page, restart.id);
  const status = page.getByRole('main').getByRole('status').first();
  await expect(status).toContainText('Did not help', { timeout: 5 * minutes });

  const scale = await nextOf(slow, 1, 2 * minutes);
  expect(scale).toMatchObject({ title: 'Scale', rung: 1 });
  await page.getByRole('link', { name: scale.id }).click();
  await expect(page.getByRole('main')).toContainText('from 3 to 4 pods');
  await expect(page.getByRole('main')).toContainText(
    `${restart.id} did not help`,
  );
  await approve(page, scale.id);
  await expect(status).toContainText('Handed to a person', {
    timeout: 5 * minutes,
  });
  await expect(page.getByRole('main')).toContainText(/Handed to\s*guest/i);
  await expectAccessible(page);
  expect(await attempt(scale.id)).toMatchObject({
    state: 'escalated',
    escalatedTo: ['user:default/guest'],
  });

  await visit(page, pageOf(scale.id), { language: 'es', theme: 'dark' });
  await expect(page.getByRole('main')).toContainText(scale.id);
  await expectAccessible(page);

  // Whoever is on call is told, and the incident says who has it now.
  await page.goto('/notifications');
  await expect(
    page.getByText(/Remediation did not help: component:default\/recommend/),
  ).toBeVisible();
  await expect
    .poll(() => timelineOf(scale.incidentId ?? ''))
    .toContain('A person has to take over');
  const { data } = await runbooks.request('get', '/v1/remediation-metrics');
  expect(data?.all).toMatchObject({ ineffective: 2, escalated: 1 });
});
