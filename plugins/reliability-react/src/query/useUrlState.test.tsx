import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { urlField } from './urlField';
import { useUrlState } from './useUrlState';

const fields = {
  q: urlField.text(),
  owner: urlField.list(),
  status: urlField.someOf(['critical', 'warning', 'healthy']),
  sort: urlField.oneOf(['budget', 'burn'], 'budget'),
  from: urlField.integer(),
  all: urlField.flag(),
};

function Screen() {
  const [state, setState] = useUrlState(fields);
  return (
    <>
      <code>{JSON.stringify(state)}</code>
      <output>{useLocation().search}</output>
      <button
        onClick={() => {
          setState({ q: 'pay & go' });
          setState({ status: ['warning', 'critical'], from: 12, all: true });
        }}
      >
        change
      </button>
      <button
        onClick={() =>
          setState({ q: '', status: [], from: undefined, all: false })
        }
      >
        clear
      </button>
    </>
  );
}

describe('useUrlState', () => {
  it('restores the screen from the URL and takes nothing on trust', async () => {
    renderInTestApp(<Screen />, {
      initialRouteEntries: [
        '/?q=x&owner=a&owner=b&status=critical,bogus&sort=evil&from=1e9',
      ],
    });
    const state = JSON.parse((await screen.findByText(/^\{/)).textContent!);
    expect(state).toEqual({
      q: 'x',
      owner: ['a', 'b'],
      status: ['critical'],
      sort: 'budget',
      all: false,
    });
  });

  it('writes what differs from the default, several changes at once, and keeps others', async () => {
    renderInTestApp(<Screen />, { initialRouteEntries: ['/?theirs=1'] });
    await userEvent.click(await screen.findByText('change'));
    expect(screen.getByRole('status')).toHaveTextContent(
      '?theirs=1&q=pay+%26+go&status=critical%2Cwarning&from=12&all=1',
    );
    await userEvent.click(screen.getByText('clear'));
    expect(screen.getByRole('status')).toHaveTextContent(/^\?theirs=1$/);
  });
});
