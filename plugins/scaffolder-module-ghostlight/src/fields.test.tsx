import {
  fetchApiRef,
  type FrontendModule,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import {
  createFormField,
  Stepper,
} from '@backstage/plugin-scaffolder-react/alpha';
import { scaffolderApiMock } from '@backstage/plugin-scaffolder-react/testUtils';
import type { RunbooksPaths } from '@ghostlight/plugin-runbooks-common';
import type { SloPaths } from '@ghostlight/plugin-slo-common';
import { FakePortal } from '@ghostlight/reliability-react/fakes';
import { expectAccessible } from '@ghostlight/reliability-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import module from './alpha';
import { durationPicker, objectivePicker, runbookActionPicker } from './fields';
import * as legacy from './index';

const objective = (service: string, kind: string) => ({
  ref: `slo:default/${service}-slo`,
  entityRef: `component:default/${service}`,
  title: `Objective of ${service}`,
  kind,
  target: 0.999,
});

const action = (id: string, title: string, reversible: boolean) => ({
  id,
  title: { code: 'x', text: title },
  reversible,
  enabled: true,
});

const slo = () =>
  new FakePortal<SloPaths>().answer({
    '/v1/objectives': {
      get: ({ query }) => {
        const own = query.get('entityRef') === 'component:default/payments';
        const sibling = query.get('system') === 'system:default/ordering';
        const items = [
          ...(own || sibling ? [objective('payments', 'ratio')] : []),
          ...(sibling
            ? [objective('ledger', 'threshold'), objective('all', 'composite')]
            : []),
        ];
        return { items, totalItems: items.length, counts: {} } as never;
      },
    },
    '/v1/signals': {
      get: () =>
        ({ latest: { traffic: 12.345, errors: 0.0041, p99: 0.23 } } as never),
    },
  });

const runbooks = () =>
  new FakePortal<RunbooksPaths>().answer({
    '/v1/actions': {
      get: () =>
        ({
          items: [
            action('kubernetes:delete-pod', 'Delete a pod', false),
            action('delivery:rollback', 'Roll back', true),
            { ...action('argo:run', 'Run it', true), enabled: false },
          ],
        } as never),
    },
  });

let portals: Record<string, { respond(request: Request): Promise<Response> }>;
beforeEach(() => {
  portals = { slo: slo(), runbooks: runbooks() };
});

/** A form with one field, as the scaffolder shows it. */
function renderForm(property: object, values: Record<string, string> = {}) {
  const onCreate = jest.fn(async () => {});
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments', namespace: 'default' },
    relations: [{ type: 'partOf', targetRef: 'system:default/ordering' }],
  };
  const view = renderInTestApp(
    <Stepper
      manifest={{
        title: 'T',
        steps: [
          {
            title: 'Step',
            schema: {
              type: 'object',
              properties: {
                entityRef: { type: 'string', title: 'Service' },
                field: property,
              },
            } as never,
          },
        ],
      }}
      initialState={values}
      extensions={[objectivePicker, runbookActionPicker, durationPicker].map(
        each => ({ ...each, schema: each.schema.schema } as never),
      )}
      onCreate={onCreate}
    />,
    {
      apis: [
        [catalogApiRef, catalogApiMock({ entities: [entity] })],
        [scaffolderApiRef, scaffolderApiMock.mock()],
        [
          fetchApiRef,
          {
            // As the app's own does with `plugin://`.
            fetch: async (address: URL | RequestInfo, init?: RequestInit) => {
              const [, name, path] = /^plugin:\/\/(\w+)(.*)$/.exec(
                String(address),
              )!;
              return portals[name].respond(
                new Request(`http://portal.example/api/${name}${path}`, init),
              );
            },
          },
        ],
      ],
    },
  );
  return {
    ...view,
    async create() {
      await userEvent.click(screen.getByRole('button', { name: 'Review' }));
      await userEvent.click(
        await screen.findByRole('button', { name: 'Create' }),
      );
      return onCreate.mock.lastCall as unknown as [Record<string, unknown>];
    },
  };
}

const payments = { entityRef: 'component:default/payments' };

describe('the objective picker', () => {
  const field = {
    type: 'string',
    title: 'Measured like',
    'ui:field': 'ObjectivePicker',
  };

  it('offers what the service and its system have, with what is measured now', async () => {
    const { container, create } = renderForm(field, payments);
    const group = await screen.findByRole('radiogroup', {
      name: 'Measured like',
    });
    const labels = within(group)
      .getAllByRole('radio')
      .map(radio => radio.closest('label')?.textContent);
    expect(labels).toEqual([
      'The best that is found',
      'Objective of payments · of this service · share of good events · 99.9 %',
      'Objective of ledger · of ledger · compared value · 99.9 %',
    ]);
    expect(
      screen.getByText(
        /12\.3 requests per second, 0\.41 % errors, p99 0\.23 s/,
      ),
    ).toBeVisible();
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('radio', { name: /of ledger/ }));
    expect((await create())[0]).toEqual({
      ...payments,
      field: 'slo:default/ledger-slo',
    });
  });

  it('may keep to the service, and to none', async () => {
    const { create } = renderForm(
      { ...field, 'ui:options': { only: 'own' } },
      { ...payments, field: 'slo:default/payments-slo' },
    );
    const all = await screen.findByRole('radio', {
      name: /all of the service/,
    });
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    expect(screen.getByRole('radio', { name: /of payments/ })).toBeChecked();
    await userEvent.click(all);
    expect((await create())[0].field).toBeUndefined();
  });

  it('asks for the service first', async () => {
    renderForm(field);
    expect(await screen.findByText('Choose the service first.')).toBeVisible();
  });

  it('is filled in by hand when slo cannot be asked, and checks that', async () => {
    const failing = slo();
    failing.failures = [
      {
        match: '/v1/objectives',
        status: 403,
        name: 'NotAllowedError',
        message: 'No',
      },
    ];
    portals.slo = failing;
    const { container } = renderForm(field, payments);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /could not be looked up/,
    );
    await expectAccessible(container);
    const box = screen.getByRole('textbox', { name: 'Ref of an objective' });
    await userEvent.type(box, 'nonsense');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    const [said] = await screen.findAllByText(/slo:namespace\/name/);
    expect(said).toBeVisible();
  });
});

describe('the action picker', () => {
  const field = {
    type: 'array',
    items: { type: 'string' },
    title: 'Actions',
    'ui:field': 'RunbookActionPicker',
  };

  it('says of each action whether it can be undone', async () => {
    const { container, create } = renderForm(field);
    const rollback = await screen.findByRole('checkbox', {
      name: 'Roll back · delivery:rollback · can be undone',
    });
    const remove = screen.getByRole('checkbox', {
      name: /Delete a pod.*cannot be undone, so somebody is asked first/,
    });
    expect(screen.getByRole('checkbox', { name: /argo:run/ })).toBeDisabled();
    await expectAccessible(container);
    await userEvent.click(remove);
    await userEvent.click(rollback);
    await userEvent.click(remove);
    expect((await create())[0].field).toEqual(['delivery:rollback']);
  });

  it('may leave out what cannot be undone', async () => {
    renderForm({ ...field, 'ui:options': { reversibleOnly: true } });
    expect(await screen.findAllByRole('checkbox')).toHaveLength(2);
  });

  it('is filled in by hand when runbooks cannot be asked', async () => {
    portals.runbooks = new FakePortal<RunbooksPaths>();
    const { create } = renderForm(field);
    const box = await screen.findByRole('textbox', {
      name: /parted by commas/,
    });
    await userEvent.click(box);
    await userEvent.paste('a:b, c:d');
    expect((await create())[0].field).toEqual(['a:b', 'c:d']);
  });
});

describe('the duration picker', () => {
  const field = {
    type: 'string',
    title: 'Window',
    'ui:field': 'DurationPicker',
    'ui:options': { choices: ['28d', '30d'], units: ['d', 'w'] },
  };

  it('takes a usual duration by button, and others by hand', async () => {
    const { container, create } = renderForm(field);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Take 28d' }),
    );
    const box = screen.getByRole('textbox', { name: /Window/ });
    expect(box).toHaveValue('28d');
    await expectAccessible(container);
    await userEvent.clear(box);
    await userEvent.type(box, '4w');
    expect((await create())[0].field).toBe('4w');
  });

  it('refuses what is none', async () => {
    renderForm(field);
    const box = await screen.findByRole('textbox', { name: /Window/ });
    await userEvent.type(box, '5h');
    expect(box).toBeInvalid();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));

    const [said] = await screen.findAllByText(/28d: 1-999999 \+ d \| w/);
    expect(said).toBeVisible();
  });
});

it('are there for both front-end systems', () => {
  expect((module as FrontendModule).pluginId).toBe('scaffolder');
  for (const field of [
    createFormField(objectivePicker),
    createFormField(runbookActionPicker),
    createFormField(durationPicker),
  ]) {
    expect(field.$$type).toBe('@backstage/scaffolder/FormField');
  }
  expect(Object.keys(legacy).sort()).toEqual([
    'DurationPickerFieldExtension',
    'ObjectivePickerFieldExtension',
    'RunbookActionPickerFieldExtension',
    'scaffolderGhostlightTranslationRef',
  ]);
});
