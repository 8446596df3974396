import {
  expectAccessible,
  serve,
} from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import incidentsPlugin from '../alpha';
import { entities, testWorld, type World } from '../__testUtils__';
import { renderScreen } from '../__testUtils__/renderScreen';

let world: World;
serve('incidents', () => world.portal);
beforeEach(() => {
  world = testWorld();
});

const card = incidentsPlugin.getExtension('entity-card:incidents');
const tab = incidentsPlugin.getExtension('entity-content:incidents');
const region = (name: string) => screen.findByRole('region', { name });

describe('the overview card', () => {
  it('says what is open, who is on call now and next, and the last alert', async () => {
    const { container } = renderScreen({
      entity: entities.payments,
      extension: card,
    });
    const shown = within(await region('Incidents'));
    expect(await shown.findByText('1 open')).toBeVisible();
    expect(shown.getByRole('link', { name: 'INC-0042' })).toHaveAttribute(
      'href',
      '/incidents/INC-0042',
    );
    expect(shown.getByText('SEV2')).toBeVisible();
    expect(shown.getByText(/^On call:/)).toHaveTextContent(
      /On call: Ana \(\d\d:\d\d there\) · next from .*: Ben/,
    );
    expect(shown.getByText(/^Last alert:/)).toHaveTextContent(
      /HighErrorRate on payments Firing .* ago/,
    );
    expect(shown.getByRole('link', { name: 'Open incidents' })).toHaveAttribute(
      'href',
      expect.stringMatching(/payments\/incidents$/),
    );
    expect(
      shown.getByRole('button', { name: 'Declare incident…' }),
    ).toBeEnabled();
    await expectAccessible(container);
  });

  it('is sentences with the next step where there is nothing', async () => {
    renderScreen({
      entity: entities.newborn,
      extension: card,
      language: 'es',
    });
    expect(
      await screen.findByText('No hay ningún incidente abierto.'),
    ).toBeVisible();
    expect(screen.getByText(/Añada una rotación/)).toBeVisible();
    expect(screen.getByText('No le ha llegado ninguna alerta.')).toBeVisible();
  });

  it.each([
    ['secret', /You may not see incidents/],
    ['down', /the database is not reachable/],
  ] as const)('says what is the matter with %s', async (name, text) => {
    renderScreen({ entity: entities[name], extension: card });
    expect(await screen.findByText(text)).toBeVisible();
  });
});

describe('the Incidents tab', () => {
  it('has open and past incidents, on-call, alerts and changes of the entity', async () => {
    const { container } = renderScreen({
      entity: entities.payments,
      extension: tab,
    });
    expect(
      await screen.findByText('payments has 1 open incident: INC-0042 SEV2.'),
    ).toBeVisible();
    expect(
      await within(await region('Past incidents')).findByText('INC-0019'),
    ).toBeVisible();
    const oncall = within(await region('On call'));
    expect(
      await oncall.findByText('second on call (name hidden from you)'),
    ).toBeVisible();
    expect(oncall.getByText(/asks the next level after 10.min/)).toBeVisible();
    await userEvent.click(oncall.getByText('Chain of 2 owners'));
    expect(oncall.getByText('owner of the system shop')).toBeVisible();
    expect(
      await within(await region('Latest changes')).findByText(
        /deployment v2.3.4/,
      ),
    ).toBeVisible();
    const findings = within(await region('Security findings'));
    const counts = await findings.findByRole('list', {
      name: 'Findings by severity',
    });
    expect(
      within(counts)
        .getAllByRole('listitem')
        .map(each => each.textContent),
    ).toEqual(['1 Critical', '1 High', '1 Medium']);
    expect(
      within(await findings.findByRole('row', { name: /CVE-2026-1234/ }))
        .getAllByRole('gridcell')
        .map(each => each.textContent?.replace(/\u00a0/g, ' ')),
    ).toEqual([
      'CVE-2026-1234',
      'Critical',
      'libssl3 3.0.1',
      '3.0.2',
      '5 d ago',
      'trivy',
    ]);
    expect(
      findings.getByRole('link', { name: 'CVE-2026-1234' }),
    ).toHaveAttribute('href', 'https://avd.example/CVE-2026-1234');
    // An address that is none of the web is text.
    expect(
      findings.queryByRole('link', { name: 'CVE-2026-99' }),
    ).not.toBeInTheDocument();
    expect(
      findings.getByRole('row', { name: /CVE-2026-99/ }),
    ).toHaveTextContent('no fix yet');
    await userEvent.click(await screen.findByText('HighErrorRate on payments'));
    expect(await screen.findByText(/label service is payments/)).toBeVisible();
    await expectAccessible(container);
  });

  it('starts a declaration with its entity', async () => {
    renderScreen({ entity: entities.payments, extension: tab, language: 'es' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Declarar incidente…' }),
    );
    expect(
      await screen.findByText(/Se abre ahora un incidente de payments\./),
    ).toBeVisible();
  });

  it('says in Spanish why nobody is on call, and who the owners are', async () => {
    const entityRef = 'component:default/newborn';
    world.oncall[entityRef] = {
      entityRef,
      owners: [
        {
          ref: 'group:default/team-payments',
          reason: 'owner of the system shop',
          said: { code: 'owner.system', params: { name: 'shop' } },
        },
      ],
      levels: [],
      missing: 'The rotation of … has a gap.',
      missingSaid: {
        code: 'oncall.gap',
        params: { source: 'pager', ownerRef: 'group:default/team-payments' },
      },
      asOf: new Date(world.now).toISOString(),
    };
    renderScreen({ entity: entities.newborn, extension: tab, language: 'es' });
    expect(
      await screen.findByText(
        /^La rotación de team-payments en pager tiene un hueco/,
      ),
    ).toBeVisible();
    expect(
      screen.getByText('propietario del sistema shop'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(
        'Ningún escáner ha comunicado una debilidad suya.',
      ),
    ).toBeVisible();
  });

  it('is sentences where there is nothing', async () => {
    const { container } = renderScreen({
      entity: entities.newborn,
      extension: tab,
    });
    expect(
      await screen.findByText(
        'newborn has no open incident, and none of its alerts is firing.',
      ),
    ).toBeVisible();
    expect(await screen.findByText('It had no incident before.')).toBeVisible();
    expect(
      await screen.findByText(
        /^Send reports of Trivy, .* to POST http.*\/api\/incidents\/v1\/intake\/trivy /,
      ),
    ).toBeVisible();
    expect(
      await screen.findByText(
        'Nobody is on call for it: no rotation is known for its owner.',
      ),
    ).toBeVisible();
    await expectAccessible(container);
  });
});
