import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  type TemplateEntityV1beta3,
  templateEntityV1beta3Validator,
} from '@backstage/plugin-scaffolder-common';
import {
  createTemplateAction,
  scaffolderActionsExtensionPoint,
} from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { parse } from 'yaml';
import { availabilityOf, payments, testWorld } from './__testUtils__/world';
import scaffolderModule from './index';

const templateOf = (name: string): TemplateEntityV1beta3 =>
  parse(readFileSync(resolve(__dirname, `../templates/${name}.yaml`), 'utf8'));

const names = ['add-slo', 'add-runbook'];
const base = 'https://github.com/shop/payments';

/** What the publishing modules would be asked to do; they are not ours. */
const published: Record<string, JsonObject> = {};
beforeEach(() => {
  for (const id of Object.keys(published)) delete published[id];
});

const publishing = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'publishing',
  register(reg) {
    reg.registerInit({
      deps: { scaffolder: scaffolderActionsExtensionPoint },
      async init({ scaffolder }) {
        const actions = [
          ['publish:github:pull-request', 'remoteUrl'],
          ['publish:gitlab:merge-request', 'mergeRequestUrl'],
        ].map(([id, output]) =>
          createTemplateAction({
            id,
            supportsDryRun: true,
            schema: {
              input: z => z.record(z.unknown()),
              output: z => z.record(z.string()),
            },
            async handler(ctx) {
              published[id] = ctx.input as JsonObject;
              ctx.output(output, 'https://example.com/1');
            },
          }),
        );
        scaffolder.addActions(...actions);
      },
    });
  },
});

async function startPortal(files: Record<string, string>, entity = payments) {
  const world = testWorld({
    entities: [entity],
    objectives: [availabilityOf('payments')],
  });
  const reader = mockServices.urlReader.mock({
    async readUrl(url) {
      const file = url.replace(/^.*\/(blob|tree)\/main\//, '');
      if (!url.startsWith(base) || !Object.hasOwn(files, file))
        throw new NotFoundError(url);
      return { buffer: async () => Buffer.from(files[file]) };
    },
  });
  const { server } = await startTestBackend({
    features: [
      scaffolderPlugin,
      scaffolderModule,
      publishing,
      reader.factory,
      world.slo.factory,
      world.runbooks.factory,
      // The scaffolder's own template reading asks the same catalog.
      catalogServiceMock.factory({ entities: [entity] }),
    ],
  });
  const url = `http://localhost:${server.port()}/api/scaffolder/v2`;
  return {
    async dryRun(name: string, values: JsonObject) {
      const answer = await fetch(`${url}/dry-run`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          template: templateOf(name),
          values,
          directoryContents: [],
        }),
      });
      const body = await answer.json();
      if (!answer.ok) throw new Error(JSON.stringify(body.error));
      const written = Object.fromEntries(
        body.directoryContents.map(
          (file: { path: string; base64Content: string }) => [
            file.path,
            Buffer.from(file.base64Content, 'base64').toString('utf8'),
          ],
        ),
      );
      return { output: body.output, written };
    },
    async actions() {
      return (await fetch(`${url}/actions`)).json();
    },
  };
}

it.each(names)('%s is a template', async name => {
  expect(await templateEntityV1beta3Validator.check(templateOf(name))).toBe(
    true,
  );
});

it('all of them are named by the location that portals register', () => {
  expect((templateOf('all').spec as unknown as JsonObject).targets).toEqual(
    names.map(name => `./${name}.yaml`),
  );
});

describe('a dry run', () => {
  it('of the SLO shows what the pull request would have, and no more', async () => {
    const portal = await startPortal({
      'catalog-info.yaml': 'kind: Component\nmetadata: { name: payments }\n',
      'slo.yaml': '# Ours\n',
    });
    const { output, written } = await portal.dryRun('add-slo', {
      entityRef: 'component:default/payments',
      type: 'availability',
      targetPercent: 99.5,
      window: '28d',
      file: 'slo.yaml',
      title: 'It ${{ 7 * 7 }} "works"',
      name: 'payments-works',
      publish: false,
    });
    const changes = Object.keys(written).filter(path =>
      path.startsWith('changes/'),
    );
    expect(changes.sort()).toEqual([
      'changes/catalog-info.yaml',
      'changes/slo.yaml',
    ]);
    const value = parse(written['changes/slo.yaml'].split('---\n').pop()!);
    expect(value).toMatchObject({
      metadata: {
        name: 'payments-works',
        displayName: 'It ${{ 7 * 7 }} "works"',
      },
      spec: {
        timeWindow: [{ duration: '28d' }],
        objectives: [{ targetPercent: 99.5 }],
      },
    });
    expect(written['changes/catalog-info.yaml']).toContain('- ./slo.yaml');
    expect(output.text.map(({ title }: { title: string }) => title)).toEqual([
      'The objective',
      'The catalog file',
    ]);
    expect(output.text[0].content).toContain('${{ 7 * 7 }}');
    expect(output.links).toEqual([]);
    expect(published).toEqual({});
  });

  it.each([
    [
      'pull request',
      'publish:github:pull-request',
      `${base}/blob/main/catalog-info.yaml`,
      { repoUrl: 'github.com?owner=shop&repo=payments', targetPath: '.' },
    ],
    [
      'merge request',
      'publish:gitlab:merge-request',
      'https://gitlab.com/shop/mono/-/blob/main/pay/catalog-info.yaml',
      {
        repoUrl: 'gitlab.com?owner=shop&repo=mono',
        targetPath: 'pay',
        commitAction: 'auto',
      },
    ],
  ])(
    'that is to be published asks for a %s, by the host of the repository',
    async (_name, action, location, input) => {
      const portal = await startPortal(
        {},
        {
          ...payments,
          metadata: {
            ...payments.metadata,
            annotations: {
              'backstage.io/managed-by-location': `url:${location}`,
            },
          },
        },
      );
      const { output } = await portal.dryRun('add-slo', {
        entityRef: 'component:default/payments',
        type: 'availability',
        targetPercent: 99.5,
        file: 'slo.yaml',
        publish: true,
      });
      expect(Object.keys(published)).toEqual([action]);
      expect(published[action]).toMatchObject({
        ...input,
        branchName: 'ghostlight/slo-payments-availability',
        targetBranchName: 'main',
        title: 'Add the objective payments-availability',
        description: expect.stringContaining('kind: SLO'),
        sourcePath: 'changes',
      });
      expect(output.links).toMatchObject([{ url: 'https://example.com/1' }]);
      expect(output.text).toHaveLength(1);
    },
  );

  it('of the runbook writes with little', async () => {
    const portal = await startPortal({
      'catalog-info.yaml': 'kind: Component\nmetadata: { name: payments }\n',
    });
    const { written, output } = await portal.dryRun('add-runbook', {
      entityRef: 'component:default/payments',
      kind: 'errors',
      actions: ['delivery:rollback'],
      objective: 'slo:default/payments-availability',
    });
    const value = parse(written['changes/runbooks/payments-errors.yaml']);
    expect(value.spec).toMatchObject({
      owner: 'payments',
      verification: { objectives: ['payments-availability'] },
    });
    expect(written['changes/catalog-info.yaml']).toContain(
      '- ./runbooks/payments-errors.yaml',
    );
    expect(output.text).toHaveLength(2);
  });

  it('of a runbook that is there fails, whether YAML or Markdown', async () => {
    const portal = await startPortal({
      'catalog-info.yaml': 'kind: Component\nmetadata: { name: payments }\n',
      'runbooks/payments-errors.md': '# Ours\n',
      'runbooks/mine.yaml': 'kind: Runbook\n',
    });
    const input = {
      entityRef: 'component:default/payments',
      kind: 'errors',
      form: 'markdown',
    };
    await expect(portal.dryRun('add-runbook', input)).rejects.toThrow(
      /payments-errors\.md is there already/,
    );
    await expect(
      portal.dryRun('add-runbook', { ...input, name: 'mine', form: 'yaml' }),
    ).rejects.toThrow(/mine\.yaml is there already/);
  });

  it('of a service in no repository shows the file, and says that nothing was opened', async () => {
    const portal = await startPortal(
      {},
      { ...payments, metadata: { ...payments.metadata, annotations: {} } },
    );
    const { written, output } = await portal.dryRun('add-slo', {
      entityRef: 'component:default/payments',
      type: 'availability',
      targetPercent: 99.5,
      file: 'slo.yaml',
      publish: true,
    });
    expect(Object.keys(written)).toEqual(['changes/slo.yaml']);
    expect(output.text.map(({ title }: { title: string }) => title)).toEqual([
      'The objective',
      'No pull request',
    ]);
  });

  it('fails with path and fix when the document would be wrong', async () => {
    const portal = await startPortal({});
    await expect(
      portal.dryRun('add-slo', {
        entityRef: 'component:default/payments',
        type: 'availability',
        targetPercent: 99,
        window: '1000d',
        file: 'slo.yaml',
      }),
    ).rejects.toThrow(/timeWindow\[0\]\.duration.*5m to 90d/);
  });
});

it('lists its actions with examples and schemas', async () => {
  const portal = await startPortal({});
  const actions = await portal.actions();
  const ours = actions.filter(({ id }: { id: string }) =>
    id.startsWith('ghostlight:'),
  );
  expect(ours.map(({ id }: { id: string }) => id).sort()).toEqual([
    'ghostlight:catalog:link',
    'ghostlight:repository:read',
    'ghostlight:runbook:write',
    'ghostlight:slo:write',
  ]);
  for (const { description, examples, schema } of ours) {
    expect(description).toBeTruthy();
    expect(examples.length).toBeGreaterThan(0);
    expect(Object.keys(schema.input.properties).length).toBeGreaterThan(1);
  }
});
