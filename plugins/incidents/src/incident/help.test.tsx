import {
  createExtension,
  createFrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { serve } from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';
import { incidentHelpDataRef } from './help';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

/** A plugin that knows the input by its name alone. */
const helper = createFrontendPlugin({
  pluginId: 'helper',
  extensions: [
    createExtension({
      kind: 'incident-help',
      attachTo: { id: 'page:incidents', input: 'help' },
      output: [incidentHelpDataRef],
      factory: () => [
        incidentHelpDataRef(({ incidentId }) => <p>help for {incidentId}</p>),
      ],
    }),
  ],
});

it('what another plugin offers is among the next acts of an incident', async () => {
  renderScreen({ path: '/incidents/INC-0042', others: [helper] });
  const todo = within(
    await screen.findByRole('region', { name: 'What to do' }),
  );
  expect(await todo.findByText('help for INC-0042')).toBeVisible();
});
