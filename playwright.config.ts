import { defineConfig } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumOptions } from './scripts/chromium';

/*
 * The end-to-end tests drive the built portal as `./ghostlight start --serve` brings it up, with a
 * real Prometheus, on ports and data of their own. Workers read this file again, so what they
 * share goes through the environment.
 */
process.env.GHOSTLIGHT_PORT ??= '7207';
process.env.THEATRE_PORT ??= '7210';
process.env.GHOSTLIGHT_TOKEN ??= 'end-to-end-token';
process.env.GHOSTLIGHT_DATA ??= mkdtempSync(join(tmpdir(), 'ghostlight-e2e-'));
// Whatever key there is, the stories talk to a Claude API of their own.
process.env.ANTHROPIC_API_KEY = 'sk-ant-end-to-end';
process.env.ANTHROPIC_BASE_URL = 'http://127.0.0.1:7231';
const port = process.env.GHOSTLIGHT_PORT;

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  outputDir: 'e2e-report/results',
  timeout: 120_000,
  expect: { timeout: 20_000 },
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'e2e-report/results.json' }]],
  webServer: {
    command:
      'node -r @backstage/cli/config/nodeTransform.cjs scripts/start.ts --serve',
    url: `http://localhost:${port}/api/slo/.backstage/health/v1/readiness`,
    ignoreHTTPSErrors: false,
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'pipe',
  },
  use: {
    baseURL: `http://localhost:${port}`,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    viewport: { width: 1440, height: 1000 },
    launchOptions: chromiumOptions(),
  },
});
