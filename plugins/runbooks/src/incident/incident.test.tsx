import {
  createExtensionDataRef,
  createExtensionInput,
  createFrontendPlugin,
  createRouteRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('runbooks', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

/** As the incidents family declares it: the same by its id alone. */
const helpDataRef = createExtensionDataRef<
  ComponentType<{ incidentId: string }>
>().with({ id: 'incidents.help' });
const root = createRouteRef();

const incidentsPlugin = createFrontendPlugin({
  pluginId: 'incidents',
  routes: { root },
  extensions: [
    PageBlueprint.makeWithOverrides({
      inputs: { help: createExtensionInput([helpDataRef]) },
      factory(originalFactory, { inputs }) {
        const [Help] = inputs.help.map(each => each.get(helpDataRef));
        return originalFactory({
          path: '/incidents',
          title: 'Incidents',
          routeRef: root,
          loader: async () => (
            <main>
              <h2>INC-0042</h2>
              <h3>What to do</h3>
              <Help incidentId="INC-0042" />
            </main>
          ),
        });
      },
    }),
  ],
});

const path = '/incidents';
const others = [incidentsPlugin];

describe('on the page of an incident', () => {
  it('runbooks that may help are offered with why, beside what of them is under way', async () => {
    const { container } = renderScreen({ path, others });
    expect(
      await screen.findByText('The alert HighErrorRate is firing.'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Plan “payments 5xx”' }),
    ).toHaveAttribute(
      'href',
      '/runbooks/runbook:default:payments-5xx/run?incident=INC-0042',
    );
    expect(
      await screen.findByRole('link', { name: 'RUN-0017 · payments 5xx' }),
    ).toHaveAttribute('href', '/runbooks/runs/RUN-0017');
    await expectAccessible(container);
  });

  it('a sentence says when none is for it, in Spanish', async () => {
    world.suggestions = [];
    world.executions = [];
    renderScreen({ path, others, language: 'es' });
    expect(
      await screen.findByText('Ningún runbook es para lo que pasa aquí.'),
    ).toBeVisible();
  });

  it('a reader who may not see them is told who may', async () => {
    world.portal.failures = [
      { match: '/v1/', status: 403, name: 'NotAllowedError', message: 'no' },
    ];
    renderScreen({ path, others });
    expect(
      await screen.findByText(/permission runbooks\.runbook\.read/),
    ).toBeVisible();
  });

  it('a run leads back to the incident', async () => {
    renderScreen({ path: '/runbooks/runs/RUN-0017', others });
    expect(
      await screen.findByRole('link', { name: 'INC-0042' }),
    ).toHaveAttribute('href', '/incidents/INC-0042');
  });
});
