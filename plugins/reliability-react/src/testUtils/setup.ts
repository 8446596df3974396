/**
 * What the tests of every front end begin with: a line in its `setupTests.ts` imports it.
 *
 * @packageDocumentation
 */
import { configure } from '@testing-library/react';

// Screens load lazily, and the first test of a file pays for compiling them, be the machine as busy as it may.
configure({ asyncUtilTimeout: 60_000 });

// jsdom takes the rest of a style sheet with rules inside rules, and prints a page about each.
const { error } = console;
Object.assign(console, {
  error: (...said: unknown[]) => {
    if (!String(said[0]).includes('parse CSS stylesheet'))
      error.apply(console, said);
  },
});
