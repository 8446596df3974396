import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { testWorld, type World } from '../__testUtils__';
import { alert } from '../__testUtils__/alerts';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
  window.localStorage.clear();
});

const path = '/incidents/alerts';
const row = (name: string | RegExp) => screen.findByRole('row', { name });
const lately = (match: string) =>
  decodeURIComponent(
    [...world.portal.requests].reverse().find(each => each.includes(match)) ??
      '',
  );

describe('the alerts inbox', () => {
  it('says first what needs somebody, then lists what is open with its owner and incident', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: '3 alerts are firing. 1 is kept quiet, 1 has no known entity, and 2 items could not be understood.',
      }),
    ).toBeVisible();
    const first = within(await row(/HighErrorRate on payments/));
    expect(first.getByText('Critical')).toBeVisible();
    expect(first.getByRole('link', { name: 'payments' })).toHaveAttribute(
      'href',
      '/catalog/default/component/payments',
    );
    expect(first.getByRole('link', { name: 'INC-0042' })).toHaveAttribute(
      'href',
      '/incidents/INC-0042',
    );
    expect(screen.getByRole('button', { name: 'Open (3)' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expectAccessible(container);
  });

  it('asks the server for what the address says, and reads on by cursor', async () => {
    world.alerts = Array.from({ length: 150 }, (_, index) =>
      alert(world.now, { id: `a${index}`, name: `Alert${index}` }),
    );
    renderScreen({
      path: `${path}?severity=critical&adapter=alertmanager-v4&entity=component:default/payments&q=Alert`,
    });
    await row(/Alert0 on payments/);
    for (const part of [
      'view=open',
      'severity=critical',
      'adapter=alertmanager-v4',
      'entityRef=component:default/payments',
      'q=Alert',
    ])
      expect(lately('/v1/alerts?')).toContain(part);
    (await row(/Alert0 on payments/)).focus();
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(lately('/v1/alerts?')).toContain('cursor=100'));
    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    await waitFor(() =>
      expect(lately('/v1/alerts?')).not.toContain('severity='),
    );
  });

  it('opens an alert by keyboard with all that is known of it as text, and gives the focus back', async () => {
    const { container } = renderScreen({ path: `${path}?view=all` });
    const opened = await row(/QueueFull on checkout/);
    opened.focus();
    await userEvent.keyboard('{Enter}');
    const drawer = await screen.findByRole('complementary', { name: 'Alert' });
    const inside = within(drawer);
    expect(await inside.findByText('label service is payments')).toBeVisible();
    expect(drawer).toHaveFocus();
    expect(inside.getByText(/It went to and fro 3 times/)).toBeVisible();
    expect(
      inside.getAllByRole('listitem').map(each => each.textContent),
    ).toEqual([
      expect.stringMatching(
        /Symptom of a known origin: checkout depends on payments, where INC-0042 began 12 reports kept quiet · Until/,
      ),
      expect.stringMatching(
        /Flapping: Went to and fro 6 times within 30 min 4 reports kept quiet · undone by ben/,
      ),
    ]);
    expect(inside.getByText('{"status":"firing"}')).toBeVisible();
    await expectAccessible(container);
    await userEvent.keyboard('{Escape}');
    await waitFor(() =>
      expect(screen.queryByRole('complementary')).not.toBeInTheDocument(),
    );
    expect(opened).toHaveFocus();
  });

  it('undoes a suppression, having said what follows', async () => {
    renderScreen({ path: `${path}?view=suppressed` });
    const quiet = within(await row(/QueueFull on checkout/));
    expect(quiet.getByText('Symptom of a known origin:')).toBeVisible();
    expect(quiet.getByText('×12')).toBeVisible();
    await userEvent.click(quiet.getByRole('button', { name: /Undo/ }));
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(
        /goes through correlation again: it may join an incident or open one, .* checkout depends on payments/,
      ),
    ).toBeVisible();
    await userEvent.click(dialog.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('No alert is kept quiet.')).toBeVisible();
    expect(world.portal.writes).toEqual([
      { method: 'POST', path: '/v1/alerts/11/unsuppress', body: undefined },
    ]);
    expect(
      await screen.findByRole('heading', { name: /^4 alerts are firing/ }),
    ).toBeVisible();
  });

  it('teaches what the labels mean from the likeliest candidate, and says how many have it now', async () => {
    renderScreen({ path: `${path}?view=unresolved` });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Teach the entity of DiskFull on node-7',
      }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      await dialog.findByText(
        /Alerts with host = ledger-db-7 are of ledger: those to come, and those open now/,
      ),
    ).toBeVisible();
    await userEvent.click(
      dialog.getByRole('button', { name: '+ trigger = disk' }),
    );
    await userEvent.click(dialog.getByRole('button', { name: 'Teach' }));
    expect(
      await dialog.findByText(/1 open alert has its entity now/),
    ).toBeVisible();
    expect(world.portal.writes[0].body).toEqual({
      entityRef: 'component:default/ledger',
      matchers: [
        { label: 'host', mode: 'equals', value: 'ledger-db-7' },
        { label: 'trigger', mode: 'equals', value: 'disk' },
      ],
    });
    // The dialog's own ×, and its last button, say the same.
    await userEvent.click(dialog.getAllByRole('button', { name: 'Close' })[1]);
    expect(
      await screen.findByText('Every firing alert has its entity.'),
    ).toBeVisible();
    await userEvent.click(
      await screen.findByRole('button', { name: /Forget .*host \^= cart-/ }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Forget',
      }),
    );
    await waitFor(() =>
      expect(world.portal.writes[1]).toMatchObject({
        method: 'DELETE',
        path: '/v1/mappings/9',
      }),
    );
  });

  it('silences alerts of a kind until a time, only with a reason, and ends a silence', async () => {
    renderScreen({ path: `${path}?alert=1` });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Silence…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    expect(
      dialog.getByText(
        /Alerts with name = HighErrorRate, service = payments · entity payments open no incident .* always told/,
      ),
    ).toBeVisible();
    const confirm = dialog.getByRole('button', { name: 'Silence' });
    expect(confirm).toBeDisabled();
    await userEvent.type(dialog.getByLabelText(/Reason/), 'known');
    await userEvent.click(confirm);
    await waitFor(() => expect(world.portal.writes).toHaveLength(1));
    expect(world.portal.writes[0].body).toMatchObject({
      matchers: [
        { label: 'name', value: 'HighErrorRate' },
        { label: 'service', value: 'payments' },
      ],
      entityRef: 'component:default/payments',
      reason: 'known',
    });
    await userEvent.click(screen.getByRole('button', { name: 'Silences' }));
    await userEvent.click(
      await screen.findByRole('button', { name: /End .*QueueFull/ }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'End it now',
      }),
    );
    await waitFor(() =>
      expect(world.portal.writes[1]).toMatchObject({
        method: 'DELETE',
        path: '/v1/silences/3',
      }),
    );
  });

  it('silences an entity alone when no label is given', async () => {
    renderScreen({ path: `${path}?alert=1` });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Silence…' }),
    );
    const dialog = within(await screen.findByRole('dialog'));
    for (const label of ['service', 'name'])
      await userEvent.click(
        dialog.getByRole('button', { name: `Remove the condition ${label}` }),
      );
    expect(
      dialog.getByText(/^Alerts with entity payments open no incident/),
    ).toBeVisible();
    await userEvent.type(dialog.getByLabelText(/Reason/), 'known');
    await userEvent.click(dialog.getByRole('button', { name: 'Silence' }));
    await waitFor(() => expect(world.portal.writes).toHaveLength(1));
    const { body } = world.portal.writes[0];
    expect(body).toMatchObject({ entityRef: 'component:default/payments' });
    expect(body).not.toHaveProperty('matchers');
    await userEvent.click(screen.getByRole('button', { name: 'Silences' }));
    expect(
      await screen.findByRole('button', {
        name: 'End the silence of alerts with entity payments',
      }),
    ).toBeVisible();
  });

  it('undoes the suppressions that are marked, or all of one reason, having said how many', async () => {
    world.alerts = ['a', 'b', 'c', 'd'].map((id, index) =>
      alert(world.now, {
        id,
        name: `Alert${id}`,
        suppression: {
          kind: 'silence',
          reason: 'Silenced by user:default/ben: known',
          said: {
            code: 'suppression.silence',
            params: { by: 'user:default/ben', reason: 'known' },
          },
          causeRef: index < 3 ? 'silence:1' : 'silence:2',
          at: new Date(world.now).toISOString(),
          count: 1,
        },
      }),
    );
    const { container } = renderScreen({ path: `${path}?view=suppressed` });
    await row(/Alerta on payments/);
    await userEvent.click(screen.getByRole('button', { name: /one reason…/ }));
    let dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByRole('button', { name: 'Undo' })).toBeDisabled();
    await userEvent.click(
      await dialog.findByRole('radio', {
        name: 'Silence: silenced by ben: known (3 alerts)',
      }),
    );
    expect(
      dialog.getByText(/^3 alerts go through correlation again/),
    ).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(
      dialog.getByRole('button', { name: 'Undo for 3 alerts' }),
    );
    expect(
      await screen.findByText('3 suppressions were undone.'),
    ).toBeVisible();
    await waitFor(() =>
      expect(screen.queryByText('Alerta on payments')).not.toBeInTheDocument(),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Mark all shown' }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Undo for 1 alert…' }),
    );
    dialog = within(await screen.findByRole('dialog'));
    await userEvent.click(
      dialog.getByRole('button', { name: 'Undo for 1 alert' }),
    );
    expect(await screen.findByText('No alert is kept quiet.')).toBeVisible();
    expect(screen.getByText('1 suppression was undone.')).toBeVisible();
    expect(world.portal.writes.map(({ body }) => body)).toEqual([
      { kind: 'silence', causeRef: 'silence:1' },
      { alertIds: ['d'] },
    ]);
  });

  it('gives reasons in Spanish where the backend says them by code', async () => {
    world.alerts = [
      alert(world.now, {
        id: 'a',
        name: 'Flaps',
        entityReason: '“payments” is its name (label service)',
        entityReasonSaid: {
          code: 'entity.name',
          params: { name: 'payments', label: 'service' },
        },
        suppression: {
          kind: 'flapping',
          reason: 'Went to and fro 6 times within 10 min',
          said: {
            code: 'suppression.flapping',
            params: { times: '6', minutes: '10' },
          },
          at: new Date(world.now).toISOString(),
          count: 1,
        },
      }),
    ];
    renderScreen({ path: `${path}?view=suppressed&alert=a`, language: 'es' });
    expect(
      await screen.findByText(/^fue y vino 6 veces en 10.min$/),
    ).toBeVisible();
    expect(
      await screen.findByText(/«payments» es su nombre \(etiqueta service\)/),
    ).toBeVisible();
  });

  it('shows what was wrong with an item in quarantine, and what came of another try', async () => {
    const { container } = renderScreen({
      path: `${path}?view=quarantined&alert=5`,
    });
    const drawer = within(
      await screen.findByRole('complementary', { name: 'Item in quarantine' }),
    );
    expect(drawer.getByText('startsAt is not a time')).toBeVisible();
    expect(drawer.getByText('alerts[2].startsAt')).toBeVisible();
    expect(drawer.getByText(/<img src=x>/)).toBeVisible();
    expect(container.querySelector('img')).toBeNull();
    await userEvent.click(drawer.getByRole('button', { name: 'Try again' }));
    expect(
      await drawer.findByText(
        'It still cannot be taken: startsAt is not a time',
      ),
    ).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(drawer.getByRole('button', { name: 'Discard…' }));
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: 'Discard',
      }),
    );
    await waitFor(() =>
      expect(screen.queryByRole('complementary')).not.toBeInTheDocument(),
    );
    expect(world.quarantine.map(each => each.id)).toEqual(['4']);
  });

  it('says where senders send, what came of it, and what they left out', async () => {
    const { container } = renderScreen({ path: `${path}?view=senders` });
    const sender = within(await row(/^Alertmanager/));
    expect(
      await sender.findByText(
        'http://portal.example/api/incidents/v1/intake/alertmanager-v4',
      ),
    ).toBeVisible();
    expect(sender.getByText('Credential: external-access token')).toBeVisible();
    expect(sender.getByText('17 left out')).toBeVisible();
    expect(screen.getByText(/they never came here/)).toBeVisible();
    expect(
      screen.getByText(
        'Credential: external-access token or X-Grafana-Alerting-Signature',
      ),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('declares an incident from the alerts that are marked', async () => {
    renderScreen({ path });
    await userEvent.click(
      await screen.findByRole('checkbox', { name: 'Mark DiskFull on node-7' }),
    );
    await userEvent.click(
      screen.getByRole('checkbox', { name: 'Mark HighLatency on checkout' }),
    );
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Declare an incident from 2 alerts…',
      }),
    );
    await userEvent.click(
      within(await screen.findByRole('dialog')).getByRole('button', {
        name: /Declare/,
      }),
    );
    await waitFor(() =>
      expect(world.portal.writes[0]).toMatchObject({
        path: '/v1/incidents',
        body: {
          alertIds: ['2', '12'],
          entityRefs: ['component:default/checkout'],
        },
      }),
    );
  });

  it('says who may, where the reader may not', async () => {
    world.portal.failures = ['/v1/silences', '/v1/quarantine'].map(match => ({
      match,
      status: 403,
      name: 'NotAllowedError',
      message: 'no',
    }));
    renderScreen({ path: `${path}?view=suppressed&alert=11`, mayWrite: false });
    expect(
      await screen.findByText(/permission incidents\.alert\.update/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Undo the suppression…' }),
    ).toBeDisabled();
    for (const view of ['Silences', 'Quarantined (2)']) {
      await userEvent.click(screen.getByRole('button', { name: view }));
      expect(
        await screen.findByText(/permission incidents\.inbox\.manage/),
      ).toBeVisible();
    }
  });

  it.each([
    ['open', 'No alert is firing.'],
    ['quarantined', 'Nothing is quarantined.'],
    ['silences', 'Nothing is silenced.'],
    ['open&q=nothing', 'No alert matches these filters.'],
  ])('says when %s is empty, and what to do', async (view, sentence) => {
    world.alerts = [];
    world.quarantine = [];
    world.silences = [];
    const { container } = renderScreen({ path: `${path}?view=${view}` });
    expect(await screen.findByText(sentence)).toBeVisible();
    await expectAccessible(container);
  });

  it('says why the list cannot be read', async () => {
    world.portal.failures = [
      {
        match: '/v1/alerts?',
        status: 503,
        name: 'ServiceUnavailableError',
        message: 'the database is not reachable',
      },
    ];
    renderScreen({ path });
    expect(
      await screen.findByText(/the database is not reachable/),
    ).toBeVisible();
  });

  it('speaks Spanish', async () => {
    renderScreen({ path: `${path}?view=suppressed`, language: 'es' });
    expect(
      await screen.findByRole('heading', {
        name: 'Hay 3 alertas activas. 1 está acallada, 1 no tiene entidad conocida y 2 elementos no se pudieron entender.',
      }),
    ).toBeVisible();
    expect(
      await screen.findByText('Síntoma de un origen conocido:'),
    ).toBeVisible();
  });
});
