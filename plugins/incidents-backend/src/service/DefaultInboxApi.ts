import { ConflictError, InputError } from '@backstage/errors';
import type {
  MappingRequest,
  SilenceRequest,
  UnsuppressRequest,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import {
  countAlerts,
  findSuppressed,
  listAlerts,
  listSuppressionCauses,
  locateAlerts,
  readAlert,
  type ListAlertsRequest,
} from '../alerts';
import { dryRun } from '../dryRun';
import {
  adapterStatuses,
  discardQuarantined,
  listQuarantine,
  retryQuarantined,
  type AdapterRegistry,
} from '../intake';
import {
  createSilence,
  endSilence,
  forgetMapping,
  listMappings,
  listSilences,
  resolveAlert,
  teachMapping,
  unsuppressAlert,
  unsuppressAlerts,
} from '../pipeline';
import type { RulesInForce } from '../rules';
import type { CallOptions } from './CallOptions';
import { readRowId } from './ids';
import type { DryRunRequest, InboxApi, PageRequest } from './InboxApi';
import { readEntityRef, callerOf } from '@ghostlight/reliability-node';
import type { ServiceContext } from './ServiceContext';
import { msOf } from './times';

const day = 86_400_000;
/** Suppressions that one request undoes. */
const mostAtOnce = 500;

/** Answers from the database, one operation a file. Checks no permission. */
export class DefaultInboxApi implements InboxApi {
  private trying = false;

  private constructor(
    private readonly context: ServiceContext,
    private readonly registry: AdapterRegistry,
    private readonly inForce: RulesInForce,
  ) {}

  static create(options: {
    context: ServiceContext;
    registry: AdapterRegistry;
    rules: RulesInForce;
  }): DefaultInboxApi {
    const { context, registry, rules } = options;
    return new DefaultInboxApi(context, registry, rules);
  }

  list(request: ListAlertsRequest, { visible }: CallOptions) {
    return listAlerts(this.context, request, visible?.alerts);
  }

  counts({ visible }: CallOptions) {
    return countAlerts(this.context, visible?.alerts);
  }

  async detail(alertId: string) {
    return readAlert(this.context, readRowId('alert', alertId));
  }

  async unsuppress(alertId: string, { credentials }: CallOptions) {
    const by = callerOf(credentials);
    const id = readRowId('alert', alertId);
    await this.act((trx, now) => unsuppressAlert(trx, alertId, { by, now }));
    return readAlert(this.context, id);
  }

  async unsuppressMany(
    request: UnsuppressRequest,
    { credentials, visible }: CallOptions,
  ) {
    const by = callerOf(credentials);
    const { kind, causeRef } = request;
    const byCause = kind !== undefined && causeRef !== undefined;
    if (byCause === Boolean(request.alertIds))
      throw new InputError('Say which by alertIds, or by kind and causeRef');
    const found = byCause
      ? await findSuppressed(
          this.context.db,
          { kind, causeRef },
          { most: mostAtOnce, visible: visible?.alerts },
        )
      : {
          ids: [...new Set(request.alertIds)].map(id => readRowId('alert', id)),
          count: 0,
        };
    const { ids, count } = found;
    const undone = await this.act((trx, now) =>
      unsuppressAlerts(trx, ids, { by, now }),
    );
    return {
      undone,
      unchanged: ids.length - undone,
      refused: 0,
      left: Math.max(0, count - ids.length),
    };
  }

  suppressionCauses({ visible }: CallOptions) {
    return listSuppressionCauses(this.context, visible?.alerts);
  }

  async resolve(alertId: string) {
    const id = readRowId('alert', alertId);
    await this.act((trx, now) => resolveAlert(trx, alertId, { now }));
    return readAlert(this.context, id);
  }

  adapters() {
    const { db, now } = this.context;
    return adapterStatuses({ db, registry: this.registry, now: now() });
  }

  quarantine(request: PageRequest) {
    return listQuarantine(this.context.db, request);
  }

  retryQuarantined(id: string) {
    const { db, now, wake } = this.context;
    const { registry } = this;
    return retryQuarantined({ db, registry, id, now: now(), wake });
  }

  discardQuarantined(id: string) {
    return discardQuarantined(this.context.db, id);
  }

  mappings() {
    return listMappings(this.context.db, { rules: this.inForce.rules });
  }

  async teachMapping(request: MappingRequest, { credentials }: CallOptions) {
    const { graph } = this.context;
    const by = callerOf(credentials);
    const entityRef = readEntityRef('entityRef', request.entityRef);
    return this.act((trx, now) =>
      teachMapping(trx, { ...request, entityRef }, { by, now, graph }),
    );
  }

  forgetMapping(id: string) {
    return this.act(trx => forgetMapping(trx, id));
  }

  silences({ active = true }: { active?: boolean }) {
    const { db, now } = this.context;
    return listSilences(db, { active, now: now() });
  }

  async createSilence(request: SilenceRequest, { credentials }: CallOptions) {
    const by = callerOf(credentials);
    const entityRef =
      request.entityRef && readEntityRef('entityRef', request.entityRef);
    return this.act((trx, now) =>
      createSilence(trx, { ...request, entityRef }, { by, now }),
    );
  }

  endSilence(id: string) {
    return this.act((trx, now) => endSilence(trx, id, { now }));
  }

  async rules() {
    const { source, yaml } = this.inForce;
    return { source, yaml };
  }

  async dryRun({ yaml, from, to }: DryRunRequest) {
    // Each keeps the processor busy, which whoever waits for a page notices.
    if (this.trying)
      throw new ConflictError(
        'Another dry run is under way; try again when it is done',
      );
    this.trying = true;
    try {
      const until = to ? msOf(to) : this.context.now();
      return await dryRun({
        ...this.context,
        rules: this.inForce.rules,
        yaml,
        from: from ? msOf(from) : until - day,
        to: until,
      });
    } finally {
      this.trying = false;
    }
  }

  async locate(alertIds: string[]) {
    const ids = alertIds.map(id => (/^\d{1,15}$/.test(id) ? Number(id) : 0));
    const found = await locateAlerts(this.context.db, ids.filter(Boolean));
    return ids.map(id => found.get(id));
  }

  /** Does what the reader of the inbox has to hear of. */
  private async act<T>(
    run: (trx: Knex.Transaction, now: number) => Promise<T>,
  ): Promise<T> {
    const { db, now, wake } = this.context;
    const result = await db.transaction(trx => run(trx, now()));
    wake();
    return result;
  }
}
