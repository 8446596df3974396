import axe from 'axe-core';

/**
 * Fails with what axe found. Contrast needs a browser: the end-to-end tests look at it in light and
 * dark.
 *
 * @public
 */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: {
      'color-contrast': { enabled: false },
      // draws text on a canvas to tell icons from words
      'label-content-name-mismatch': { enabled: false },
      // the parts of a page are not in landmarks of their own
      region: { enabled: false },
    },
  });
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(node => node.html.slice(0, 300)),
    })),
  ).toEqual([]);
}
