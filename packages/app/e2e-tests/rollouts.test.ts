import { expect, test, type Page } from '@playwright/test';
import {
  deliveryAsGuest,
  deploymentsOf,
  expectAccessible,
  rolloutOf,
  theatre,
  visit,
} from './portal';

/*
 * Canaries of ledger, which the guest's team owns. Its name lets this file run after the others: what
 * fails here burns a little of the budgets that they look at.
 */
const minutes = 60_000;
const tab = '/catalog/default/component/ledger/delivery';

test.describe.configure({ mode: 'serial' });

const panelOf = (page: Page) =>
  page.getByRole('region', { name: 'Rollout', exact: true });

/** Keeps all that the panel says from now on, however briefly. */
async function listen(page: Page): Promise<() => Promise<string>> {
  const kept = await page.evaluateHandle(() => {
    const said: string[] = [];
    new MutationObserver(() => {
      const text = document
        .querySelector('meter')
        ?.closest('section')?.innerText;
      if (text && text !== said.at(-1)) said.push(text);
    }).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
    return said;
  });
  return () => kept.evaluate(said => said.join('\n'));
}

const state = async () => (await rolloutOf('ledger'))?.state;

test('a good version is shown to a quarter, and its owner promotes it to everybody', async ({
  page,
}) => {
  test.setTimeout(3 * minutes);
  await visit(page, tab);
  const owner = await deliveryAsGuest();
  await owner.request('post', '/v1/rollouts', {
    body: {
      entityRef: 'component:default/ledger',
      environment: 'production',
      image: 'registry.theatre.example/ledger:2.3.4',
      strategy: {
        type: 'canary',
        steps: [
          { weight: 25, seconds: 30 },
          { weight: 50, seconds: 15 },
          { weight: 100, seconds: 10 },
        ],
      },
    },
  });

  const panel = panelOf(page);
  await expect(panel).toContainText('Make Deployment ledger-canary');
  await expect(panel).toContainText('25% of the traffic');
  await expect(panel.getByRole('meter')).toHaveAttribute('value', '25');
  expect(theatre('status')).toMatch(/ledger .*2\.3\.3.* canary 2\.3\.4 × 1/);
  // Old and new side by side, each with what was counted of it.
  for (const measure of [/error rate/i, /p95/i, /cpu/i, /memory/i])
    await expect(
      panel.getByRole('row', { name: measure }).getByText(/n [1-9]/),
    ).toHaveCount(2);
  await expectAccessible(page);

  // So few buyers do not tell whether it is as good as the old one: a person has to.
  await expect(panel.getByRole('status')).toContainText(
    /Somebody has to decide.*Too little traffic to decide/,
    { timeout: 90_000 },
  );
  await expect(panel.getByRole('meter')).toHaveAttribute('value', '50');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Promote', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Promote' }).click();
  await expect(dialog).toBeHidden();

  await expect.poll(state, { timeout: 90_000 }).toBe('succeeded');
  const { weight, requestedBy } = (await rolloutOf('ledger'))!;
  expect({ weight, requestedBy }).toEqual({
    weight: 100,
    requestedBy: 'user:default/guest',
  });
  await expect(panel).toBeHidden();
  await expect(
    page.getByRole('row', { name: /2\.3\.4.*runs now.*deployment/ }),
  ).toContainText('Succeeded');
  expect(theatre('status')).toMatch(/ledger +good +2\.3\.4 /);
  expect(theatre('status')).not.toContain('canary');
});

test('a version that fails is found at a quarter and taken back, while the old one goes on serving', async ({
  page,
}) => {
  test.setTimeout(3 * minutes);
  await visit(page, tab);
  const heard = await listen(page);
  expect(theatre('ship', 'ledger', '--canary', '--failing')).toContain(
    'ledger: 2.3.5-failing goes out as a canary',
  );

  const panel = panelOf(page);
  await expect(panel).toContainText('25% of the traffic');
  await expectAccessible(page);

  await expect.poll(state, { timeout: 90_000 }).toBe('rolled-back');
  const rollout = (await rolloutOf('ledger'))!;
  expect(rollout.said.text).toMatch(
    /2\.3\.5-failing was taken back; 2\.3\.4 has all the traffic\. [\d.]+ % of \d+ requests fail with the new version/,
  );
  // With the old one nothing failed, and never had more than a quarter the new one.
  expect(rollout.analysis[0]).toMatchObject({
    metric: 'error_rate',
    verdict: 'fail',
    baseline: { value: 0, n: expect.any(Number) },
  });
  expect(theatre('status')).toMatch(/ledger +good +2\.3\.4 /);
  expect(theatre('status')).not.toContain('canary');

  await expect(panel).toBeHidden();
  const said = await heard();
  expect(said).toMatch(/error rate.*\d% \(n \d+\).*\d% \(n \d+\)/s);
  expect(said).not.toMatch(/(50|100)% of the traffic/);

  // Nobody was asked, and the history says what happened.
  const [back, failed] = await deploymentsOf('ledger');
  expect(back).toMatchObject({
    kind: 'rollback',
    version: '2.3.4',
    outcome: 'succeeded',
    startedBy: { kind: 'policy' },
    rollbackOf: failed.id,
  });
  expect(failed).toMatchObject({ version: '2.3.5-failing', outcome: 'failed' });
  await expect(
    page.getByRole('row', { name: /2\.3\.4.*runs now.*rollback/ }),
  ).toContainText('Succeeded');
  await expect(
    page.getByRole('row', { name: /2\.3\.5-failing.*deployment/ }).first(),
  ).toContainText('Failed');
  await expectAccessible(page);
});
