import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  createFrontendPlugin,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';

createDevApp({
  features: [
    createFrontendPlugin({
      pluginId: 'reliability-gallery',
      extensions: [
        PageBlueprint.make({
          params: {
            path: '/',
            title: 'Reliability components',
            loader: async () => {
              const { Gallery } = await import('./Gallery');
              return <Gallery />;
            },
          },
        }),
      ],
    }),
  ],
});
