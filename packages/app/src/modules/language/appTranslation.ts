import { createTranslationRef } from '@backstage/frontend-plugin-api';

export const appTranslationRef = createTranslationRef({
  id: 'ghostlight.app',
  messages: {
    nav: {
      home: 'Ghostlight, home',
      menu: 'Menu',
      search: 'Search',
      start: 'Home',
      catalog: 'Catalog',
      reliability: 'Reliability',
      incidents: 'Incidents',
      delivery: 'Delivery',
      runbooks: 'Runbooks',
      create: 'Create',
      apis: 'APIs',
      docs: 'Docs',
      settings: 'Settings',
      notifications: 'Notifications',
    },
  },
});
