import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  ago,
  OWNER,
  say,
  someRollback,
  testWorld,
  type World,
} from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('delivery', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const path = '/delivery/rollbacks/RB-0007';
const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

const waiting = (now: number, allowed: boolean) =>
  someRollback(now, {
    state: 'waiting-approval',
    said: say('rollback.waiting-approval', 'Waits', { version: 'v2.3.3' }),
    approval: { state: 'waiting', until: ago(now, -30) },
    may: {
      approve: {
        allowed,
        who: [OWNER],
        ...(!allowed && {
          why: say('may.requester', 'You asked for it.'),
        }),
      },
      cancel: { allowed: true, who: [OWNER] },
    },
  });

describe('a rollback', () => {
  it('shows its steps, what users see, and its records', async () => {
    const user = userEvent.setup();
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: 'RB-0007 rolls payments (production) back from v2.3.4 to v2.3.3',
      }),
    ).toBeVisible();
    expect(
      screen.getByText('v2.3.3 runs again; watching whether users recover.'),
    ).toBeVisible();
    const steps = await region('Steps');
    expect(
      steps
        .getAllByRole('listitem')
        .map(item => item.textContent)
        .join('\n'),
    ).toMatch(
      /Done.*Sync to 41c.*6\ss\nDone.*v2\.3\.3 rolled out.*42\ss\nWaits.*What users see recovers.*errors 8 % → 0\.4 %/,
    );
    const readings = await region('What users see');
    expect(readings.getByRole('row', { name: /error rate/ })).toHaveTextContent(
      /8\s?%9\s?%0\.4\s?%Well/,
    );
    await user.click(screen.getByText('Ledger of effects (1 entry)'));
    expect(screen.getByText('{"sync":"41c"}')).toBeVisible();
    await user.click(screen.getByText('Journal'));
    expect(await screen.findByText('requested')).toBeVisible();
    await expectAccessible(container);
  });

  it('is looked at again while it runs, and tells how it ended', async () => {
    renderScreen({ path });
    await screen.findByText(/watching whether users recover/);
    Object.assign(world.rollbacks[0], {
      state: 'succeeded',
      said: say('rollback.succeeded', 'v2.3.3 runs again', {
        version: 'v2.3.3',
      }),
    });
    expect(
      await screen.findByText('v2.3.3 runs again, and users have recovered.'),
    ).toBeVisible();
    expect(
      screen.queryByRole('button', { name: 'Cancel rollback' }),
    ).toBeNull();
  });

  it('is approved by a second person, with a comment', async () => {
    const user = userEvent.setup();
    world.rollbacks = [waiting(world.now, true)];
    const { container } = renderScreen({ path });
    const panel = await region('Second approval');
    await user.type(panel.getByRole('textbox', { name: 'Comment' }), 'go');
    await expectAccessible(container);
    await user.click(panel.getByRole('button', { name: 'Approve' }));
    expect(await panel.findByText(/^Approved by/)).toHaveTextContent('go');
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: '/v1/rollbacks/RB-0007/decision',
        body: { approve: true, comment: 'go' },
      },
    ]);
  });

  it('is not approved by who asked for it', async () => {
    world.rollbacks = [waiting(world.now, false)];
    renderScreen({ path });
    const panel = await region('Second approval');
    expect(
      panel.getByText(/You asked for it; somebody else has to agree\./),
    ).toBeVisible();
    expect(panel.queryByRole('button', { name: 'Approve' })).toBeNull();
  });

  it('is cancelled with a reason, after saying what that does', async () => {
    const user = userEvent.setup();
    renderScreen({ path, language: 'es' });
    await user.click(
      await screen.findByRole('button', { name: 'Cancelar la reversión' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(/Se detiene antes de su próximo efecto/),
    ).toBeVisible();
    const confirm = dialog.getByRole('button', {
      name: 'Cancelar la reversión',
    });
    expect(confirm).toBeDisabled();
    await user.type(dialog.getByRole('textbox', { name: /Motivo/ }), 'no');
    await user.click(confirm);
    await waitFor(() =>
      expect(world.portal.writes).toEqual([
        {
          method: 'POST',
          path: '/v1/rollbacks/RB-0007/cancel',
          body: { reason: 'no' },
        },
      ]),
    );
    expect((await screen.findAllByText(/Cancelada/))[0]).toBeVisible();
  });

  it('says in the language of the reader what is taken back when it is cancelled', async () => {
    const user = userEvent.setup();
    const resume = say('argocd.step.resume', 'Turn auto-sync on again');
    world.rollbacks[0].ifCancelled = [resume];
    const { unmount } = renderScreen({ path, language: 'es' });
    await user.click(
      await screen.findByRole('button', { name: 'Cancelar la reversión' }),
    );
    expect(
      await screen.findByText(
        /deshace lo que se haya hecho de esto: Activar otra vez la sincronización automática como estaba\./,
      ),
    ).toBeVisible();
    unmount();
    Object.assign(world.rollbacks[0], {
      state: 'cancelled',
      ifCancelled: undefined,
      said: say('rollback.cancelled.taken-back', 'Cancelled.', {
        by: 'user:default/ana',
        taken: resume.text,
        reason: 'No era este.',
      }),
      steps: [
        {
          id: 'resume-auto-sync',
          title: resume.text,
          titleSaid: resume,
          kind: 'effect',
          state: 'succeeded',
        },
      ],
    });
    renderScreen({ path, language: 'es' });
    expect(
      await screen.findByText(
        'ana la canceló. Se deshizo: Activar otra vez la sincronización automática como estaba. No era este.',
      ),
    ).toBeVisible();
  });

  it('is one of a list, which can be narrowed', async () => {
    const { container } = renderScreen({ path: '/delivery/rollbacks' });
    expect(
      await screen.findByRole('link', { name: 'RB-0007' }),
    ).toHaveAttribute('href', path);
    await expectAccessible(container);
  });
});
