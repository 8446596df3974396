import { screen, within } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { BurnRow, BurnTable } from './BurnTable';

const row = (change: Partial<BurnRow>): BurnRow => ({
  name: 'page-1h',
  severity: 'page',
  long: '1h',
  short: '5m',
  threshold: 14.4,
  longRate: 14.2,
  shortRate: 16,
  state: 'almost',
  ...change,
});

const texts = (element: HTMLElement) =>
  within(element)
    .getAllByRole('cell')
    .map(cell => cell.textContent?.replace(/\u00a0/g, ' '));

describe('BurnTable', () => {
  it('says windows, rates, threshold and state of each alert in words', async () => {
    const { container } = renderInTestApp(
      <BurnTable
        name="availability"
        rows={[
          row({}),
          row({
            name: 'page-6h',
            long: '6h',
            short: '30m',
            threshold: 6,
            longRate: 80,
            state: 'firing',
            firingSince: Date.now() / 1000 - 840,
          }),
          row({ name: 'a', state: 'unreachable' }),
          row({ name: 'b', state: 'too-few-events' }),
          row({ name: 'c', longRate: null, shortRate: null, state: 'no-data' }),
          row({ name: 'd', severity: 'ticket', state: 'quiet' }),
        ]}
      />,
    );
    const table = await screen.findByRole('table', { name: /^availability/ });
    const [, first, firing, ...others] = within(table).getAllByRole('row');
    expect(texts(first)).toEqual([
      '1 h',
      '14.2×',
      '5 min',
      '16×',
      '14.4×',
      '',
      'Almost',
    ]);
    expect(
      within(first).getByRole('img', {
        name: /1.h 14\.2× of threshold 14\.4×, 5.min 16× of threshold 14\.4×/,
      }),
    ).toBeInTheDocument();
    expect(texts(firing).pop()).toBe('Firing for 14 min');
    expect(others.map(each => texts(each).pop())).toEqual([
      'Unreachable at this target',
      'Too few events',
      'No data',
      'Quiet',
    ]);
    expect(texts(others[2])[1]).toBe('–');
    await expectAccessible(container);
  });

  it('says so when there are none', async () => {
    renderInTestApp(<BurnTable rows={[]} />);
    expect(
      await screen.findByText('This objective has no burn alerts.'),
    ).toBeInTheDocument();
  });
});
