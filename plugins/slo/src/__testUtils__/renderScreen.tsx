import type { Entity } from '@backstage/catalog-model';
import type { ExtensionDefinition } from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import sloPlugin from '../alpha';

export type Language = 'en' | 'es';

/** Renders the plugin, as an app that lists English and Spanish would. */
export function renderScreen(options: {
  /** On this entity's page; else the plugin's own page. */
  entity?: Entity;
  extension?: ExtensionDefinition;
  path?: string;
  language?: Language;
  mayWrite?: boolean;
}) {
  const { entity, extension, path, language = 'en', mayWrite = true } = options;
  // The language that a reader has chosen before wins over the app's default.
  window.localStorage.setItem('language', language);
  return renderTestApp({
    features: entity ? [] : [sloPlugin],
    extensions: entity
      ? [
          createTestEntityPage({ entity }),
          sloPlugin.getExtension('api:slo'),
          ...(extension ? [extension] : []),
        ]
      : [],
    // Where the catalog has its entity pages, for links to them.
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [path ?? (entity ? '/' : '/reliability')],
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
      mockApis.permission({
        authorize: mayWrite ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
    ],
  });
}
