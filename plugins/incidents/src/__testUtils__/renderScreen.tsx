import type { Entity } from '@backstage/catalog-model';
import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import incidentsPlugin from '../alpha';
import { entities } from './catalog';

export type Language = 'en' | 'es';

/** Renders the plugin, as an app that lists English and Spanish would. */
export function renderScreen(options: {
  /** On this entity's page; else the plugin's own pages. */
  entity?: Entity;
  /** What of the plugin is on the entity's page. */
  extension?: ExtensionDefinition;
  path?: string;
  language?: Language;
  /** Whether permissions asked for in the browser are given. */
  mayWrite?: boolean;
  /** Signals that the backend sends; without it the screens poll. */
  signals?: SignalApi;
}) {
  const { entity, extension, path, language = 'en', mayWrite = true } = options;
  // The language that a reader has chosen before wins over the app's default.
  window.localStorage.setItem('language', language);
  return renderTestApp({
    features: entity ? [] : [incidentsPlugin],
    extensions: entity
      ? [
          createTestEntityPage({ entity }),
          incidentsPlugin.getExtension('api:incidents'),
          ...(extension ? [extension] : []),
        ]
      : [],
    // Where the catalog has its entity pages, for links to them.
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [path ?? (entity ? '/' : '/incidents')],
    config: {
      backend: { baseUrl: 'http://portal.example' },
      app: {
        extensions: [
          {
            'api:app/app-language': {
              config: {
                availableLanguages: ['en', 'es'],
                defaultLanguage: language,
              },
            },
          },
        ],
      },
    },
    apis: [
      mockApis.identity({ userEntityRef: 'user:default/ana' }),
      mockApis.storage(),
      [catalogApiRef, catalogApiMock({ entities: Object.values(entities) })],
      ...(options.signals ? [[signalApiRef, options.signals] as const] : []),
      mockApis.permission({
        authorize: mayWrite ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
    ],
  });
}
