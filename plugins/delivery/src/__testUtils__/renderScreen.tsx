import { mockApis } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  renderPlugin,
  type ScreenOptions,
} from '@ghostlight/reliability-react/testUtils';
import deliveryPlugin from '../alpha';
import { entities } from './catalog';

/** Renders the plugin's pages, or what of it is on an entity's page. */
export function renderScreen(
  options: Omit<ScreenOptions, 'extension'> & { part?: 'tab' | 'card' },
) {
  const { part = 'tab', ...rest } = options;
  return renderPlugin({
    plugin: deliveryPlugin,
    page: '/delivery',
    extension: deliveryPlugin.getExtension(
      part === 'tab' ? 'entity-content:delivery' : 'entity-card:delivery',
    ),
    ...rest,
    apis: [
      mockApis.identity({ userEntityRef: 'user:default/ana' }),
      [catalogApiRef, catalogApiMock({ entities: Object.values(entities) })],
    ],
  });
}
