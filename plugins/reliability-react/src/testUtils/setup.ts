/**
 * What the tests of every front end begin with: a line in its `setupTests.ts` imports it.
 *
 * @packageDocumentation
 */

// jsdom takes the rest of a style sheet with rules inside rules, and prints a page about each.
const { error } = console;
Object.assign(console, {
  error: (...said: unknown[]) => {
    if (!String(said[0]).includes('parse CSS stylesheet'))
      error.apply(console, said);
  },
});

export {};
