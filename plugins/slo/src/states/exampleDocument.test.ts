import { parseDocuments } from '@ghostlight/plugin-slo-common';
import { entities } from '../__testUtils__';
import { exampleDocument } from './exampleDocument';

describe('the example document', () => {
  it('is read by the product without a finding and measures the entity', () => {
    const [{ document, findings }] = parseDocuments(
      exampleDocument(entities.newborn),
    );
    expect(findings).toEqual([]);
    expect(document).toMatchObject({
      kind: 'SLO',
      metadata: { name: 'newborn-availability' },
      spec: { service: 'newborn', objectives: [{ target: 0.999 }] },
    });
  });

  it('keeps the namespace, and the kind where it is not a component', () => {
    const [{ document }] = parseDocuments(
      exampleDocument({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'API',
        metadata: { name: 'orders', namespace: 'shop' },
      }),
    );
    expect(document).toMatchObject({
      metadata: { namespace: 'shop' },
      spec: { service: 'api:orders' },
    });
  });
});
