import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { BudgetChart, BudgetChartProps } from './BudgetChart';
import { ErrorRateChart } from './ErrorRateChart';
import { LineChart } from './LineChart';
import { RangePresets } from './RangePresets';
import { Sparkline } from './Sparkline';
import { ChartBucket } from './types';

const HOUR = 3600;
const FROM = Date.UTC(2026, 10, 3) / 1000;

/** A day of hours: the fourth was not measured, the seventh was maintenance. */
const buckets: ChartBucket[] = Array.from({ length: 24 }, (_, hour) => {
  const gap = hour === 3;
  const maintenance = hour === 6;
  return {
    start: FROM + hour * HOUR,
    good: gap ? 0 : 990,
    total: gap ? 0 : 1000,
    measured: gap || maintenance ? 0 : HOUR,
    excluded: maintenance ? HOUR : 0,
    left: gap ? null : 1 - hour * 0.05,
  };
});

const props: BudgetChartProps = {
  name: 'payments',
  range: { from: FROM, to: FROM + 26 * HOUR },
  buckets,
  width: HOUR,
  forecast: { at: FROM + 26 * HOUR, left: -0.3, low: -0.5, high: -0.1 },
  spans: [
    {
      id: 'm',
      kind: 'maintenance',
      from: FROM + 6 * HOUR,
      to: FROM + 7 * HOUR,
      reason: 'database upgrade',
    },
  ],
  marks: [
    {
      id: 'c',
      kind: 'change',
      at: FROM + 9 * HOUR,
      label: 'deployment v2.3.4',
    },
    {
      id: 'i',
      kind: 'incident',
      at: FROM + 9 * HOUR + 60,
      label: 'INC-0042',
      href: '/incidents/42',
    },
  ],
  violations: [
    { start: FROM + 9 * HOUR, end: FROM + 11 * HOUR, bad: 20, total: 2000 },
  ],
};

const value = () => screen.getByRole('slider').getAttribute('aria-valuetext');

describe('BudgetChart', () => {
  it('is read by arrow keys: values, gaps, exclusions and the forecast', async () => {
    const { container } = renderInTestApp(<BudgetChart {...props} />);
    const plot = await screen.findByRole('slider', {
      name: /^payments: Error budget left, .* -15% of the budget left\.$/,
    });
    plot.focus();
    await userEvent.keyboard('{Home}');
    expect(value()).toMatch(/: 100% of the budget left, 10 of 1,000 bad$/);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(value()).toMatch(/: no data$/);
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
    expect(value()).toContain('Maintenance, excluded: database upgrade');
    await userEvent.keyboard('{End}');
    expect(value()).toMatch(
      /^Forecast .*-30% of the budget left, -50% – -10%$/,
    );
    await expectAccessible(container);
  });

  it('is read by the pointer at the nearest bucket', async () => {
    renderInTestApp(<BudgetChart {...props} />);
    const plot = await screen.findByRole('slider');
    fireEvent.pointerMove(plot, { clientX: 52 });
    expect(value()).toMatch(/100% of the budget left/);
    expect(
      screen.getAllByText('100% of the budget left').length,
    ).toBeGreaterThan(0);
    fireEvent.pointerLeave(plot);
    expect(
      screen.queryByText('100% of the budget left'),
    ).not.toBeInTheDocument();
  });

  it('keeps the crosshair inside what is zoomed into', async () => {
    renderInTestApp(
      <BudgetChart
        {...props}
        range={{ from: FROM + 9 * HOUR, to: FROM + 12 * HOUR }}
        limits={props.range}
      />,
    );
    const plot = await screen.findByRole('slider');
    plot.focus();
    await userEvent.keyboard('{Home}');
    expect(value()).toMatch(/: 60% of the budget left/);
    await userEvent.keyboard('{End}{ArrowRight}');
    expect(value()).toMatch(/: 45% of the budget left/);
    expect(screen.getByRole('list', { name: 'Legend' })).not.toHaveTextContent(
      'Forecast',
    );
  });

  it('explains only what it shows', async () => {
    const { rerender } = renderInTestApp(<BudgetChart {...props} />);
    const legend = await screen.findByRole('list', { name: 'Legend' });
    expect(legend).toHaveTextContent(
      'If the last day goes on: -30% at Nov 4 (-50% to -10%)',
    );
    for (const word of [
      'Below target',
      'No data',
      'Maintenance, excluded',
      'Change',
      'Incident',
    ]) {
      expect(within(legend).getByText(word)).toBeInTheDocument();
    }
    expect(legend).not.toHaveTextContent('Simulated');
    rerender(<></>);
  });

  it('lets marks be focused and opened, and keeps close ones apart', async () => {
    renderInTestApp(<BudgetChart {...props} />);
    const plot = await screen.findByRole('slider');
    plot.focus();
    await userEvent.keyboard('m');
    const change = screen.getByRole('button', {
      name: /^Change: deployment v2\.3\.4, Nov 3/,
    });
    expect(change).toHaveFocus();
    expect(screen.getByText('deployment v2.3.4')).toBeInTheDocument();
    const incident = screen.getByRole('link', { name: /^Incident: INC-0042/ });
    expect(incident).toHaveAttribute('href', '/incidents/42');
    expect(incident.parentElement!.style.top).not.toBe(
      change.parentElement!.style.top,
    );
  });

  it('zooms by keys and by dragging, and resets', async () => {
    const onRangeChange = jest.fn();
    renderInTestApp(<BudgetChart {...props} onRangeChange={onRangeChange} />);
    const plot = await screen.findByRole('slider');
    plot.focus();
    await userEvent.keyboard('{Home}+');
    const [zoomed] = onRangeChange.mock.calls[0];
    expect(zoomed.to - zoomed.from).toBe(13 * HOUR);
    expect(zoomed.from).toBeGreaterThanOrEqual(FROM);

    fireEvent.pointerDown(plot, { clientX: 100, button: 0 });
    fireEvent.pointerMove(plot, { clientX: 400 });
    fireEvent.pointerUp(plot, { clientX: 400 });
    const [dragged] = onRangeChange.mock.calls[1];
    expect(dragged.from).toBeGreaterThan(FROM);
    expect(dragged.to).toBeGreaterThan(dragged.from);

    fireEvent.pointerDown(plot, { clientX: 100, button: 0 });
    fireEvent.pointerUp(plot, { clientX: 101 });
    expect(onRangeChange).toHaveBeenCalledTimes(2);

    await userEvent.keyboard('0');
    expect(onRangeChange).toHaveBeenLastCalledWith(undefined);
  });

  it('gives the same numbers as a table and as CSV', async () => {
    const blobs: Blob[] = [];
    URL.createObjectURL = jest.fn(blob => {
      blobs.push(blob as Blob);
      return 'blob:csv';
    });
    URL.revokeObjectURL = jest.fn();
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => {});
    const { container } = renderInTestApp(<BudgetChart {...props} />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'As table' }),
    );
    const table = screen.getByRole('table', { name: 'Error budget left' });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(25);
    expect(rows[24]).toHaveTextContent(/100%990101,000/);
    expect(rows[21]).toHaveTextContent('no data');
    await expectAccessible(container);

    await userEvent.click(screen.getByRole('button', { name: /CSV/ }));
    const lines = (await blobs[0].text()).split('\r\n');
    expect(lines[0]).toBe('Time,Budget left,Good,Bad,Total,Notes');
    expect(lines[1]).toBe('2026-11-03T01:00:00.000Z,1,990,10,1000,');
    expect(lines[4]).toBe('2026-11-03T04:00:00.000Z,,0,0,0,no data');
    click.mockRestore();
  });

  it('says so when nothing was measured', async () => {
    renderInTestApp(<BudgetChart {...props} buckets={[]} marks={[]} />);
    expect(
      await screen.findByText(/^Nothing was measured between Nov/),
    ).toBeInTheDocument();
  });
});

describe('the other charts', () => {
  it('error rates name what is allowed, and quiet buckets', async () => {
    const { container } = renderInTestApp(
      <ErrorRateChart
        name="payments"
        range={{ from: FROM, to: FROM + 24 * HOUR }}
        buckets={[
          ...buckets.slice(0, 23),
          { ...buckets[23], good: 0, total: 0 },
        ]}
        width={HOUR}
        target={0.999}
      />,
    );
    const plot = await screen.findByRole('slider', {
      name: 'payments: Error rate, allowed 0.1%',
    });
    plot.focus();
    await userEvent.keyboard('{Home}');
    expect(value()).toMatch(/: 1% errors, 10 of 1,000 bad$/);
    await userEvent.keyboard('{End}');
    expect(value()).toMatch(/: no events$/);
    await expectAccessible(container);
  });

  it('lines are told apart by dashes and read together', async () => {
    const { container } = renderInTestApp(
      <LineChart
        title="Latency"
        name="payments"
        range={{ from: FROM, to: FROM + HOUR }}
        instants={[FROM, FROM + HOUR]}
        series={[
          { id: 'p50', label: 'p50', values: [0.1, null] },
          { id: 'p99', label: 'p99', values: [0.4, 0.5] },
        ]}
        format={each => (each === null ? 'no data' : `${each} s`)}
      />,
    );
    const plot = await screen.findByRole('slider');
    plot.focus();
    await userEvent.keyboard('{End}');
    expect(value()).toMatch(/: p50 no data, p99 0.5 s$/);
    const dashes = [...plot.querySelectorAll('path[stroke]')].map(path =>
      path.getAttribute('stroke-dasharray'),
    );
    expect(new Set(dashes).size).toBe(2);
    await expectAccessible(container);
  });

  it('presets say which is chosen, and none while zoomed', async () => {
    const onSelect = jest.fn();
    const presets = [
      { id: '30d', label: '30 d' },
      { id: '1d', label: '1 d' },
    ];
    renderInTestApp(
      <>
        <RangePresets presets={presets} selected="30d" onSelect={onSelect} />
        <RangePresets
          presets={presets}
          selected={null}
          onSelect={onSelect}
          onReset={() => onSelect('reset')}
        />
      </>,
    );
    const [chosen, zoomed] = await screen.findAllByRole('group', {
      name: 'Time range',
    });
    expect(
      within(chosen).getByRole('button', { name: '30 d', pressed: true }),
    ).toBeInTheDocument();
    await userEvent.click(within(chosen).getByRole('button', { name: '1 d' }));
    await userEvent.click(
      within(zoomed).getByRole('button', { name: 'Reset zoom' }),
    );
    expect(onSelect.mock.calls).toEqual([['1d'], ['reset']]);
  });

  it('sparklines break at gaps and need no observers', async () => {
    const { container } = renderInTestApp(
      <Sparkline label="31% left" values={[1, 0.9, null, 0.5, 0.31]} />,
    );
    const image = await screen.findByRole('img', { name: '31% left' });
    const path = image.querySelector('path')!.getAttribute('d')!;
    expect(path.match(/M/g)).toHaveLength(2);
    await expectAccessible(container);
  });
});
