import { expect, test } from '@playwright/test';
import { ClaudeApi, plainReply } from '@ghostlight/theatre';
import {
  api,
  connectAgent,
  delivery,
  deploymentsOf,
  expectAccessible,
  incidents,
  incidentsOf,
  objectivesOf,
  theatre,
  visit,
} from './portal';

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
        // Some are read before others.
        const objectives = await objectivesOf('payments');
        return objectives.length > 1
          ? Math.min(...objectives.map(({ budget }) => budget.coverage))
          : 0;
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

test('one incident is opened for it: payments is the origin, those that call it are symptoms', async () => {
  test.setTimeout(4 * minutes);
  const refs = (role: string) => async () =>
    (await incidentsOf('payments'))[0]?.entities
      .filter(entity => entity.role === role)
      .map(({ entityRef }) => entityRef)
      .sort();
  await expect
    .poll(refs('symptom'), { timeout: 3 * minutes })
    .toEqual(['component:default/checkout', 'component:default/storefront']);
  expect(await refs('origin')()).toEqual(['component:default/payments']);
  const all = await incidentsOf('payments');
  expect(all).toHaveLength(1);
  expect(all[0]).toMatchObject({
    severity: 'SEV2',
    owner: 'group:default/payments',
    origin: {
      entityRef: 'component:default/payments',
      confidence: 'high',
      changeTitle: expect.stringContaining('2.3.4-failing'),
    },
  });
  // The symptoms made no incident of their own, nor a page for those who can do nothing.
  for (const caller of ['checkout', 'storefront'])
    expect((await incidentsOf(caller)).map(({ id }) => id)).toEqual([
      all[0].id,
    ]);
  await expect
    .poll(async () => (await incidentsOf('payments'))[0]?.budgetMinutes ?? 0, {
      timeout: 2 * minutes,
    })
    .toBeGreaterThan(0);
  await expect
    .poll(async () => {
      const { data } = await incidents.request('get', '/v1/notifications', {
        params: { query: { incident: all[0].id } },
      });
      return data?.items.map(({ kind, state }) => `${kind} ${state}`);
    })
    .toEqual(['opened sent']);
});

test('its page says what, since when, whose it is and what it cost, and takes what is done', async ({
  page,
}) => {
  const [{ id }] = await incidentsOf('payments');
  await visit(page, '/catalog/default/component/payments');
  const card = page.getByRole('region', { name: 'Incidents' });
  await expect(card).toContainText('1 open');
  await expect(card).toContainText(/On call: Guest/);
  await expectAccessible(page, `section:has(a[href="/incidents/${id}"])`);
  await card.getByRole('link', { name: id }).click();

  await expect(
    page.getByText(
      /Likely origin: payments \(payments 2\.3\.4-failing, .* before the first symptom\)\. (Checkout and Storefront|Storefront and Checkout) are symptoms\./,
    ),
  ).toBeVisible();
  await expect(page.getByText(/min of error budget/)).toBeVisible();
  await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await expect
    .poll(async () => (await incidentsOf('payments'))[0].acknowledgedBy)
    .toBe('user:default/guest');
  await page
    .getByRole('textbox', { name: /note|know/i })
    .fill('Rolling back to **2.3.3**');
  await page.keyboard.press('Control+Enter');
  await expect(
    page
      .locator('p', { hasText: 'Rolling back to 2.3.3' })
      .locator('strong', { hasText: '2.3.3' }),
  ).toBeVisible();
  await expectAccessible(page);
});

test('why it happened is said at once, and Claude may be asked, whose claims cite records', async ({
  page,
}) => {
  test.setTimeout(4 * minutes);
  const [{ id }] = await incidentsOf('payments');
  await visit(page, `/incidents/${id}`);
  const why = page.getByRole('region', { name: 'Why', exact: true });
  await expect(why).toContainText(/payments/i);
  const chip = why.getByRole('button', { name: /^E\d+/ }).first();
  await chip.click();
  await expect(page).toHaveURL(/evidence=E\d+/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  // Nobody answers at the address of the model: what was found stands, and it is said why.
  const ask = page.getByRole('button', { name: /^Ask Claude/ }).first();
  await ask.click();
  await expect(
    page.getByText('The ranking above stands without it.'),
  ).toBeVisible({ timeout: minutes });

  const claude = await ClaudeApi.start({
    port: Number(new URL(process.env.ANTHROPIC_BASE_URL!).port),
    apiKey: process.env.ANTHROPIC_API_KEY,
    // It thinks for a while, so that one sees how far it is.
    script: request => ({ ...plainReply(request), delayMs: 3_000 }),
  });
  try {
    await page
      .getByRole('button', { name: /^Ask Claude/ })
      .first()
      .click();
    await expect(
      page
        .getByRole('list', { name: 'Stages of the analysis' })
        .getByText('Asking the model'),
    ).toHaveAttribute('aria-current', 'step', { timeout: minutes });
    const analysis = page.getByRole('region', {
      name: 'What Claude makes of it',
    });
    await expect(analysis).toContainText('Was it right?', {
      timeout: 2 * minutes,
    });
    await expect(analysis).toContainText(/claude-sonnet-5-5/);
    await expectAccessible(page);
    const [request] = claude.requests();
    expect(JSON.stringify(request.messages)).toContain('payments');
    expect(JSON.stringify(request.system)).not.toContain('payments');

    await visit(page, `/incidents/${id}?part=alerts`);
    await page.getByText('Have the alerts looked through').click();
    const review = page.getByRole('region', {
      name: 'Have the alerts looked through',
    });
    await review.getByRole('button', { name: /about these alerts$/ }).click();
    await expect(review).toContainText('Look first', { timeout: minutes });
    await expectAccessible(page);
  } finally {
    await claude.stop();
  }
  await visit(page, `/incidents/${id}`, { language: 'es', theme: 'dark' });
  await expect(
    page.getByRole('region', { name: 'Por qué', exact: true }),
  ).toBeVisible();
  await expectAccessible(page);
});

test('an agent reads the same over MCP, and can do no more than propose', async () => {
  const [{ id }] = await incidentsOf('payments');
  const entityRef = 'component:default/payments';
  const { tools, call, close } = await connectAgent();
  const acting = tools.filter(({ annotations }) => !annotations?.readOnlyHint);
  expect(acting.map(({ name }) => name)).toEqual(['sre-propose-remediation']);
  expect(acting[0].annotations?.destructiveHint).toBe(false);

  const listed = await call('sre-incidents-list', { entityRef });
  expect(listed.incidents).toContainEqual(expect.objectContaining({ id }));
  const { incident } = await call('sre-incident-get', { id });
  expect(incident.originRef).toBe(entityRef);
  const { verdict, suspects, evidence } = await call('sre-evidence-get', {
    id,
  });
  expect(verdict).toMatch(/identified|probable/);
  expect(suspects[0].entityRef).toBe(entityRef);
  const known = evidence.map(item => item.id);
  expect(known).toEqual(expect.arrayContaining(suspects[0].supporting));
  expect(await call('sre-similar-incidents', { id })).toEqual({
    incidents: expect.any(Array),
  });
  const { owners } = await call('sre-oncall', { entityRef });
  expect(owners.length).toBeGreaterThan(0);
  const { objectives } = await call('sre-slo-status', { entityRef });
  expect(objectives).toContainEqual(
    expect.objectContaining({ status: 'critical' }),
  );
  expect(await call('sre-gate', { entityRef })).toMatchObject({
    verdict: 'deny',
  });
  const { changes } = await call('sre-changes', { entityRefs: [entityRef] });
  expect(changes[0]).toMatchObject({ version: '2.3.4-failing' });
  const { runbooks: found } = await call('sre-runbook-search', {
    incidentId: id,
  });
  expect(found[0].because.length).toBeGreaterThan(0);

  const proposal = {
    incidentId: id,
    entityRef,
    action: 'kubernetes:restart-rollout',
    reason: 'E1: errors since the new version',
    key: 'agent-1',
  };
  const first = await call('sre-propose-remediation', proposal);
  expect(first.state).toBe('waiting-approval');
  const second = await call('sre-propose-remediation', proposal);
  expect(second.attemptId).toBe(first.attemptId);
  await close();
});

test('what came in, who is on call and what was learned each have a page', async ({
  page,
}) => {
  const [{ id }] = await incidentsOf('payments');
  for (const [path, text] of [
    ['/incidents', id],
    ['/incidents/alerts', /payments: 5xx above 5 %/],
    ['/incidents/on-call', /Inés Ortega/],
    ['/incidents/learning', /not enough data/i],
  ] as const) {
    await visit(page, path);
    await expect(page.getByRole('main').getByText(text).first()).toBeVisible();
    await expectAccessible(page);
  }
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
  const [{ id }] = await incidentsOf('payments');
  await page.goto(`/incidents/${id}`);
  await expect(page.getByText(/Origen probable: payments/)).toBeVisible();
  await expectAccessible(page);
});

test('the keyboard alone reaches an objective from the Reliability page', async ({
  page,
}) => {
  await visit(page, '/reliability');
  await expect(
    page.getByRole('row', { name: /payments.*availability/ }),
  ).toBeVisible();
  // Nobody presses the next key before the focus is seen.
  const focused = (row: 'first' | 'last') =>
    expect(page.locator('[data-index]')[row]()).toBeFocused();
  await page.locator('[data-index]').first().focus();
  await page.keyboard.press('End');
  await focused('last');
  await page.keyboard.press('Home');
  await focused('first');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/catalog\/default\/.*\/slo/);
});

test('its watch saw it fail, and the Delivery tab says so', async ({
  page,
}) => {
  test.setTimeout(4 * minutes);
  const watch = async () =>
    (await deploymentsOf('payments'))[0].watch?.state ?? 'none';
  await expect.poll(watch, { timeout: 3 * minutes }).toBe('failed');
  await visit(page, '/catalog/default/component/payments/delivery');
  await expect(
    page.getByRole('row', { name: /2\.3\.4-failing/ }).first(),
  ).toBeVisible();
  await expectAccessible(page);
  const { data: gate } = await delivery.request('get', '/v1/gate', {
    params: {
      query: {
        entityRef: 'component:default/payments',
        environment: 'production',
        version: '2.3.5',
      },
    },
  });
  expect(gate).toMatchObject({
    verdict: 'deny',
    signature: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
  });
});

test('who does not own a service cannot roll it back, and is told who may', async ({
  page,
}) => {
  // One version is all that search ever ran; the guest is of the payments team.
  theatre('break', 'search', '--how', 'slow');
  await expect
    .poll(async () => (await deploymentsOf('search'))[0].version)
    .toBe('2.3.4-slow');
  await visit(
    page,
    '/delivery/rollback?entityRef=component:default/search&environment=production',
  );
  await expect(page.getByText(/Discovery|discovery/).first()).toBeVisible();
  await page.getByRole('textbox', { name: /reason/i }).fill('It is slow');
  await expect(
    page.getByRole('button', { name: /roll back to 2\.3\.3/i }),
  ).toBeDisabled();
  theatre('fix', 'search');
});

test('the owner rolls payments back from its incident', async ({ page }) => {
  test.setTimeout(8 * minutes);
  const [{ id }] = await incidentsOf('payments');
  await visit(page, `/incidents/${id}`);
  await page.getByRole('link', { name: /plan rollback/i }).click();
  await expect(page).toHaveURL(/\/delivery\/rollback/);
  const main = page.getByRole('main');
  await expect(main).toContainText('2.3.4-failing');
  await expect(main).toContainText(/image of app/);
  await expect(main).toContainText(id);
  await expectAccessible(page);
  await page
    .getByRole('textbox', { name: /reason/i })
    .fill('5xx since 2.3.4-failing');
  await page.getByRole('button', { name: /roll back to 2\.3\.3/i }).click();

  await expect(page).toHaveURL(/\/delivery\/rollbacks\/RB-/);
  await expect(
    page.getByText(/2\.3\.3 runs again, and users have recovered/),
  ).toBeVisible({ timeout: 6 * minutes });
  await expectAccessible(page);

  const [now, failed] = await deploymentsOf('payments');
  expect(now).toMatchObject({
    kind: 'rollback',
    version: '2.3.3',
    active: true,
    startedBy: { kind: 'ghostlight' },
    rollbackOf: failed.id,
  });
  expect(failed.failedBecause.map(({ kind }) => kind)).toContain('rollback');
  // The incident has it in its record.
  await expect
    .poll(async () => {
      const { data } = await incidents.request(
        'get',
        '/v1/incidents/{incidentId}/timeline',
        { params: { path: { incidentId: id } } },
      );
      return data?.items.map(({ text }) => text).join(' ');
    })
    .toContain(now.rollbackId);
  const { data: dora } = await delivery.request('get', '/v1/dora', {
    params: { query: { entityRef: 'component:default/payments' } },
  });
  expect(dora?.failures.map(({ version }) => version)).toEqual([
    '2.3.4-failing',
  ]);
  expect(dora?.changeFailureRate.n).toBe(2);
});

test('the service that was rolled back heals', async ({ page }) => {
  test.setTimeout(10 * minutes);
  await visit(page, `${tab}?objective=slo:default/payments-availability`);
  const burn = page.getByRole('table', { name: /burn/i }).first();
  await expect(burn.getByRole('row', { name: /page.*1 h/i })).not.toContainText(
    'Firing',
    { timeout: 9 * minutes },
  );
  expect((await availability())?.pairs[0].state).not.toBe('firing');
});

test('its incident is resolved, and the metrics know of it', async ({
  page,
}) => {
  test.setTimeout(3 * minutes);
  const [{ id }] = await incidentsOf('payments');
  const symptoms = async () => {
    const { data } = await incidents.request('get', '/v1/alerts', {
      params: { query: { incident: id } },
    });
    return data!.items
      .filter(({ adapter }) => adapter === 'alertmanager')
      .map(({ status }) => status);
  };
  // Through the real Alertmanager, which tells of the end too. A busy machine is slow besides.
  expect((await symptoms()).length).toBeGreaterThanOrEqual(3);
  await expect
    .poll(async () => (await symptoms()).every(each => each === 'resolved'), {
      timeout: 2 * minutes,
    })
    .toBe(true);

  await visit(page, `/incidents/${id}`);
  await page.getByRole('button', { name: 'Resolved' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /resolve/i }).click();
  await expect(dialog).toBeHidden();
  expect(await incidentsOf('payments')).toEqual([]);
  const { data: metrics } = await incidents.request('get', '/v1/metrics', {
    params: { query: { entityRef: 'component:default/payments' } },
  });
  expect(metrics).toMatchObject({
    incidents: 1,
    acknowledge: { n: 1 },
    resolve: { n: 1, enough: false },
  });
  // “Nothing resolved silently after it was notified.”
  await expect
    .poll(async () => {
      const { data } = await incidents.request('get', '/v1/notifications', {
        params: { query: { incident: id } },
      });
      return data?.items.map(({ kind }) => kind);
    })
    .toContain('resolved');
});

test('a version of search that fails is undone without asking', async ({
  page,
}) => {
  test.setTimeout(9 * minutes);
  theatre('break', 'search');
  const rollback = async () => {
    const { data } = await delivery.request('get', '/v1/rollbacks', {
      params: { query: { entityRef: ['component:default/search'] } },
    });
    return data?.items.find(({ automatic }) => automatic);
  };
  await expect
    .poll(async () => (await rollback())?.state, { timeout: 8 * minutes })
    .toBe('succeeded');
  const { id, to } = (await rollback())!;
  expect(to.version).toBe('2.3.3');
  expect(theatre('status')).toMatch(/search.*good/);
  await visit(page, `/delivery/rollbacks/${id}`, {
    language: 'es',
    theme: 'dark',
  });
  await expect(page.getByRole('main')).toContainText(id);
  await expectAccessible(page);
});

test('a call without a token is refused', async () => {
  const url = `http://localhost:${process.env.GHOSTLIGHT_PORT}/api/slo/v1/objectives`;
  expect((await fetch(url)).status).toBe(401);
  const wrong = await fetch(url, {
    headers: { authorization: 'Bearer wrong-token' },
  });
  expect(wrong.status).toBe(401);
});
