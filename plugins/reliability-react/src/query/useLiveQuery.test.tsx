import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useState } from 'react';
import { CursorPage, useLivePages } from './useLivePages';
import { useLiveQuery } from './useLiveQuery';

type Load = (signal: AbortSignal) => Promise<string>;

function Shown(props: { load: Load; pollEvery?: number }) {
  const [key, setKey] = useState('a');
  const query = useLiveQuery({
    key,
    load: props.load,
    channel: 'slo',
    pollEvery: props.pollEvery ?? 3_600_000,
  });
  return (
    <>
      <output>
        {query.isLoading ? 'loading' : query.data ?? 'nothing'}
        {query.error && ` (${query.error.message})`}
      </output>
      <span>{query.loadedAt ? 'aged' : 'ageless'}</span>
      <button onClick={() => setKey('b')}>other</button>
      <button onClick={query.refresh}>again</button>
    </>
  );
}

const shown = () => screen.findByRole('status');

describe('useLiveQuery', () => {
  it('keeps data while refreshing fails, and clears the error after', async () => {
    const answers = [
      Promise.resolve('one'),
      Promise.reject(new Error('away')),
      Promise.resolve('two'),
    ];
    renderInTestApp(<Shown load={() => answers.shift()!} />);
    expect(await screen.findByText('one')).toBeInTheDocument();
    expect(screen.getByText('aged')).toBeInTheDocument();
    await userEvent.click(screen.getByText('again'));
    expect(await screen.findByText('one (away)')).toBeInTheDocument();
    await userEvent.click(screen.getByText('again'));
    expect(await screen.findByText('two')).toBeInTheDocument();
  });

  it('drops the data and the running request when the key changes or it is left', async () => {
    const signals: AbortSignal[] = [];
    const load: Load = signal => {
      signals.push(signal);
      return signals.length === 1
        ? Promise.resolve('first')
        : new Promise(() => {});
    };
    const { unmount } = renderInTestApp(<Shown load={load} />);
    expect(await screen.findByText('first')).toBeInTheDocument();
    await userEvent.click(screen.getByText('other'));
    expect(await shown()).toHaveTextContent('loading');
    expect(signals[0].aborted).toBe(true);
    unmount();
    expect(signals[1].aborted).toBe(true);
  });

  it('looks again once for a burst of signals', async () => {
    const listeners: Array<(message: {}) => void> = [];
    let count = 0;
    renderInTestApp(<Shown load={async () => `answer ${(count += 1)}`} />, {
      apis: [
        [
          signalApiRef,
          {
            subscribe: (_channel: string, listener: unknown) => {
              listeners.push(listener as (message: {}) => void);
              return { unsubscribe: () => {} };
            },
          },
        ],
      ],
    });
    expect(await screen.findByText('answer 1')).toBeInTheDocument();
    act(() => {
      for (let times = 0; times < 20; times += 1) {
        listeners.forEach(listener => listener({}));
      }
    });
    expect(await screen.findByText('answer 2')).toBeInTheDocument();
    expect(count).toBe(2);
  });

  it('polls where there are no signals', async () => {
    let count = 0;
    renderInTestApp(
      <Shown pollEvery={1} load={async () => `answer ${(count += 1)}`} />,
    );
    // The first may be gone before it is seen.
    expect(await screen.findByText(/^answer/)).toBeInTheDocument();
    expect(
      await screen.findByText(/^answer ([2-9]|\d\d+)$/),
    ).toBeInTheDocument();
  });
});

describe('useLivePages', () => {
  function Pages(props: {
    load: (cursor: string | undefined) => Promise<CursorPage<string>>;
  }) {
    const pages = useLivePages({
      key: 'list',
      load: props.load,
      rowKey: (row: string) => row,
      pollEvery: 3_600_000,
    });
    return (
      <>
        <output>{pages.items.join()}</output>
        <span>{pages.hasMore ? 'more' : 'all'}</span>
        <span>{pages.moreError?.message}</span>
        <button onClick={pages.loadMore}>next</button>
        <button onClick={pages.refresh}>again</button>
      </>
    );
  }

  it('adds pages, each row once, and survives one that fails', async () => {
    let fail = true;
    const load = async (cursor?: string) => {
      if (!cursor) {
        return { items: ['a', 'b'], nextCursor: '2' };
      }
      if (fail) {
        fail = false;
        throw new Error('cut off');
      }
      return { items: ['b', 'c'] };
    };
    renderInTestApp(<Pages load={load} />);
    expect(await screen.findByText('a,b')).toBeInTheDocument();
    await userEvent.click(screen.getByText('next'));
    expect(await screen.findByText('cut off')).toBeInTheDocument();
    await userEvent.click(screen.getByText('next'));
    await waitFor(async () => expect(await shown()).toHaveTextContent('a,b,c'));
    expect(screen.getByText('all')).toBeInTheDocument();
  });

  it('rereads what was read when it refreshes, so that no moved row is lost', async () => {
    let order = ['a', 'b', 'c', 'd'];
    const load = async (cursor?: string) => {
      const from = Number(cursor ?? 0);
      return {
        items: order.slice(from, from + 2),
        nextCursor: from + 2 < order.length ? String(from + 2) : undefined,
      };
    };
    renderInTestApp(<Pages load={load} />);
    expect(await screen.findByText('a,b')).toBeInTheDocument();
    await userEvent.click(screen.getByText('next'));
    expect(await screen.findByText('a,b,c,d')).toBeInTheDocument();
    order = ['c', 'a', 'd', 'b'];
    await userEvent.click(screen.getByText('again'));
    expect(await screen.findByText('c,a,d,b')).toBeInTheDocument();
  });
});
