import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import sloPlugin from '../alpha';
import { entities, testWorld, type FakePortal } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let portal: FakePortal;
serve('slo', () => portal);
beforeEach(() => {
  portal = testWorld();
});

const extension = sloPlugin.getExtension('entity-content:slo');
const entity = entities.payments;
const region = (name: string) => screen.findByRole('region', { name });

describe('the gate', () => {
  it('says the verdict with its policy and evidence', async () => {
    renderScreen({ entity, extension });
    const gate = within(await region('May it go out?'));
    expect(gate.getByText(/Releases of payments are halted/)).toHaveTextContent(
      'Policy conservative',
    );
    expect(
      gate.getByText(
        'payments-availability: 69% of the budget spent, the limit is 60%',
      ),
    ).toBeVisible();
    expect(gate.getByText('Halt releases that are not fixes')).toBeVisible();
  });

  it('is overridden for a time and a reason, and back', async () => {
    renderScreen({ entity, extension });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Override until…' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(
      /Until .* the gate answers “Releases allowed” for payments/,
    );
    await expectAccessible(dialog);
    const confirm = within(dialog).getByRole('button', {
      name: 'Set override',
    });
    expect(confirm).toBeDisabled();

    await userEvent.click(within(dialog).getByLabelText('1 h'));
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'fix for INC-42',
    );
    await userEvent.click(confirm);

    expect(
      await screen.findByText(/ana allowed releases until .*“fix for INC-42”/),
    ).toBeVisible();
    expect(portal.bodies).toEqual([
      {
        entityRef: 'component:default/payments',
        verdict: 'allow',
        reason: 'fix for INC-42',
        until: expect.any(Number),
      },
    ]);

    await userEvent.click(
      screen.getByRole('button', { name: 'Revoke the override' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Override until…' }),
    ).toBeEnabled();
    expect(portal.requests).toContain('DELETE /v1/overrides/1');
  });

  it('keeps the dialog with the reason why when the server refuses', async () => {
    renderScreen({ entity, extension });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Override until…' }),
    );
    portal.failures = [
      {
        match: '/v1/overrides',
        status: 403,
        name: 'NotAllowedError',
        message: 'Only owners of payments may override its gate',
      },
    ];
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Reason/ }),
      'because',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Set override' }));
    expect(
      await screen.findByText(/Only owners of payments may override its gate/),
    ).toBeVisible();
  });
});

describe('corrections', () => {
  it('leave maintenance out of a budget, and are undone', async () => {
    renderScreen({ entity, extension });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Exclude maintenance…' }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent(
      /Everything measured between .* \(1 h\) is left out of every budget of payments, also backwards/,
    );
    await expectAccessible(dialog);
    await userEvent.click(within(dialog).getByLabelText('Only availability'));
    await userEvent.type(
      within(dialog).getByRole('textbox', { name: /Reason/ }),
      'database move',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Leave out' }),
    );

    const marked = within(await region('Excluded and marked time'));
    expect(await marked.findByText(/database move · by ana/)).toBeVisible();
    expect(portal.bodies).toEqual([
      expect.objectContaining({
        entityRef: 'component:default/payments',
        ref: 'slo:default/payments-availability',
        kind: 'maintenance',
        reason: 'database move',
      }),
    ]);

    await userEvent.click(marked.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(portal.corrections).toEqual([]));
    expect(
      await marked.findByText(/No maintenance or incident has been taken out/),
    ).toBeVisible();
  });
});
