import { mockApis } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import {
  renderPlugin,
  type ScreenOptions,
} from '@ghostlight/reliability-react/testUtils';
import incidentsPlugin from '../alpha';
import { entities } from './catalog';

/** Renders the plugin's pages, or what of it is on an entity's page. */
export function renderScreen(
  options: ScreenOptions & {
    /** Signals that the backend sends; without it the screens poll. */
    signals?: SignalApi;
  },
) {
  const { signals, ...rest } = options;
  return renderPlugin({
    plugin: incidentsPlugin,
    page: '/incidents',
    ...rest,
    apis: [
      mockApis.identity({ userEntityRef: 'user:default/ana' }),
      mockApis.storage(),
      [catalogApiRef, catalogApiMock({ entities: Object.values(entities) })],
      ...(signals ? [[signalApiRef, signals] as const] : []),
    ],
  });
}
