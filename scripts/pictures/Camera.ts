import {
  chromium,
  expect,
  type Browser,
  type Locator,
  type Page,
} from '@playwright/test';
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromiumOptions } from '../chromium';
import type { Shot } from './Shot';

const WIDTH = 1440;
/** What a reader sees of a long page first; the rest adds weight. */
const TALLEST = 2600;
/** Below the last thing shown. */
const MARGIN = 14;
const HEAVIEST = 250_000;
const PATIENCE = 45_000;

/** Takes pictures of a portal's pages in Chromium, as a guest. */
export class Camera {
  private constructor(
    private readonly browser: Browser,
    private readonly folder: string,
  ) {}

  static async create(folder: string) {
    mkdirSync(folder, { recursive: true });
    const browser = await chromium.launch(chromiumOptions());
    return new Camera(browser, folder);
  }

  /** Answers the picture's size in bytes. Fails when the page never shows what the shot is of. */
  async take(portal: string, shot: Shot): Promise<number> {
    const page = await this.browser.newPage({
      viewport: { width: WIDTH, height: 1000 },
      deviceScaleFactor: 1,
      reducedMotion: 'reduce',
    });
    page.setDefaultTimeout(PATIENCE);
    try {
      await enter(page, portal, shot);
      await expect(page.getByText(shot.shows).first()).toBeVisible({
        timeout: PATIENCE,
      });
      await shot.act?.(page);
      await settle(page);
      const path = join(this.folder, `${shot.name}.png`);
      await frame(page, shot, path);
      const { size } = statSync(path);
      if (size > HEAVIEST)
        throw new Error(`${shot.name}.png has ${size} bytes; clip it`);
      return size;
    } finally {
      await page.close();
    }
  }

  async close() {
    await this.browser.close();
  }
}

async function enter(page: Page, portal: string, shot: Shot) {
  const { language = 'en', theme = 'light' } = shot;
  await page.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('language', chosenLanguage);
      localStorage.setItem('theme', chosenTheme);
    },
    [language, theme],
  );
  await page.goto(`${portal}${shot.path}`);
  // A portal asks who comes in; the plugin's own page does not.
  const button = page.getByRole('button', { name: /^(enter|entrar)$/i });
  const inside = page.locator('main, article').first();
  await expect(button.or(inside).first()).toBeVisible({ timeout: PATIENCE });
  if (await button.isVisible()) await button.click();
}

/** Until nothing is loading any more and the pointer hovers over nothing. */
async function settle(page: Page) {
  await page.mouse.move(WIDTH - 1, 0);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await page.evaluate(() => document.fonts.ready);
  // Transitions end by themselves and tell nobody.
  await page.waitForTimeout(700);
}

async function frame(page: Page, shot: Shot, path: string) {
  const part: Locator | undefined = shot.part?.(page);
  if (part) {
    await part.screenshot({ path, animations: 'disabled' });
    return;
  }
  if (shot.dialog) {
    await page.screenshot({ path, animations: 'disabled' });
    return;
  }
  // The page scrolls inside its frame, so the window is made as tall as what it shows.
  await page.setViewportSize({ width: WIDTH, height: TALLEST });
  await settle(page);
  const end = await shot.until?.(page).boundingBox();
  const bottom = end ? Math.ceil(end.y + end.height) + MARGIN : TALLEST;
  await page.setViewportSize({
    width: WIDTH,
    height: Math.min(bottom, shot.tallest ?? TALLEST),
  });
  await settle(page);
  await page.screenshot({ path, animations: 'disabled' });
}
