import { expect, test } from '@playwright/test';
import { api, expectAccessible, objectivesOf, theatre, visit } from './portal';

const tab = '/catalog/default/component/payments/slo';
const minutes = 60_000;

const availability = async () =>
  (await objectivesOf('payments')).find(({ ref }) =>
    ref.endsWith('payments-availability'),
  );

test.describe.configure({ mode: 'serial' });

test('a fleet that was just started has 30 days of measured objectives', async () => {
  test.setTimeout(5 * minutes);
  await expect
    .poll(
      async () => {
        const [worst] = await objectivesOf('payments');
        return worst?.budget.coverage ?? 0;
      },
      { timeout: 4 * minutes, intervals: [2_000] },
    )
    .toBeGreaterThan(0.9);
  const objectives = await objectivesOf('payments');
  expect(objectives.map(({ status }) => status)).toEqual(
    objectives.map(() => 'healthy'),
  );
});

test('payments turns from healthy to critical when it is broken, and its releases are halted', async ({
  page,
}) => {
  test.setTimeout(8 * minutes);
  await visit(page, `${tab}?objective=slo:default/payments-availability`);
  await expect(
    page.getByText(/payments keeps its availability objective/),
  ).toBeVisible();
  await expectAccessible(page);

  expect(theatre('break', 'payments')).toContain('2.3.4-failing');

  // The page is not touched again: it turns by itself.
  await expect(
    page.getByText(/payments is burning its availability budget/),
  ).toBeVisible({
    timeout: 6 * minutes,
  });
  const burn = page.getByRole('table', { name: /burn/i }).first();
  await expect(burn.getByRole('row', { name: /page.*1 h/i })).toContainText(
    'Firing',
  );
  await expect(
    page.getByText('Releases of payments are halted.'),
  ).toBeVisible();
  await expectAccessible(page);

  expect(await availability()).toMatchObject({
    status: 'critical',
    reason: 'page-burn',
  });
  const { data: gate } = await api.request('get', '/v1/gate', {
    params: { query: { entityRef: 'component:default/payments' } },
  });
  expect(gate?.verdict).toBe('deny');
  const { data: alerts } = await api.request('get', '/v1/alerts', {
    params: {
      query: { entityRef: 'component:default/payments', state: 'firing' },
    },
  });
  expect(alerts?.items.map(({ pair }) => pair)).toContain('page-1h');
});

test('the overview card and the Reliability page name the service that burns', async ({
  page,
}) => {
  await visit(page, '/catalog/default/component/payments');
  const card = page
    .locator('article, section, div')
    .filter({ hasText: /^Reliability/ })
    .first();
  await expect(card).toContainText('Critical');

  await visit(page, '/reliability');
  await expect(
    page.getByRole('heading', { name: /of \d+ services (is|are) burning/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: /\d+ critical/ }).click();
  await expect(page).toHaveURL(/status=critical|state=critical/);
  await expect(
    page.getByRole('row', { name: /payments.*availability/ }),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /Healthy/ })).toHaveCount(0);
  await expectAccessible(page);

  // The address is the view.
  await page.reload();
  await expect(
    page.getByRole('row', { name: /payments.*availability/ }),
  ).toBeVisible();
  await expect(page.getByRole('row', { name: /Healthy/ })).toHaveCount(0);
});

test('an owner overrides the gate for a reason, and takes it back', async ({
  page,
}) => {
  await visit(page, tab);
  await page.getByRole('button', { name: 'Override until…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('hot fix for the failing release');
  await dialog.getByRole('button', { name: 'Set override' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/hot fix for the failing release/)).toBeVisible();
  const entityRef = 'component:default/payments';
  const gate = () =>
    api.request('get', '/v1/gate', { params: { query: { entityRef } } });
  expect((await gate()).data?.verdict).toBe('allow');
  await page.getByRole('button', { name: 'Revoke the override' }).click();
  await expect.poll(async () => (await gate()).data?.verdict).toBe('deny');
});

test('the screens speak Spanish and are legible in the dark', async ({
  page,
}) => {
  await visit(page, `${tab}?objective=slo:default/payments-availability`, {
    language: 'es',
    theme: 'dark',
  });
  await expect(
    page.getByText(/payments está consumiendo su presupuesto/),
  ).toBeVisible();
  await expectAccessible(page);
  await page.goto('/reliability');
  await expect(
    page.getByRole('heading', {
      name: /servicios.*consumiendo su presupuesto/,
    }),
  ).toBeVisible();
  await expectAccessible(page);
});

test('the keyboard alone reaches an objective from the Reliability page', async ({
  page,
}) => {
  await visit(page, '/reliability');
  await expect(
    page.getByRole('row', { name: /payments.*availability/ }),
  ).toBeVisible();
  await page.getByRole('row').nth(1).focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/catalog\/default\/.*\/slo/);
});

test('the fixed service heals', async ({ page }) => {
  test.setTimeout(10 * minutes);
  expect(theatre('fix', 'payments')).toContain('2.3.3');
  await visit(page, `${tab}?objective=slo:default/payments-availability`);
  const burn = page.getByRole('table', { name: /burn/i }).first();
  await expect(burn.getByRole('row', { name: /page.*1 h/i })).not.toContainText(
    'Firing',
    { timeout: 9 * minutes },
  );
  expect((await availability())?.pairs[0].state).not.toBe('firing');
});

test('a call without a token is refused', async () => {
  const url = `http://localhost:${process.env.GHOSTLIGHT_PORT}/api/slo/v1/objectives`;
  expect((await fetch(url)).status).toBe(401);
  const wrong = await fetch(url, {
    headers: { authorization: 'Bearer wrong-token' },
  });
  expect(wrong.status).toBe(401);
});
