import { chromium, expect } from '@playwright/test';
import { findProgram } from '../process';

/** Goes from the catalog to the SLO tab as a guest would, reads it and takes its picture. */
export async function readTab(url: string, picture: string) {
  const browser = await chromium.launch({
    executablePath: findProgram('chromium'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  try {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 1000 },
    });
    page.setDefaultTimeout(60_000);
    await page.goto(url);
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByRole('link', { name: 'example-website' }).first().click();
    await page.getByRole('tab', { name: 'SLO' }).click();
    const tab = page.getByRole('main');
    await expect(tab).toContainText('Example availability', {
      timeout: 60_000,
    });
    await page.screenshot({ path: picture, fullPage: true });
  } finally {
    await browser.close();
  }
}
