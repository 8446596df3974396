import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';
import type { EntityIndex } from './entities';
import type { ExtensionRegistry } from './ExtensionRegistry';
import { FreezeCalendar } from './freezes';
import {
  approvalsCheck,
  budgetCheck,
  dependenciesCheck,
  evaluationCheck,
  findingsCheck,
  freezeCheck,
  GateKeeper,
  Gathered,
  GateSigner,
  incidentsCheck,
  readBurning,
  readFindings,
  readOpenIncidents,
  Remembered,
} from './gate';
import type { DeliveryConfig } from './readDeliveryConfig';

/** The gate, and what answers for parts of it. */
export interface GateParts {
  keeper: GateKeeper;
  signer: GateSigner;
  calendar: FreezeCalendar;
}

/** Milliseconds for which findings are used again: they change when something is scanned. */
const findingsLife = 60_000;

/** Puts the gate together: our own checks, and those of modules. */
export function createGate(options: {
  auth: AuthService;
  config: DeliveryConfig;
  db: Knex;
  entities: EntityIndex;
  extensions: ExtensionRegistry;
  incidents: IncidentsService;
  logger: LoggerService;
  now: () => number;
  slo: SloService;
}): GateParts {
  const { auth, config, db, entities, extensions, incidents, now, slo } =
    options;
  const { gate } = config;
  const entityOf = (ref: string) => entities.get(ref);
  const answers = <T>(life = gate.remember) =>
    Remembered.create<T>({ life, now });
  const signer = GateSigner.create({ db, now });
  const calendar = FreezeCalendar.create({ db, configured: config.freezes });
  const keeper = GateKeeper.create({
    ...options,
    config: gate,
    signer,
    checkers: [
      budgetCheck({ ...options, answers: answers() }),
      incidentsCheck({
        ...options,
        gathered: Gathered.create({
          life: gate.remember,
          now,
          read: () => readOpenIncidents(incidents, auth),
          refsOf: ({ entities: of }) => of.map(({ entityRef }) => entityRef),
        }),
        answers: answers(),
      }),
      freezeCheck({
        calendar,
        ownerOf: ref => entities.belongingOf(ref)?.ownerRef,
      }),
      approvalsCheck({ db, config: gate.approvals, entityOf }),
      findingsCheck({
        ...options,
        config: gate.findings,
        gathered: Gathered.create({
          life: findingsLife,
          now,
          read: () => readFindings(incidents, auth),
          refsOf: ({ entityRef }) => (entityRef ? [entityRef] : []),
        }),
        answers: answers(findingsLife),
      }),
      evaluationCheck({ db, config: gate.evaluation }),
      dependenciesCheck({
        ...options,
        gathered: Gathered.create({
          life: gate.remember,
          now,
          read: () => readBurning(slo, auth),
          refsOf: ({ entityRef }) => [entityRef],
        }),
        entityOf,
        answers: answers(),
      }),
      ...extensions.gateCheckers.values(),
    ],
  });
  return { keeper, signer, calendar };
}
