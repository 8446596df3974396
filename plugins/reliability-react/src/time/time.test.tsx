import { act, screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { Duration } from './Duration';
import { RelativeTime } from './RelativeTime';

const NOW = Date.UTC(2026, 10, 21, 12, 4, 20);

describe('time', () => {
  it('keeps ages up to date with one timer, and names the absolute time', async () => {
    jest.useFakeTimers({ now: NOW, doNotFake: ['queueMicrotask'] });
    try {
      const intervals = jest.spyOn(global, 'setInterval');
      const { unmount } = renderInTestApp(
        <>
          <RelativeTime at={NOW / 1000 - 20} />
          <RelativeTime at={NOW / 1000 - 3600} absolute />
          <RelativeTime at={NOW / 1000 + 90} />
          <RelativeTime at={null} />
        </>,
      );
      await act(() => jest.advanceTimersByTimeAsync(1500));
      expect(screen.getByText(/^2[01]\ss ago$/)).toHaveAttribute(
        'title',
        expect.stringContaining('2026'),
      );
      expect(screen.getByText(/\(1\sh ago\)$/)).toBeInTheDocument();
      expect(screen.getByText(/^in 1\smin$/)).toBeInTheDocument();
      expect(screen.getByText('never')).toBeInTheDocument();

      await act(() => jest.advanceTimersByTimeAsync(60_000));
      expect(screen.getByText(/^1\smin ago$/)).toBeInTheDocument();
      expect(
        intervals.mock.calls.filter(([, delay]) => delay === 1000),
      ).toHaveLength(1);

      unmount();
    } finally {
      jest.useRealTimers();
      jest.restoreAllMocks();
    }
  });

  it('marks durations up for machines', async () => {
    const { container } = renderInTestApp(
      <>
        <Duration seconds={804} />
        <Duration seconds={null} />
      </>,
    );
    expect(await screen.findByText(/^13.4\smin$/)).toHaveAttribute(
      'datetime',
      'PT804S',
    );
    expect(screen.getByText('–')).toBeInTheDocument();
    await expectAccessible(container);
  });
});
