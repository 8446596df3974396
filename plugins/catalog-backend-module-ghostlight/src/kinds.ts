import {
  type CatalogModelLayer,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';

/** What an SLO may measure. */
const measuredKinds = ['Component', 'API', 'Resource', 'System', 'Domain'];

interface Kind {
  kind: string;
  plural: string;
  description: string;
}

const openSloKinds: Kind[] = [
  {
    kind: 'SLO',
    plural: 'slos',
    description: 'A service level objective as written.',
  },
  {
    kind: 'SLI',
    plural: 'slis',
    description: 'A service level indicator that objectives can share.',
  },
  {
    kind: 'Service',
    plural: 'services',
    description:
      'A service as OpenSLO names it; the component is what is measured.',
  },
  {
    kind: 'DataSource',
    plural: 'datasources',
    description: 'A name that documents use for a configured source.',
  },
  {
    kind: 'AlertPolicy',
    plural: 'alertpolicies',
    description: 'Conditions under which an objective alerts.',
  },
  {
    kind: 'AlertCondition',
    plural: 'alertconditions',
    description: 'A burn rate and how far an alert looks back.',
  },
  {
    kind: 'AlertNotificationTarget',
    plural: 'alertnotificationtargets',
    description: 'Where an alert would be sent.',
  },
];

/** Kind and apiVersion of every document of the slo family. */
export const documentVersions: ReadonlyMap<string, string> = new Map([
  ...openSloKinds.map(({ kind }) => [kind, 'openslo/v1'] as const),
  ['ErrorBudgetPolicy', 'ghostlight.dev/v1'],
]);

/**
 * The schemas take any `spec`: an entity that fails its schema never appears, and then nobody can
 * be shown what is wrong with it. The slo family checks each document and reports on the entity.
 *
 * For the same reason `spec.service` is no relation field: one that is not an entity ref would
 * stop the entity. A processor emits that relation.
 */
export const ghostlightCatalogModel: CatalogModelLayer =
  createCatalogModelLayer({
    layerId: 'ghostlight.dev/slo-documents',
    builder: model => {
      for (const definition of openSloKinds) {
        model.addKind(kindOf('openslo', definition));
      }
      model.addKind(
        kindOf('ghostlight.dev', {
          kind: 'ErrorBudgetPolicy',
          plural: 'errorbudgetpolicies',
          description: 'What a spent error budget means for releases.',
        }),
      );
      model.addRelationPair({
        fromKind: 'SLO',
        toKind: measuredKinds,
        description: 'An objective and what it measures.',
        forward: { type: 'measures', title: 'measures' },
        reverse: { type: 'measuredBy', title: 'measured by' },
      });
      model.addRelationPair({
        fromKind: 'SLO',
        toKind: ['Group', 'User'],
        description: 'An objective belongs to the owner of what it measures.',
        forward: { type: 'ownedBy', title: 'owned by' },
        reverse: { type: 'ownerOf', title: 'owner of' },
      });
      model.addRelationPair({
        fromKind: 'SLO',
        toKind: 'System',
        description: 'An objective is part of the system of what it measures.',
        forward: { type: 'partOf', title: 'part of' },
        reverse: { type: 'hasPart', title: 'has part' },
      });
      model.addAnnotation({
        name: 'ghostlight.dev/error-budget-policy',
        title: 'Error-budget policy',
        description:
          'Name of the ErrorBudgetPolicy of an SLO, or conservative or aggressive.',
      });
      model.addAnnotation({
        name: 'ghostlight.dev/tier',
        title: 'Tier',
        description: 'How much depends on a component; policies may select it.',
      });
    },
  });

function kindOf(group: string, { kind, plural, description }: Kind) {
  return {
    group,
    names: { kind, singular: kind.toLowerCase(), plural },
    description,
    versions: [
      {
        name: 'v1',
        schema: {
          jsonSchema: {
            type: 'object',
            properties: { spec: { type: 'object' } },
          },
        },
      },
    ],
  };
}
