import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import settingsPlugin from '@backstage/plugin-user-settings/alpha';
import sloPlugin from '@ghostlight/plugin-slo/alpha';
import { render, screen } from '@testing-library/react';
import App from './App';
import { languageModule } from './modules/language';
import { navModule } from './modules/nav';

/** The app as discovery builds it, in the language the reader chose. */
function renderPortal(language: string) {
  window.localStorage.setItem('language', language);
  const app = createApp({
    features: [
      catalogPlugin,
      searchPlugin,
      settingsPlugin,
      notificationsPlugin,
      sloPlugin,
      navModule,
      languageModule,
    ],
  });
  return render(app.createRoot());
}

beforeEach(() => {
  const data = {
    app: {
      title: 'Ghostlight',
      extensions: [
        { 'page:catalog': { config: { path: '/' } } },
        {
          'api:app/app-language': {
            config: { availableLanguages: ['en', 'es'] },
          },
        },
        { 'sign-in-page:app': false },
      ],
    },
    backend: { baseUrl: 'http://portal.example' },
  };
  // Where the app looks for its configuration in a test.
  const injected: object = { APP_CONFIG: [{ data, context: 'test' }] };
  process.env = Object.assign({ NODE_ENV: 'test' as const }, injected);
});

describe('the portal', () => {
  it('starts', () => {
    const { baseElement } = render(App.createRoot());
    expect(baseElement).toBeInTheDocument();
  });

  it.each([
    ['en', ['Catalog', 'Reliability', 'Search', 'Settings', 'Notifications']],
    ['es', ['Catálogo', 'Fiabilidad', 'Buscar', 'Ajustes', 'Notificaciones']],
  ])('has its places in %s', async (language, places) => {
    renderPortal(language);
    const nav = await screen.findByRole('navigation', { name: 'sidebar nav' });
    for (const place of places) {
      expect(
        (await screen.findAllByText(place)).some(each => nav.contains(each)),
      ).toBe(true);
    }
    expect(screen.getByRole('link', { name: /Ghostlight/ })).toHaveAttribute(
      'href',
      '/',
    );
  });
});
