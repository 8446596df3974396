import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { renderInTestApp as renderInLegacyApp } from '@backstage/test-utils';
import { StatusCounts } from '../status/StatusCounts';
import { StatusWord } from '../status/StatusWord';
import { en } from './en';
import es from './es';
import { useTexts } from './useTexts';

function Sample() {
  const { t, format } = useTexts();
  return (
    <>
      <StatusWord status="low-traffic" />
      <p>{t('table.rows', { count: 2, number: format.count(1234567.4) })}</p>
      <p>{format.percent(0.99931)}</p>
      <StatusCounts
        counts={{
          critical: 1,
          warning: 0,
          healthy: 2,
          'no-data': 0,
          'low-traffic': 0,
        }}
        hideZero
      />
    </>
  );
}

function Spanish() {
  const language = useApi(appLanguageApiRef);
  return <button onClick={() => language.setLanguage('es')}>español</button>;
}

describe('texts', () => {
  it('are in the language of a new app, and follow it', async () => {
    renderInTestApp(
      <>
        <Spanish />
        <Sample />
      </>,
      {
        config: {
          app: {
            extensions: [
              {
                'api:app/app-language': {
                  config: { availableLanguages: ['en', 'es'] },
                },
              },
            ],
          },
        },
      },
    );
    expect(await screen.findByText('Too little traffic')).toBeInTheDocument();
    expect(screen.getByText('99.931%')).toBeInTheDocument();
    await userEvent.click(screen.getByText('español'));
    expect(await screen.findByText('Poco tráfico')).toBeInTheDocument();
    expect(screen.getByText('1.234.567 filas')).toBeInTheDocument();
    expect(screen.getByText('1 crítico')).toBeInTheDocument();
    expect(screen.getByText('2 sanos')).toBeInTheDocument();
    expect(screen.getByText(/^99,931\s%$/)).toBeInTheDocument();
  });

  it('work in a legacy app', async () => {
    await renderInLegacyApp(<Sample />);
    expect(screen.getByText('Too little traffic')).toBeInTheDocument();
    expect(screen.getByText('1,234,567 rows')).toBeInTheDocument();
  });

  it('are complete in Spanish, with the same values in them', () => {
    const english = Object.entries(en).flatMap(([group, texts]) =>
      Object.entries(texts).map(([key, text]) => [`${group}.${key}`, text]),
    );
    const values = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();
    const spanish: Record<string, string> = es;
    for (const [key, text] of english) {
      expect([key, values(spanish[key] ?? '')]).toEqual([key, values(text)]);
      expect(spanish[key]).toBeTruthy();
    }
  });
});
