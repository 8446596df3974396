import { findProgram } from './process';

/** How Playwright starts the Chromium of the machine: as root too, and calling nobody. */
export function chromiumOptions() {
  return {
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
  };
}
