import {
  type CatalogModelLayer,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';

/** What documents may be about. */
const concernedKinds = ['Component', 'API', 'Resource', 'System', 'Domain'];

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

const ghostlightKinds: Kind[] = [
  {
    kind: 'ErrorBudgetPolicy',
    plural: 'errorbudgetpolicies',
    description: 'What a spent error budget means for releases.',
  },
  {
    kind: 'Runbook',
    plural: 'runbooks',
    description: 'What to do when something is wrong.',
  },
  {
    kind: 'RemediationPolicy',
    plural: 'remediationpolicies',
    description: 'What is done against a symptom, and how far.',
  },
  {
    kind: 'ChaosExperiment',
    plural: 'chaosexperiments',
    description: 'A fault that is done on purpose, to see what holds.',
  },
];

/** Kind and apiVersion of every document of the families. */
export const documentVersions: ReadonlyMap<string, string> = new Map([
  ...openSloKinds.map(({ kind }) => [kind, 'openslo/v1'] as const),
  ...ghostlightKinds.map(({ kind }) => [kind, 'ghostlight.dev/v1'] as const),
]);

/** How documents of a kind concern entities, in both directions. */
export const relationsOfKinds: Readonly<
  Record<string, { forward: string; reverse: string }>
> = {
  SLO: { forward: 'measures', reverse: 'measuredBy' },
  Runbook: { forward: 'runbookOf', reverse: 'hasRunbook' },
  RemediationPolicy: { forward: 'remediates', reverse: 'remediatedBy' },
  ChaosExperiment: { forward: 'disturbs', reverse: 'disturbedBy' },
};

const relatedKinds = Object.keys(relationsOfKinds);

/**
 * The schemas take any `spec`: an entity that fails its schema never appears, and then nobody can
 * be shown what is wrong with it. The families check their documents and report on the entities.
 *
 * For the same reason `spec.service` and the like are no relation fields: one that is not an entity
 * ref would stop the entity. A processor emits those relations.
 */
export const ghostlightCatalogModel: CatalogModelLayer =
  createCatalogModelLayer({
    layerId: 'ghostlight.dev/documents',
    builder: model => {
      for (const definition of openSloKinds) {
        model.addKind(kindOf('openslo', definition));
      }
      for (const definition of ghostlightKinds) {
        model.addKind(kindOf('ghostlight.dev', definition));
      }
      const concerns = [
        [
          'SLO',
          'An objective and what it measures.',
          'measures',
          'measured by',
        ],
        ['Runbook', 'A runbook and what it is for.', 'runbook of', 'runbooks'],
        [
          'RemediationPolicy',
          'A policy and what it acts on.',
          'remediates',
          'remediated by',
        ],
        [
          'ChaosExperiment',
          'An experiment and what it is done to.',
          'disturbs',
          'disturbed by',
        ],
      ];
      for (const [kind, description, forward, reverse] of concerns) {
        const types = relationsOfKinds[kind];
        model.addRelationPair({
          fromKind: kind,
          toKind: concernedKinds,
          description,
          forward: { type: types.forward, title: forward },
          reverse: { type: types.reverse, title: reverse },
        });
      }
      model.addRelationPair({
        fromKind: relatedKinds,
        toKind: ['Group', 'User'],
        description: 'A document belongs to the owner of what it is about.',
        forward: { type: 'ownedBy', title: 'owned by' },
        reverse: { type: 'ownerOf', title: 'owner of' },
      });
      model.addRelationPair({
        fromKind: relatedKinds,
        toKind: 'System',
        description: 'A document is part of the system of what it is about.',
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
