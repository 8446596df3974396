import { mockApis } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  renderPlugin,
  type ScreenOptions,
} from '@ghostlight/reliability-react/testUtils';
import runbooksPlugin from '../alpha';
import { entities } from './catalog';

/** Renders the plugin's pages, or what of it is on an entity's page. */
export function renderScreen(
  options: Omit<ScreenOptions, 'extension'> & { part?: 'tab' | 'card' },
) {
  const { part = 'tab', ...rest } = options;
  return renderPlugin({
    plugin: runbooksPlugin,
    page: '/runbooks',
    extension: runbooksPlugin.getExtension(
      part === 'tab' ? 'entity-content:runbooks' : 'entity-card:runbooks',
    ),
    ...rest,
    apis: [
      mockApis.identity({ userEntityRef: 'user:default/ana' }),
      [catalogApiRef, catalogApiMock({ entities: Object.values(entities) })],
    ],
  });
}
