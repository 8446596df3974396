import { serve } from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import sloPlugin from '../alpha';
import { entities, testWorld } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

// On its own: answers of the permission framework are cached across the tests of a file.
const portal = testWorld();
serve('slo', () => portal);

const extension = sloPlugin.getExtension('entity-content:slo');
const entity = entities.payments;
const region = (name: string) => screen.findByRole('region', { name });

describe('a reader who may not write', () => {
  it('sees what they may not do, with who may', async () => {
    renderScreen({ entity, extension, mayWrite: false });
    const gate = within(await region('May it go out?'));
    expect(
      await gate.findByText(
        'Only owners of payments (team-payments) and those who hold slo.override.write may do this.',
      ),
    ).toBeVisible();
    expect(
      gate.getByRole('button', { name: 'Override until…' }),
    ).toBeDisabled();
    expect(
      screen.getByRole('button', { name: 'Exclude maintenance…' }),
    ).toBeDisabled();
  });
});
