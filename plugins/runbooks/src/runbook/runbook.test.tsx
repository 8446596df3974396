import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import { compileRunbook } from '@ghostlight/plugin-runbooks-common';
import { parse } from 'yaml';
import { MAY_NOT, ref, testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';
import { exampleRunbook } from '../states/exampleRunbook';

let world: World;
serve('runbooks', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const path = '/runbooks/runbook:default:payments-5xx';
const region = async (name: string) =>
  within(await screen.findByRole('region', { name }));

describe('a runbook', () => {
  it('is readable: what it is for, when, and what is done in which order', async () => {
    const { container } = renderScreen({ path });
    expect(
      await screen.findByRole('heading', { level: 2, name: 'payments 5xx' }),
    ).toBeVisible();
    const when = await region('When it is called for');
    expect(when.getAllByRole('listitem').map(each => each.textContent)).toEqual(
      [
        'the alert HighErrorRate fires, an alert has service=payments',
        'an alert is about the objective availability, it burns so fast that somebody is called, the incident is a SEV1 or SEV2',
      ],
    );
    const look = await region('Look');
    expect(look.getByText('looked at flags')).toBeVisible();
    expect(look.getByText('All regions')).toBeVisible();
    const act = await region('Act');
    const steps = act.getAllByRole('listitem').map(each => each.textContent);
    expect(steps[0]).toMatch(/^3Agree to the restart.*owners of the entity/);
    expect(steps[1]).toMatch(/^4Restart and scaleat once/);
    expect(steps[2]).toMatch(
      /^4\.1Restart paymentsaction · at most 1\smin · 3 attemptsOnly when “Widespread or local\?” is answered with: All regions.*reversible/,
    );
    expect(steps[3]).toMatch(/^4\.2Purge the cache.*goes on when it fails/);
    expect(steps[3]).toMatch(/Action is not installed/);
    expect(steps[4]).toMatch(/^5Let it settle.*Waits for 30\ss/);
    expect(
      (await region('What it may be')).getByText('How to tell'),
    ).toBeVisible();
    expect(
      (await region('When it counts as recovered')).getByText(/burn rate/),
    ).toHaveTextContent(
      /1× or less for 1\smin, within 5\smin: of availability/,
    );
    expect(
      (await region('When it does not help')).getByRole('listitem'),
    ).toHaveTextContent(/After 15\smin: whoever is on call · by phone/);
    expect(
      (await region('Ways back')).getByText('Scale back to 3.'),
    ).toBeVisible();
    expect(
      (await region('Who is told what')).getByText('Payments fail for some.'),
    ).toBeVisible();
    expect(
      (await region('What a run is given')).getByRole('row', {
        name: /^Replicas replicas whole number · needed/,
      }),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('runs nothing that its author has written into it', async () => {
    renderScreen({ path });
    const what = await region('What it is for');
    expect(what.getByRole('link', { name: /the guide/ })).toHaveAttribute(
      'href',
      'https://guide.example/5xx',
    );
    expect(what.getByText(/<img src=/)).toBeVisible();
    expect(what.queryByRole('img')).toBeNull();
    expect(document.querySelector('[href^="javascript:"]')).toBeNull();
    // There is no canvas here to draw on, so the diagram is there as its text.
    expect(
      await what.findByText(/^This diagram could not be drawn/),
    ).toBeVisible();
    expect(what.getByText(/graph TD; A-->B/)).toBeVisible();
    // The editor's address is no address of the web.
    expect(screen.queryByText('Edit')).toBeNull();
    expect(screen.getByRole('link', { name: /Source/ })).toHaveAttribute(
      'href',
      'https://git.example/payments/runbook.yaml',
    );
  });

  it('says what is wrong with it, the worst first, and cannot be run', async () => {
    const { container } = renderScreen({
      path: '/runbooks/runbook:default:broken',
    });
    const findings = await region('1 error keeps it from being run');
    const [first, second] = findings.getAllByRole('listitem');
    expect(first).toHaveTextContent(
      'Errorspec.phases[0].steps[1].actionline 12No action has this id.Found: cache:warm Possible there: http:webhook',
    );
    expect(second).toHaveTextContent(/^Warningspec\.phases\[0\]/);
    expect(screen.getByRole('button', { name: 'Plan and run' })).toBeDisabled();
    expect(
      screen.getByText(/cannot be run until its document is put right/),
    ).toBeVisible();
    expect(
      screen.getByText('Nothing calls for it by itself; it is run by hand.'),
    ).toBeVisible();
    expect(
      await screen.findByRole('heading', { name: 'Warm it up' }),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('shows the button to who may not press it, with who may, in Spanish', async () => {
    world.runbooks[2].may = { run: MAY_NOT };
    const { container } = renderScreen({ path, language: 'es' });
    expect(
      await screen.findByRole('button', { name: 'Planificar y ejecutar' }),
    ).toBeDisabled();
    expect(
      screen.getByText(/Solo team-payments puede hacer esto\./),
    ).toBeVisible();
    expect(
      screen.getByText(
        'está activa la alerta HighErrorRate, una alerta tiene service=payments',
      ),
    ).toBeVisible();
    await expectAccessible(container);
  });

  it('is one of a list, which can be narrowed', async () => {
    const { container } = renderScreen({ path: '/runbooks' });
    expect(
      await screen.findByRole('heading', {
        name: '3 runbooks. 1 of those shown should be rehearsed. 1 cannot be run: its document has errors.',
      }),
    ).toBeVisible();
    expect(
      screen.getByRole('row', { name: /^payments 5xx/ }),
    ).toHaveTextContent(/SEV2.*Succeeded .* ago.*never.*To be rehearsed$/);
    await expectAccessible(container);
  });

  it('is not among those that are filtered away, as the address says', async () => {
    renderScreen({ path: `/runbooks?q=slow&entity=${ref('checkout')}` });
    expect(
      await screen.findByRole('link', { name: 'checkout is slow' }),
    ).toBeVisible();
    expect(screen.queryByRole('link', { name: 'payments 5xx' })).toBeNull();
  });
});

it('the example is a runbook that can be run', () => {
  const { spec, findings } = compileRunbook(
    parse(exampleRunbook(ref('payments'))),
  );
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(spec?.phases.map(({ title }) => title)).toEqual(['Look', 'Mitigate']);
});
