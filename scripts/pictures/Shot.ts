import type { Locator, Page } from '@playwright/test';

/** One picture. */
export interface Shot {
  /** The file's name, without its extension. */
  name: string;
  /** The page's path and query. */
  path: string;
  language?: 'en' | 'es';
  theme?: 'light' | 'dark';
  /** What has to be on the page before the picture is taken. */
  shows: string | RegExp;
  /** What a reader does first, such as opening a dialog. */
  act?(page: Page): Promise<void>;
  /** A part of the page; else all of it. */
  part?(page: Page): Locator;
  /** The window as it is: what lies behind a dialog is not the picture. */
  dialog?: boolean;
  /** The last thing to show of a page that goes on or has room to spare. */
  until?(page: Page): Locator;
  /** Pixels, where a page needs fewer than the usual. */
  tallest?: number;
}
