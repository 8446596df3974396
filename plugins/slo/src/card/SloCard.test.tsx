import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import sloPlugin from '../alpha';
import { entities, testWorld, type FakePortal } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let portal: FakePortal;
serve('slo', () => portal);
beforeEach(() => {
  portal = testWorld();
});

const extension = sloPlugin.getExtension('entity-card:slo');

describe('the overview card', () => {
  it('shows the worst objective, its budget and burn, the gate and the age', async () => {
    const { container } = renderScreen({
      entity: entities.payments,
      extension,
    });
    const card = within(
      await screen.findByRole('region', { name: 'Reliability' }),
    );
    expect(await card.findByText('Critical')).toBeVisible();
    expect(card.getByText('availability')).toBeVisible();
    expect(card.getByText('Budget 31% left · 13.4 min')).toBeVisible();
    expect(card.getByText('Burn 14.6× (1 h)')).toBeVisible();
    expect(card.getByText('1 of 4 objectives healthy')).toBeVisible();
    expect(await card.findByText('halted')).toBeVisible();
    expect(card.getByText(/ago$/)).toBeVisible();
    expect(card.getByRole('link', { name: 'Open SLO' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/slo$/),
    );
    await expectAccessible(container);
  });

  it('is a sentence with the next step where there are no objectives', async () => {
    renderScreen({ entity: entities.newborn, extension, language: 'es' });
    expect(
      await screen.findByText('newborn todavía no tiene objetivos.'),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: /Copiar/ })).toBeVisible();
  });

  it('says a failing source, a refusal and a failure as what they are', async () => {
    renderScreen({ entity: entities.blind, extension });
    expect(
      await screen.findByText('Source default fails: no answer in time'),
    ).toBeVisible();
  });
});
