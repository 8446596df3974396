import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { expectAccessible } from '../__testUtils__/expectAccessible';
import { STATUS_NAMES } from './status';
import { StatusCounts } from './StatusCounts';
import { StatusWord } from './StatusWord';

const counts = {
  critical: 7,
  warning: 12,
  healthy: 1181,
  'low-traffic': 0,
  'no-data': 3,
};

describe('status', () => {
  it('says every status with a word and a shape of its own', async () => {
    const { container } = renderInTestApp(
      <div data-testid="words">
        {STATUS_NAMES.map(status => (
          <StatusWord key={status} status={status} />
        ))}
      </div>,
    );
    const words = await screen.findByTestId('words');
    expect([...words.children].map(each => each.textContent)).toEqual([
      'Critical',
      'Warning',
      'Healthy',
      'Too little traffic',
      'No data',
    ]);
    const shapes = [...words.querySelectorAll('svg')].map(svg => svg.innerHTML);
    expect(new Set(shapes).size).toBe(STATUS_NAMES.length);
    await expectAccessible(container);
  });

  it('counts worst first, and filters when asked to', async () => {
    const onToggle = jest.fn();
    const { container } = renderInTestApp(
      <StatusCounts
        counts={counts}
        selected={['warning']}
        onToggle={onToggle}
        hideZero
      />,
    );
    const list = await screen.findByRole('list', {
      name: 'Objectives by health',
    });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['7 critical', '12 warning', '1,181 healthy', '3 no data']);
    expect(
      screen.getByRole('button', { name: '12 warning', pressed: true }),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: '7 critical' }));
    expect(onToggle).toHaveBeenCalledWith('critical');
    await expectAccessible(container);
  });
});
