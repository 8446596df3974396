import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const path = '/incidents/INC-0042';
const base = '/v1/incidents/INC-0042';
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) =>
  userEvent.click(await button(name));
const dialog = async () => within(await screen.findByRole('dialog'));
const current = () => world.incidents.find(each => each.id === 'INC-0042')!;

async function refuse(match: string, message: string, status = 503) {
  world.portal.failures = [
    { match, method: 'POST', status, name: 'ServiceUnavailableError', message },
  ];
}

describe('the lifecycle', () => {
  it('says what a step does, takes it with a note, and takes it back', async () => {
    renderScreen({ path });
    await press('Resolved');
    const ask = await dialog();
    expect(
      ask.getByText(
        /INC-0042 is resolved: all that it affected is healthy.*Whoever was notified of it is told\./,
      ),
    ).toBeVisible();
    await expectAccessible(await screen.findByRole('dialog'));
    await userEvent.type(ask.getByRole('textbox'), 'rolled back');
    await userEvent.click(ask.getByRole('button', { name: 'Set to Resolved' }));

    expect(await screen.findByText(/Now Resolved\./)).toBeVisible();
    expect(world.portal.writes).toEqual([
      {
        method: 'POST',
        path: `${base}/status`,
        body: { status: 'resolved', note: 'rolled back' },
      },
    ]);
    await press('Undo: back to Investigating');
    await waitFor(() => expect(current().status).toBe('investigating'));
    expect(
      await screen.findByText('Reopened: from Resolved to Investigating'),
    ).toBeVisible();
  });

  it('stays where it is, with the reason, when the server fails', async () => {
    renderScreen({ path });
    await press('Identified');
    await refuse('/status', 'the database is not reachable');
    await press('Set to Identified');
    expect(
      await (await dialog()).findByText('the database is not reachable'),
    ).toBeVisible();
  });
});

describe('what to do', () => {
  it('is acknowledged, mitigated and given roles, each once', async () => {
    renderScreen({ path });
    await press('Acknowledge');
    expect(await screen.findByText('Acknowledged by ana')).toBeVisible();

    await press('It is applied…');
    const ask = await dialog();
    await userEvent.type(ask.getByRole('textbox'), 'Rolled back to v2.3.3');
    await userEvent.click(ask.getByRole('button', { name: 'Record it' }));
    await waitFor(() =>
      expect(world.portal.writes.at(-1)?.body).toEqual({
        version: 2,
        mitigated: true,
        mitigation: 'Rolled back to v2.3.3',
      }),
    );

    await press('Take command of this incident');
    await waitFor(() => expect(current().commander).toBe('user:default/ana'));
    await press('Vacate the role commander');
    await waitFor(() => expect(current().commander).toBeUndefined());
  });

  it('gives a role to somebody of the catalog', async () => {
    renderScreen({ path });
    await press('Give the role scribe to somebody');
    const ask = await dialog();
    await userEvent.click(ask.getByRole('button', { name: /Person/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'ben' }));
    await userEvent.keyboard('{Escape}');
    expect(
      await ask.findByText(/ben has the role scribe from now on/),
    ).toBeVisible();
    await userEvent.click(ask.getByRole('button', { name: 'Give the role' }));
    await waitFor(() =>
      expect(world.portal.writes.at(-1)?.body).toEqual({
        role: 'scribe',
        userRef: 'user:default/ben',
      }),
    );
  });

  it('takes a link to the channel only if it is https', async () => {
    renderScreen({ path });
    await press('Add link…');
    const ask = await dialog();
    const field = ask.getByRole('textbox');
    await userEvent.type(field, 'http://chat.example');
    expect(ask.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.clear(field);
    await userEvent.type(field, 'https://chat.example/c/1');
    await userEvent.click(ask.getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByRole('link', { name: /chat.example/ }),
    ).toHaveAttribute('href', 'https://chat.example/c/1');
  });
});

describe('a note', () => {
  it('is previewed as Markdown and added by keyboard, under a key of its own', async () => {
    renderScreen({ path });
    const field = await screen.findByRole('textbox', { name: 'Note' });
    await userEvent.type(field, 'It was **DNS**');
    await press('Preview');
    expect(screen.getByText('DNS').tagName).toBe('STRONG');
    await press('Write');
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Note' }),
      '{Control>}{Enter}{/Control}',
    );
    await waitFor(() =>
      expect(world.portal.writes).toEqual([
        {
          method: 'POST',
          path: `${base}/notes`,
          body: {
            text: 'It was **DNS**',
            kind: 'note',
            key: expect.any(String),
          },
        },
      ]),
    );
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue(''),
    );
  });

  it('that could not be sent stays, also after a reload, and is sent under the same key', async () => {
    const { unmount } = renderScreen({ path });
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Note' }),
      'Do not lose me',
    );
    await refuse('/notes', 'no connection');
    await press('Add note');
    expect(
      await screen.findByText(
        'Not added: no connection Your text is kept here as a draft.',
      ),
    ).toBeVisible();
    unmount();

    world.portal.failures = [];
    renderScreen({ path });
    expect(await screen.findByRole('textbox', { name: 'Note' })).toHaveValue(
      'Do not lose me',
    );
    await press('Add note');
    await waitFor(() => expect(current()).toBeDefined());
    await waitFor(() =>
      expect(
        world.portal.writes.filter(each => each.path.endsWith('/notes')),
      ).toHaveLength(1),
    );
    expect(
      window.localStorage.getItem('ghostlight.incidents.draft.INC-0042'),
    ).toBeNull();
  });
});

describe('an edit', () => {
  it('sends only what was changed', async () => {
    renderScreen({ path });
    await press('Edit…');
    const ask = await dialog();
    await expectAccessible(await screen.findByRole('dialog'));
    expect(ask.getByRole('button', { name: 'Save' })).toBeDisabled();
    await userEvent.click(ask.getByRole('radio', { name: 'SEV1' }));
    expect(ask.getByText(/from SEV2 to SEV1/)).toBeVisible();
    await userEvent.type(
      ask.getByRole('textbox', { name: 'Root cause' }),
      'No time-out',
    );
    await userEvent.click(ask.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('No time-out')).toBeVisible();
    expect(world.portal.writes.at(-1)?.body).toEqual({
      version: 1,
      severity: 'SEV1',
      rootCause: 'No time-out',
    });
  });

  it('that another was quicker than shows both, loses neither, and lets the reader choose', async () => {
    renderScreen({ path });
    await press('Edit…');
    const ask = await dialog();
    const title = ask.getByRole('textbox', { name: /Title/ });
    await userEvent.clear(title);
    await userEvent.type(title, 'Mine');
    world.incidents = world.incidents.map(each =>
      each.id === 'INC-0042'
        ? { ...each, version: 7, title: 'Theirs', rootCause: 'Their cause' }
        : each,
    );
    await userEvent.click(ask.getByRole('button', { name: 'Save' }));

    const conflict = within(
      await ask.findByRole('region', { name: /Somebody else changed/ }),
    );
    expect(conflict.getByText('Theirs', { selector: 'dd' })).toBeVisible();
    expect(conflict.getByText('Mine')).toBeVisible();
    expect(ask.getByRole('textbox', { name: 'Root cause' })).toHaveValue(
      'Their cause',
    );
    await userEvent.click(
      ask.getByRole('button', { name: 'Save mine over it' }),
    );
    await waitFor(() =>
      expect(world.portal.writes.at(-1)?.body).toEqual({
        version: 7,
        title: 'Mine',
      }),
    );
    expect(current()).toMatchObject({
      title: 'Mine',
      rootCause: 'Their cause',
    });
  });
});

describe('merging and deleting', () => {
  it('merges into another incident and goes there', async () => {
    renderScreen({ path });
    await press('Merge into…');
    const ask = await dialog();
    await userEvent.type(ask.getByRole('textbox'), 'inc-0041');
    expect(
      ask.getByText(/All alerts of INC-0042 move to INC-0041, later ones too/),
    ).toBeVisible();
    await userEvent.click(ask.getByRole('button', { name: 'Merge' }));
    expect(
      await screen.findByRole('heading', { name: /search answers slowly/ }),
    ).toBeVisible();
    expect(world.portal.writes).toEqual([
      { method: 'POST', path: `${base}/merge`, body: { into: 'INC-0041' } },
    ]);
  });

  it('deletes after a word about what that means', async () => {
    renderScreen({ path });
    await press('Delete…');
    const ask = await dialog();
    expect(ask.getByText(/leaves lists and metrics/)).toBeVisible();
    await userEvent.click(ask.getByRole('button', { name: 'Delete' }));
    expect(
      await screen.findByRole('grid', { name: 'Incidents' }),
    ).toBeVisible();
    expect(world.portal.requests).toContain(`DELETE ${base}`);
  });
});
