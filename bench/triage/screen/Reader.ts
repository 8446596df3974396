import { chromium, type Browser, type Page } from '@playwright/test';
import { chromiumOptions } from '../../../scripts/chromium';

/** What a reader sees first of something, as selectors of what must be visible. */
const lines = {
  title: '#incident-title',
  why: 'ol[aria-label="Suspects, the likeliest first"] > li',
  stage: 'ol[aria-label="Stages of the analysis"] > li[aria-current="step"]',
  analysis: '#triage-analysis p[lang]',
};
export type Line = keyof typeof lines;

declare global {
  interface Window {
    /** Milliseconds until a line was visible, in the page. */
    seen: Record<string, number>;
  }
}

const patience = 60_000;

/** A guest in Chromium with a stopwatch in the page: what is visible is looked at in each frame. */
export class Reader {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly portal: string,
  ) {}

  static async open(portal: string): Promise<Reader> {
    const browser = await chromium.launch(chromiumOptions());
    const page = await browser.newPage({
      viewport: { width: 1440, height: 1000 },
    });
    page.setDefaultTimeout(patience);
    await page.addInitScript(startStopwatch, lines);
    // Who has entered once is remembered.
    await page.goto(`${portal}/incidents`);
    await page.getByRole('button', { name: /^enter$/i }).click();
    await page.getByRole('link', { name: /^INC-/ }).first().waitFor();
    return new Reader(browser, page, portal);
  }

  /** Seconds from the navigation to an incident's address to lines on its page. */
  async openAddress(id: string, ...wanted: Line[]) {
    await this.page.goto(`${this.portal}/incidents/${id}`);
    return this.seen(wanted);
  }

  /** Seconds from a press in the list of incidents to lines on the page. */
  async openFromList(id: string, ...wanted: Line[]) {
    await this.page.goto(`${this.portal}/incidents`);
    await this.page
      .getByRole('link', { name: id, exact: true })
      .first()
      .click();
    return this.seen(wanted);
  }

  /** Seconds from the press that asks the model, on an incident's page. */
  async ask(...wanted: Line[]) {
    await this.page
      .getByRole('button', { name: /^Ask Claude (?:again|\()/ })
      .first()
      .click();
    return this.seen(wanted);
  }

  /** Leaves the portal: nothing is asked in the background. */
  async leave(): Promise<void> {
    await this.page.goto('about:blank');
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  private async seen(wanted: Line[]): Promise<Record<Line, number>> {
    const found = await this.page.waitForFunction(
      names => {
        const { seen } = window;
        return names.every(name => seen[name] !== undefined) && { ...seen };
      },
      wanted,
      { polling: 50 },
    );
    const times = (await found.jsonValue()) as Record<Line, number>;
    return Object.fromEntries(
      Object.entries(times).map(([name, ms]) => [name, ms / 1000]),
    ) as Record<Line, number>;
  }
}

/**
 * Runs in the page: notes in each frame what has become visible, in milliseconds since the navigation or
 * the last press. An analysis counts only after its stages: before them stands the former one.
 */
function startStopwatch(selectors: Record<string, string>) {
  let from = 0;
  window.seen = {};
  document.addEventListener(
    'pointerdown',
    () => {
      from = performance.now();
      window.seen = {};
    },
    { capture: true },
  );
  const look = () => {
    for (const [name, selector] of Object.entries(selectors)) {
      if (window.seen[name] !== undefined) continue;
      if (name === 'analysis' && window.seen.stage === undefined) continue;
      const element = document.querySelector(selector);
      if (element?.textContent?.trim() && element.getClientRects().length)
        window.seen[name] = performance.now() - from;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
