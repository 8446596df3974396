import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { component, testWorld } from './__testUtils__/world';
import { runAction, tempWorkspace, textOf } from './__testUtils__/runAction';
import { createCatalogLinkAction } from './actions/createCatalogLinkAction';
import { createRepositoryReadAction } from './actions/createRepositoryReadAction';
import { linkFiles } from './repository/linkFiles';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      gitlab: [
        {
          host: 'git.example.com',
          apiBaseUrl: 'https://git.example.com/api/v4',
        },
      ],
    },
  }),
);

async function read(
  location: string | undefined,
  files: Record<string, string>,
) {
  const path = await tempWorkspace();
  const { catalog } = testWorld({
    entities: [
      component('payments', {
        metadata: {
          annotations: {
            ...(location && { 'backstage.io/managed-by-location': location }),
            // What an entity says of itself is not believed.
            'backstage.io/source-location': 'url:https://github.com/evil/evil/',
          },
        },
      }),
    ],
  });
  const reader = mockServices.urlReader.mock({
    async readUrl(url) {
      if (!Object.hasOwn(files, url)) throw new NotFoundError(url);
      return { buffer: async () => Buffer.from(files[url]) };
    },
  });
  const outputs = await runAction(
    createRepositoryReadAction({ catalog, integrations, reader }),
    {
      entityRef: 'payments',
      files: ['slo.yaml', 'none.yaml'],
      targetPath: 'repository',
    },
    path,
  );
  return { outputs, path, reader };
}

describe('the repository of an entity', () => {
  it.each([
    [
      'GitHub',
      'https://github.com/shop/mono/blob/main/services/pay/catalog-info.yaml',
      'https://github.com/shop/mono/tree/main/services/pay/slo.yaml',
      {
        type: 'github',
        repoUrl: 'github.com?owner=shop&repo=mono',
        branch: 'main',
        directory: 'services/pay',
      },
    ],
    [
      'GitLab, in a group of a group',
      'https://git.example.com/a/b/pay/-/blob/trunk/catalog-info.yaml',
      'https://git.example.com/a/b/pay/-/blob/trunk/slo.yaml',
      {
        type: 'gitlab',
        repoUrl: 'git.example.com?owner=a%2Fb&repo=pay',
        branch: 'trunk',
        directory: '.',
      },
    ],
  ])(
    'is found on %s, with the files that are there',
    async (_n, url, slo, is) => {
      const { outputs, path } = await read(`url:${url}`, {
        [url.replace('github.com/shop/mono/blob', 'github.com/shop/mono/tree')]:
          'kind: Component\n',
        [url]: 'kind: Component\n',
        [slo]: 'kind: SLO\n',
        [slo.replace('/tree/', '/blob/')]: 'kind: SLO\n',
      });
      expect(outputs).toEqual({
        ...is,
        catalogFile: 'catalog-info.yaml',
        found: ['catalog-info.yaml', 'slo.yaml'],
      });
      expect(await textOf(path, 'repository/slo.yaml')).toBe('kind: SLO\n');
    },
  );

  it.each([
    ['a file of the portal', 'file:/app/catalog-info.yaml', 'none'],
    [
      'a host that is not set up',
      'url:https://evil.example.com/a/b/blob/c/d.yaml',
      'none',
    ],
    ['no location', undefined, 'none'],
    ['no branch', 'url:https://github.com/shop/pay', 'other'],
  ])(
    'is not found for %s, and nothing fetched from elsewhere',
    async (_name, location, type) => {
      const { outputs, reader } = await read(location, {});
      expect(outputs).toMatchObject({ type, repoUrl: '', found: [] });
      const asked = reader.readUrl.mock.calls.map(([url]) => String(url));
      expect(
        asked.filter(url => !url.startsWith('https://github.com/')),
      ).toEqual([]);
    },
  );
});

describe('a catalog file', () => {
  const entity =
    '# Ours\nkind: Component # by hand\nmetadata: { name:   pay }\n';

  it.each<[string, string, string]>([
    [
      'its Location',
      `${entity}---\nkind: Location\nspec:\n  targets:\n    - ./a.yaml # first\n\n# end\n`,
      `${entity}---\nkind: Location\nspec:\n  targets:\n    - ./a.yaml # first\n    - ./slo.yaml\n\n# end\n`,
    ],
    [
      'its Location at its end',
      'kind: Location\nspec:\n  targets:\n  - ./a.yaml',
      'kind: Location\nspec:\n  targets:\n  - ./a.yaml\n  - ./slo.yaml\n',
    ],
    [
      'a list in brackets',
      'kind: Location\nspec: { targets: [./a.yaml] }\n',
      'kind: Location\nspec: { targets: [./a.yaml, "./slo.yaml"] }\n',
    ],
    [
      'an empty list',
      'kind: Location\nspec:\n  targets: []\n',
      'kind: Location\nspec:\n  targets: ["./slo.yaml"]\n',
    ],
    [
      'a Location of its own',
      entity,
      `${entity}---\n# Further files that the catalog reads.\napiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: pay-reliability\nspec:\n  targets:\n    - ./slo.yaml\n`,
    ],
    [
      'a Location of its own, where brackets end in a comment',
      'kind: Location\nmetadata: { name: pay }\nspec:\n  targets: [./a.yaml # last\n    ]\n',
      'kind: Location\nmetadata: { name: pay }\nspec:\n  targets: [./a.yaml # last\n    ]\n---\n# Further files that the catalog reads.\napiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata:\n  name: pay-reliability\nspec:\n  targets:\n    - ./slo.yaml\n',
    ],
  ])('names a file in %s, once', async (_name, before, after) => {
    const path = await tempWorkspace();
    await writeFile(join(path, 'catalog-info.yaml'), before);
    const input = { files: ['slo.yaml'] };
    const action = createCatalogLinkAction();
    expect(await runAction(action, input, path)).toMatchObject({
      added: ['./slo.yaml'],
    });
    expect(await textOf(path, 'catalog-info.yaml')).toBe(after);
    expect(await runAction(action, input, path)).toMatchObject({ added: [] });
    expect(await textOf(path, 'catalog-info.yaml')).toBe(after);
  });

  it('keeps everything else that it has', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9]{0,8}\.yaml$/);
    const style = fc.record({
      names: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
      comments: fc.boolean(),
      indent: fc.constantFrom('', '  ', '    '),
      after: fc.constantFrom('', '\n', '\n# end\n', '---\nkind: Group\n'),
      more: fc.constantFrom('', 'x: 1\n'),
    });
    fc.assert(
      fc.property(
        style,
        name,
        ({ names, comments, indent, after, more }, file) => {
          const items = names
            .map(each => `  ${indent}- ./${each}${comments ? ' # c' : ''}\n`)
            .join('');
          const text = `kind: Location\nspec:\n  targets:\n${items}${more}${after}`;
          const linked = linkFiles(text, { files: [file], name: 'x' });
          const before = parseAllDocuments(text).map(each => each.toJS());
          const now = parseAllDocuments(linked.text).map(each => each.toJS());
          const targets = names.map(each => `./${each}`);
          before[0].spec.targets = names.includes(file)
            ? targets
            : [...targets, `./${file}`];
          expect(now).toEqual(before);
          for (const line of text.split('\n'))
            expect(linked.text).toContain(line);
        },
      ),
    );
  });

  it.each([
    ['is missing', undefined, /there is no catalog-info/],
    ['is not YAML', 'a: [', /is not YAML/],
  ])('is not touched when it %s', async (_name, text, message) => {
    const path = await tempWorkspace();
    if (text) await writeFile(join(path, 'catalog-info.yaml'), text);
    await expect(
      runAction(createCatalogLinkAction(), { files: ['slo.yaml'] }, path),
    ).rejects.toThrow(message);
  });
});
