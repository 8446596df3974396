import { defineConfig } from '@playwright/test';
import { findProgram } from './scripts/process';

/** The end-to-end tests drive the demo as `./ghostlight start` brings it up, built, with data of their own. */
const port = process.env.GHOSTLIGHT_PORT ?? '7207';

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: 'e2e-report/results',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['line'], ['json']],
  use: {
    baseURL: `http://localhost:${port}`,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
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
    },
  },
  projects: [{ name: 'chromium' }],
});
