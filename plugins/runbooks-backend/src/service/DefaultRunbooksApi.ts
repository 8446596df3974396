import type { AuthService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import {
  executionRunPermission,
  type ActionInfo,
  type RunbookSpec,
} from '@ghostlight/plugin-runbooks-common';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import {
  readCursor,
  readEntityRef,
  say,
  writeCursor,
  type EntityBelonging,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { schemaOf, type ActionDirectory } from '../ActionDirectory';
import { suggestProposals } from '../remediation';
import {
  describeRunbookDetail,
  documentOf,
  findDocument,
  listRunbooks,
  readHistory,
  suggestRunbooks,
  textOf,
  whereVisibleDocuments,
  type DocumentRow,
  type ListRunbooksRequest,
  type SuggestRequest,
} from '../documents';
import type { CallOptions } from './CallOptions';
import { anybody } from './mayOf';
import type { RunbooksApi } from './RunbooksApi';

const documentsOrder = 'runbook-documents';

export class DefaultRunbooksApi implements RunbooksApi {
  private constructor(
    private readonly options: {
      db: Knex;
      now: () => number;
      auth: AuthService;
      incidents: IncidentsService;
      actions: ActionDirectory;
      belongingOf(entityRef: string): EntityBelonging | undefined;
    },
  ) {}

  static create(options: {
    db: Knex;
    now: () => number;
    auth: AuthService;
    incidents: IncidentsService;
    actions: ActionDirectory;
    belongingOf(entityRef: string): EntityBelonging | undefined;
  }): DefaultRunbooksApi {
    return new DefaultRunbooksApi(options);
  }

  list(request: ListRunbooksRequest, { visible }: CallOptions) {
    const { db, now } = this.options;
    return listRunbooks(db, request, visible, now());
  }

  async get(given: string, { may, visible }: CallOptions) {
    const { db, now, actions, belongingOf } = this.options;
    const ref = readEntityRef('ref', given, 'runbook');
    const document = await findDocument<RunbookSpec>(
      db,
      'runbook',
      ref,
      visible,
    );
    if (!document) throw new NotFoundError(`No runbook '${ref}'`);
    const histories = await readHistory(db, [ref]);
    const detail = describeRunbookDetail(document, histories.get(ref) ?? {}, {
      now: now(),
      actions,
    });
    // It is run for a service: whoever may act on any of those that it names may run it.
    const targets = document.about.serviceRefs.map(entityRef => ({
      entityRef,
      environment: 'production',
      ...belongingOf(entityRef),
    }));
    const mays = targets.length
      ? await may?.(executionRunPermission, targets)
      : undefined;
    const run = mays?.find(({ allowed }) => allowed) ?? mays?.[0] ?? anybody;
    return { ...detail, may: { run } };
  }

  async suggest(request: SuggestRequest, { visible }: CallOptions) {
    const { db, now } = this.options;
    const [runbooks, proposals] = await Promise.all([
      suggestRunbooks({ ...this.options, now: now() }, request, visible),
      suggestProposals(db, request, visible),
    ]);
    return [...proposals, ...runbooks];
  }

  async actions(): Promise<ActionInfo[]> {
    return this.options.actions.all().map(action => ({
      id: action.id,
      title: say(`action.${action.id}.title`, action.title),
      description: say(`action.${action.id}.description`, action.description),
      input: schemaOf(action),
      reads: action.reads,
      changes: action.changes,
      reversible: action.reversible,
      ...(action.makesFaults && { makesFaults: true }),
      dryRun: action.dryRun !== undefined,
      enabled: true,
    }));
  }

  async documents(
    { limit = 100, cursor }: { limit?: number; cursor?: string },
    { visible }: CallOptions,
  ) {
    const after = readCursor(documentsOrder, cursor, 'string', 'string');
    const query = this.options
      .db<DocumentRow>('documents')
      .where({ kind: 'runbook' })
      .orderBy('ref')
      .limit(limit + 1);
    whereVisibleDocuments(query, visible);
    if (after) query.where('ref', '>', after.id);
    const rows: DocumentRow[] = await query;
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page[page.length - 1] : undefined;
    return {
      items: page.map(row => textOf(documentOf<RunbookSpec>(row))),
      ...(last && {
        nextCursor: writeCursor(documentsOrder, {
          value: last.ref,
          id: last.ref,
        }),
      }),
    };
  }
}
