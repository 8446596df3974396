import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen } from '@testing-library/react';
import { testWorld } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

const world = testWorld();
serve('delivery', () => world.portal);

// A file of its own: answers about permissions are kept between the tests of a file.
it('shows the acts to readers who may not, and says who may', async () => {
  const { container } = renderScreen({
    path: '/delivery/freezes',
    mayWrite: false,
  });
  expect(await screen.findByText(/delivery\.freeze\.manage/)).toBeVisible();
  expect(screen.getByRole('button', { name: 'Plan a freeze…' })).toBeDisabled();
  expect(
    screen.getByRole('button', { name: 'End “Black Friday”' }),
  ).toBeDisabled();
  await expectAccessible(container);
});
