import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  MAY_NOT,
  OWNER,
  ref,
  say,
  somePlan,
  testWorld,
  type World,
} from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('runbooks', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const path = `/runbooks/runbook:default:payments-5xx/run?incident=INC-0042`;
const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

async function plan(user: ReturnType<typeof userEvent.setup>) {
  await user.type(
    await screen.findByRole('textbox', { name: /^Replicas/ }),
    '3',
  );
  await user.click(
    screen.getByRole('button', { name: 'Show what it would do' }),
  );
}

describe('the plan of a run', () => {
  it('is asked for with typed values, shows what each step would do, and is run', async () => {
    const user = userEvent.setup();
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', {
        name: 'Plan and run payments 5xx for payments · INC-0042',
      }),
    ).toBeVisible();
    await expectAccessible(container);
    await plan(user);
    const would = await region('What it would do');
    const steps = would.getAllByRole('listitem');
    expect(steps[0]).toHaveTextContent(
      /^1Check recent deploymentsLook · by hand · at most 5\smin$/,
    );
    expect(steps[1]).toHaveTextContent(
      /Restart the pods.*changes: deployment\/shop\/payments.*reversible.*Reaches: One pod of three at a time\. · up to 33\s?% of its instances · payments/,
    );
    expect(steps[2]).toHaveTextContent(
      /cannot be told what it would do: http:webhook is not installed/,
    );
    expect(
      would.getByRole('row', { name: 'restarted at never now' }),
    ).toBeVisible();
    await expectAccessible(container);
    const start = await region('Why, and run it');
    await user.type(start.getByRole('textbox', { name: 'Reason' }), '5xx');
    await user.click(start.getByRole('button', { name: 'Run it now' }));
    expect(
      await screen.findByRole('heading', { name: /· run 19 ·/ }),
    ).toBeVisible();
    const [planned, started] = world.portal.writes;
    expect(planned).toEqual({
      method: 'POST',
      path: '/v1/executions/plan',
      body: {
        runbookRef: 'runbook:default/payments-5xx',
        entityRef: ref('payments'),
        incidentId: 'INC-0042',
        inputs: { namespace: 'shop', replicas: 3, drain: true },
      },
    });
    expect(started).toEqual({
      method: 'POST',
      path: '/v1/executions',
      body: {
        ...(planned.body as object),
        reason: '5xx',
        dryRun: false,
        key: expect.any(String),
      },
    });
  });

  it('is not asked for before what is needed is there and fits', async () => {
    const user = userEvent.setup();
    const { container } = renderScreen({ path });
    const button = await screen.findByRole('button', {
      name: 'Show what it would do',
    });
    await user.click(button);
    expect(await screen.findByText('Replicas: is needed.')).toBeVisible();
    await expectAccessible(container);
    const replicas = screen.getByRole('textbox', { name: /^Replicas/ });
    for (const [text, said] of [
      ['x', 'has to be a number.'],
      ['2.5', 'has to be a whole number.'],
      ['0', 'is too small.'],
      ['10', 'is too large.'],
    ]) {
      await user.clear(replicas);
      await user.type(replicas, text);
      expect(screen.getByText(`Replicas: ${said}`)).toBeVisible();
    }
    expect(
      screen.getByText(/Name of a secret of the portal’s configuration/),
    ).toBeVisible();
    expect(world.portal.writes).toEqual([]);
  });

  it('has to be made again when what it is given changes', async () => {
    const user = userEvent.setup();
    renderScreen({ path });
    await plan(user);
    await screen.findByRole('button', { name: 'Run it now' });
    await user.click(screen.getByRole('checkbox', { name: 'Drain first' }));
    expect(
      screen.getByText(/has changed: plan again before you run it/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run it now' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Plan again' }));
    expect(
      await screen.findByRole('button', { name: 'Run it now' }),
    ).toBeEnabled();
    expect(world.portal.writes.at(-1)?.body).toMatchObject({
      inputs: { drain: false },
    });
  });

  it('is gone through in a dry run, and may be run afterwards', async () => {
    const user = userEvent.setup();
    renderScreen({ path });
    await plan(user);
    await user.click(await screen.findByRole('button', { name: 'Dry run' }));
    expect(
      await screen.findByText(
        'It would be done as planned. Nothing was changed.',
      ),
    ).toBeVisible();
    expect(screen.getByRole('link', { name: 'RUN-0019' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run it now' })).toBeEnabled();
  });

  it('says why it cannot be run, who may, and who has to agree, in Spanish', async () => {
    const user = userEvent.setup();
    world.plan = somePlan(world.now, {
      refusals: [say('action.rollback.lane', 'No way')],
      may: MAY_NOT,
      approval: {
        needed: true,
        approvers: [OWNER],
        why: say('approval.irreversible', 'It cannot be taken back', {
          title: 'Purge the cache',
        }),
      },
    });
    const { container } = renderScreen({ path, language: 'es' });
    await user.type(
      await screen.findByRole('textbox', { name: /^Replicas/ }),
      '3',
    );
    await user.click(screen.getByRole('button', { name: 'Mostrar qué haría' }));
    expect(
      await screen.findByText('Ahora no hay forma de revertir.'),
    ).toBeVisible();
    expect(screen.getByText(/Solo team-payments/)).toBeVisible();
    expect(
      screen.getByText(/«Purge the cache» no se puede deshacer/),
    ).toBeVisible();
    expect(
      screen.getByRole('button', { name: 'Pedir que se ejecute' }),
    ).toBeDisabled();
    await expectAccessible(container);
  });
});
