import axe from 'axe-core';

/** Fails with what axe found. Contrast needs a real browser; the end-to-end tests look at it. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(
    violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(node => node.html.slice(0, 300)),
    })),
  ).toEqual([]);
}
