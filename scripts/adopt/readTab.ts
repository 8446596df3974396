import { chromium, expect } from '@playwright/test';
import { chromiumOptions } from '../chromium';

/** Goes from the catalog to the SLO tab as a guest would, reads it and takes its picture. */
export async function readTab(url: string, picture: string) {
  const browser = await chromium.launch(chromiumOptions());
  const page = await browser.newPage({
    viewport: { width: 1440, height: 1100 },
  });
  page.setDefaultTimeout(60_000);
  const shown = (text: string | RegExp) =>
    expect(page.getByText(text).first()).toBeVisible({ timeout: 60_000 });
  try {
    await page.goto(url);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'example-website' }).first().click();
    await page.getByRole('link', { name: 'SLO', exact: true }).click();
    await shown(/example-website keeps its/);
    await shown('Error budget left');
    await shown(/Releases of example-website/);
  } finally {
    // Also when it failed: the picture says why.
    await page.screenshot({ path: picture });
    await browser.close();
  }
}
