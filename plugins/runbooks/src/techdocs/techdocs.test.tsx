import type { Entity } from '@backstage/catalog-model';
import { docsOf, DOCS_OF, DOCS_PATH, isPage } from './docsOf';

const payments = { kind: 'component', namespace: 'default', name: 'payments' };

function runbook(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'ghostlight.dev/v1',
    kind: 'Runbook',
    metadata: { name: 'charges-fail', annotations },
  };
}

it.each([
  ['/runbooks/charges-fail', 'runbooks/charges-fail/', true],
  ['runbooks/charges-fail.md', 'runbooks/charges-fail', true],
  ['/runbooks/charges-fail/index.html', 'runbooks/charges-fail', true],
  ['/runbooks/charges-fail#look', 'runbooks/charges-fail', true],
  ['/runbooks/charges-fail', 'runbooks/charges', false],
  ['/runbooks/charges-fail', '', false],
  ['', '', true],
  ['/index.md', '', true],
])('a runbook that is page %j is at %j: %s', (path, address, expected) => {
  const entity = runbook({
    [DOCS_OF]: 'component:default/payments',
    ...(path && { [DOCS_PATH]: path }),
  });
  expect(isPage(entity, payments, address)).toBe(expected);
});

it.each([
  ['of another entity', { [DOCS_OF]: 'component:default/checkout' }],
  ['of nothing that can be read', { [DOCS_OF]: 'not a ref/at:all' }],
  ['of none', {}],
])('a page %s is not its', (_, annotations: Record<string, string>) => {
  expect(isPage(runbook(annotations), payments, '')).toBe(false);
});

it('names are the same in every case', () => {
  const entity = runbook({ [DOCS_OF]: 'Component:default/Payments' });
  expect(isPage(entity, payments, '')).toBe(true);
  expect(docsOf(entity)?.path).toBe('');
});
