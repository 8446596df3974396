import {
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import { homeTranslationRef } from '@backstage/plugin-home';
import { searchTranslationRef } from '@backstage/plugin-search';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings';
import { appTranslationRef } from './appTranslation';

/**
 * Spanish for the portal's own words and for the parts of Backstage a reader meets on the way to
 * them. Ghostlight's plugins carry their Spanish themselves.
 */
export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'ghostlight',
      params: {
        resource: createTranslationResource({
          ref: appTranslationRef,
          translations: { es: () => import('./es/app') },
        }),
      },
    }),
    TranslationBlueprint.make({
      name: 'catalog',
      params: {
        resource: createTranslationResource({
          ref: catalogTranslationRef,
          translations: { es: () => import('./es/catalog') },
        }),
      },
    }),
    TranslationBlueprint.make({
      name: 'home',
      params: {
        resource: createTranslationResource({
          ref: homeTranslationRef,
          translations: { es: () => import('./es/home') },
        }),
      },
    }),
    TranslationBlueprint.make({
      name: 'search',
      params: {
        resource: createTranslationResource({
          ref: searchTranslationRef,
          translations: { es: () => import('./es/search') },
        }),
      },
    }),
    TranslationBlueprint.make({
      name: 'user-settings',
      params: {
        resource: createTranslationResource({
          ref: userSettingsTranslationRef,
          translations: { es: () => import('./es/userSettings') },
        }),
      },
    }),
  ],
});
