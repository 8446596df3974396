import { chromium, expect, type Page } from '@playwright/test';
import { chromiumOptions } from '../chromium';

/** Goes from the catalog to the SLO tab as a guest would, reads it and takes its picture. */
export function readTab(url: string, picture: string) {
  return visit(url, picture, async (page, shown) => {
    await page.getByRole('link', { name: 'example-website' }).first().click();
    // Both families are in the group `operation`, which is a menu then.
    await page.getByRole('button', { name: 'Operation', exact: true }).click();
    await page.getByRole('menuitemradio', { name: 'SLO', exact: true }).click();
    await shown(/example-website keeps its/);
    await shown('Error budget left');
    await shown(/Releases of example-website/);
  });
}

/** Goes to the incidents by the side bar, and opens the one that is there. */
export function readIncident(url: string, picture: string) {
  return visit(url, picture, async (page, shown) => {
    await page.getByRole('link', { name: 'Incidents' }).first().click();
    await shown(/1 incident is open|1 open incident/);
    await page.getByRole('link', { name: 'INC-0001' }).first().click();
    await shown(/(Likely|Possible) origin: example-website/);
    await shown(/^Opened as SEV2/);
    await shown('nobody');
    // Suspects are ranked without a model; why there is none is told.
    await page.getByRole('list', { name: /^Suspects/ }).waitFor();
    await shown(/No key for the model is configured/);
  });
}

/** Goes to the entity's delivery tab, which has the version that was told of. */
export function readDelivery(url: string, picture: string, version: string) {
  return visit(url, picture, async (page, shown) => {
    await page.goto(
      `${url}/catalog/default/component/example-website/delivery`,
    );
    await shown(version);
  });
}

/** Goes to the runbooks by the side bar, and opens the one that is there. */
export function readRunbook(url: string, picture: string) {
  return visit(url, picture, async (page, shown) => {
    await page.getByRole('link', { name: 'Runbooks' }).first().click();
    await page
      .getByRole('link', { name: 'The website answers errors' })
      .first()
      .click();
    await shown('Look whether the host is up');
  });
}

async function visit(
  url: string,
  picture: string,
  read: (
    page: Page,
    shown: (text: string | RegExp) => Promise<void>,
  ) => Promise<void>,
) {
  const browser = await chromium.launch(chromiumOptions());
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1100 },
  });
  page.setDefaultTimeout(60_000);
  try {
    await page.goto(url);
    await page.getByRole('button', { name: 'Enter' }).click();
    // Who goes on before being let in is nobody there.
    await page.getByRole('link', { name: 'Settings' }).first().waitFor();
    await read(page, text =>
      expect(page.getByText(text).first()).toBeVisible({ timeout: 60_000 }),
    );
  } finally {
    // Also when it failed: the picture says why.
    await page.screenshot({ path: picture });
    await browser.close();
  }
}
