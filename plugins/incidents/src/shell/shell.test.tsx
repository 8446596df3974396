import { serve } from '@ghostlight/reliability-react/testUtils';
import { screen } from '@testing-library/react';
import { testWorld } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

const world = testWorld();
serve('incidents', () => world.portal);

describe('the pages', () => {
  it.each([
    ['/incidents', 'Incidents'],
    ['/incidents/alerts', 'Alerts inbox'],
    ['/incidents/on-call', 'On call'],
    ['/incidents/learning', 'Learning'],
    ['/incidents/recurring', 'Recurring'],
    ['/incidents/triage', 'Triage'],
  ])('%s is reached under its tab', async (path, tab) => {
    renderScreen({ path });
    expect(
      await screen.findByRole('link', { name: tab, current: 'page' }),
    ).toBeVisible();
  });

  it('speak Spanish', async () => {
    renderScreen({ language: 'es' });
    expect(
      await screen.findByRole('link', { name: 'Bandeja de alertas' }),
    ).toHaveAttribute('href', '/incidents/alerts');
  });
});
