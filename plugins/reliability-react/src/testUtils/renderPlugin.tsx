import type { Entity } from '@backstage/catalog-model';
import type {
  ExtensionDefinition,
  FrontendPlugin,
} from '@backstage/frontend-plugin-api';
import { mockApis, renderTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mutate } from 'swr';

/**
 * Languages of the screens.
 *
 * @public
 */
export type Language = 'en' | 'es';

/**
 * What the tests of all families choose.
 *
 * @public
 */
export interface ScreenOptions {
  /** On this entity's page; else the plugin's own pages. */
  entity?: Entity;
  /** What of the plugin is on the entity's page. */
  extension?: ExtensionDefinition;
  /** Where the app starts. Default the page of the entity or plugin. */
  path?: string;
  /** Default English. */
  language?: Language;
  /** Further plugins that are installed. */
  others?: FrontendPlugin[];
  /** Whether permissions asked for in the browser are given. Default true. */
  mayWrite?: boolean;
}

/**
 * Renders a plugin, as an app that lists English and Spanish would.
 *
 * @public
 */
export function renderPlugin(
  options: ScreenOptions & {
    plugin: FrontendPlugin & { getExtension(id: string): unknown };
    /** Where the plugin's own pages are. */
    page: string;
    /** Beside the permission API. */
    apis?: NonNullable<Parameters<typeof renderTestApp>[0]>['apis'];
  },
): ReturnType<typeof renderTestApp> {
  const {
    plugin,
    entity,
    extension,
    language = 'en',
    mayWrite = true,
  } = options;
  // The language that a reader has chosen before wins over the app's default.
  window.localStorage.setItem('language', language);
  // Whether one may is remembered over the tests of a file.
  mutate(() => true, undefined);
  return renderTestApp({
    features: [...(entity ? [] : [plugin]), ...(options.others ?? [])],
    extensions: entity
      ? [
          createTestEntityPage({ entity }),
          plugin.getExtension(`api:${plugin.id}`) as ExtensionDefinition,
          ...(extension ? [extension] : []),
        ]
      : [],
    // Where the catalog has its entity pages, for links to them.
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [options.path ?? (entity ? '/' : options.page)],
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
      ...(options.apis ?? []),
      mockApis.permission({
        authorize: mayWrite ? AuthorizeResult.ALLOW : AuthorizeResult.DENY,
      }),
    ],
  });
}
