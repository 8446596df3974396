import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { LiveQuery } from '../query/useLiveQuery';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { EmptyState } from './EmptyState';
import { QueryBoundary } from './QueryBoundary';

const query = (change: Partial<LiveQuery<string[]>>): LiveQuery<string[]> => ({
  data: undefined,
  error: undefined,
  isLoading: false,
  isRefreshing: false,
  loadedAt: undefined,
  refresh: () => {},
  ...change,
});

function show(change: Partial<LiveQuery<string[]>>) {
  return renderInTestApp(
    <QueryBoundary
      query={query(change)}
      what="Objectives"
      isEmpty={data => data.length === 0}
      empty={
        <EmptyState
          sentence="No objectives yet."
          next="Add an SLO document next to catalog-info.yaml:"
          example={{ title: 'slo.yaml', code: 'kind: SLO' }}
        />
      }
    >
      {data => <p>{data.join()}</p>}
    </QueryBoundary>,
  );
}

describe('states of a screen', () => {
  it('says what is loading', async () => {
    const { container } = show({ isLoading: true });
    expect(await screen.findByRole('status')).toHaveTextContent(
      'Loading Objectives…',
    );
    await expectAccessible(container);
  });

  it('says what failed, why, and with which reference, and tries again', async () => {
    const refresh = jest.fn();
    const error = Object.assign(new Error('Request failed with 502'), {
      body: {
        error: { message: 'the ledger is away', id: 'c0ffee' },
        response: { statusCode: 502 },
      },
    });
    const { container } = show({ error, refresh });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Objectives could not be loaded.');
    expect(alert).toHaveTextContent('the ledger is away');
    expect(alert).toHaveTextContent('Reference c0ffee');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(refresh).toHaveBeenCalledTimes(1);
    await expectAccessible(container);
  });

  it('keeps forbidden apart from failed, and says who may', async () => {
    const error = Object.assign(new Error('no'), { response: { status: 403 } });
    const { container } = show({ error, data: ['secret'] });
    expect(
      await screen.findByText('You may not see Objectives.'),
    ).toBeInTheDocument();
    expect(screen.getByText(/^Ask an owner/)).toBeInTheDocument();
    expect(screen.queryByText('secret')).not.toBeInTheDocument();
    await expectAccessible(container);
  });

  it('keeps the data when refreshing fails, with their age', async () => {
    const { container } = show({
      data: ['availability'],
      loadedAt: Date.now() / 1000 - 400,
      error: new Error('cut off'),
    });
    expect(await screen.findByText('availability')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(
      /These numbers are from 6.min ago. Refreshing them fails: cut off/,
    );
    await expectAccessible(container);
  });

  it('says the next step when there is nothing, with text to copy', async () => {
    const user = userEvent.setup();
    const written = jest.spyOn(navigator.clipboard, 'writeText');
    const { container } = show({ data: [] });
    expect(await screen.findByText('No objectives yet.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy slo.yaml' }));
    expect(written).toHaveBeenCalledWith('kind: SLO');
    expect(screen.getByRole('button', { name: 'Copied' })).toBeInTheDocument();
    await expectAccessible(container);
  });

  it('says when copying is denied', async () => {
    const user = userEvent.setup();
    show({ data: [] });
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValueOnce(new Error('denied'));
    await user.click(
      await screen.findByRole('button', { name: 'Copy slo.yaml' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Could not copy' }),
    ).toBeInTheDocument();
  });
});
