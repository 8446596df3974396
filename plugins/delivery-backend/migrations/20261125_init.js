// @ts-check

/**
 * Instants are epoch milliseconds, JSON is text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('counters', table => {
    table.comment(
      'Numbers without gaps; the row is locked by whoever takes one',
    );
    table.string('name').primary();
    table.bigInteger('value').notNullable();
  });
  await knex('counters').insert([
    { name: 'feed', value: 0 },
    { name: 'feed-pruned', value: 0 },
    { name: 'rollback', value: 0 },
  ]);

  await knex.schema.createTable('changes', table => {
    table.comment(
      'The feed: one row per report that told something new, with all that was known then; append-only',
    );
    table
      .bigInteger('seq')
      .primary()
      .comment('From the counter `feed`: rows become visible in its order');
    table.string('change_id', 36).notNullable();
    table.string('entity_ref').nullable();
    table.bigInteger('recorded_at').notNullable().index();
    table.text('change').notNullable().comment('JSON of the API');
    table.index(['change_id', 'seq']);
    table.index(['entity_ref', 'seq']);
  });

  await knex.schema.createTable('deployments', table => {
    table.comment(
      'Every change once, as last reported; the history by entity and environment',
    );
    table.string('id', 36).primary();
    table.string('source').notNullable();
    table.string('key', 300).notNullable();
    table
      .string('kind')
      .notNullable()
      .comment('deployment, rollback, config, flag, scale, other');
    table.string('entity_ref').nullable();
    table
      .string('owner_ref')
      .nullable()
      .comment('As the catalog had it when last seen');
    table.string('system_ref').nullable();
    table.string('environment').notNullable();
    table.string('version').nullable();
    table
      .string('previous_version')
      .nullable()
      .comment('As reported, else what was active before it');
    table.string('outcome').notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at').nullable();
    table.bigInteger('commit_at').nullable();
    table
      .bigInteger('active_from')
      .nullable()
      .comment(
        'Only of what went out: neither `same_as` nor without an entity',
      );
    table.bigInteger('active_until').nullable();
    table
      .string('same_as', 36)
      .nullable()
      .index()
      .comment('What another sender told first; this row only adds to it');
    table
      .string('undoes_id', 36)
      .nullable()
      .comment('What its sender, or a rollback of this plugin, says it undoes');
    table.string('rollback_of', 36).nullable().index();
    table.string('rolled_back_by', 36).nullable();
    table
      .string('rollback_id', 36)
      .nullable()
      .comment('The rollback of this plugin that made it');
    table.string('action_id', 100).nullable().index();
    table.string('target_driver').nullable();
    table.string('target_ref', 400).nullable();
    table.double('spent_minutes').nullable();
    table.bigInteger('spent_as_of').nullable();
    table
      .text('failed_because')
      .notNullable()
      .defaultTo('[]')
      .comment('FailureCause[] as JSON; empty while it counts as good');
    table.boolean('failed').notNullable().defaultTo(false);
    table
      .bigInteger('recovered_at')
      .nullable()
      .comment('When what it broke was whole again');
    table.text('incident_ids').notNullable().defaultTo('[]');
    table.text('change').notNullable().comment('JSON of the API');
    table
      .text('known')
      .notNullable()
      .comment('What was reported, by how late it is: JSON');
    table.text('searched').notNullable().comment('What `q` looks in');
    table.bigInteger('updated_at').notNullable();
    table.unique(['source', 'key']);
    table.index(['entity_ref', 'environment', 'started_at']);
    table.index(['owner_ref', 'started_at']);
    table.index(['started_at']);
    table.index(['updated_at']);
  });
  // What is between two versions of a lane, found from either side.
  await knex.raw(
    'create index deployments_placed on deployments (entity_ref, environment, active_from, id) where active_from is not null',
  );
  await knex.raw(
    "create index deployments_running on deployments (entity_ref, environment, started_at) where outcome = 'running'",
  );
  await knex.raw(
    'create index deployments_told on deployments (entity_ref, environment, version, started_at) where same_as is null',
  );
  await knex.raw(
    'create index deployments_unresolved on deployments (id) where entity_ref is null',
  );
  await knex.raw(
    'create index deployments_active on deployments (entity_ref, environment, active_from) where active_from is not null and active_until is null',
  );

  await knex.schema.createTable('lanes', table => {
    table.comment(
      'An entity in an environment: what runs there, for the organisation’s list',
    );
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('owner_ref').nullable();
    table.string('system_ref').nullable();
    table.string('title').nullable();
    table.string('current_id', 36).nullable();
    table.string('running_id', 36).nullable();
    table.boolean('current_failed').notNullable().defaultTo(false);
    table.bigInteger('changed_at').notNullable();
    table.primary(['entity_ref', 'environment']);
    table.index(['changed_at']);
    table.index(['owner_ref', 'changed_at']);
  });

  await knex.schema.createTable('deliveries', table => {
    table.comment('Requests that were taken in');
    table.bigIncrements('id');
    table.string('adapter').notNullable();
    table.string('delivery_key', 300).nullable();
    table.bigInteger('received_at').notNullable().index();
    table.integer('accepted').notNullable();
    table.integer('rejected').notNullable();
    table.unique(['adapter', 'delivery_key']);
  });

  await knex.schema.createTable('sources', table => {
    table.comment('What sources remember, and how they do');
    table.string('id').primary();
    table.text('memory').nullable();
    table.boolean('healthy').nullable();
    table.text('status').nullable();
    table.bigInteger('last_at').nullable();
  });

  await knex.schema.createTable('plans', table => {
    table.comment('What a rollback would do, as it was shown');
    table.string('id', 36).primary();
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('requested_by').notNullable();
    table.text('plan').notNullable().comment('RollbackPlan as JSON');
    table.text('drivers').notNullable().comment('DriverPlan by lane as JSON');
    table.bigInteger('made_at').notNullable();
    table.bigInteger('expires_at').notNullable().index();
  });

  await knex.schema.createTable('rollbacks', table => {
    table.string('id', 36).primary().comment('RB-0007');
    table.string('plan_id', 36).notNullable().index();
    table.string('run_id', 36).notNullable().unique();
    table.string('entity_ref').notNullable();
    table.string('owner_ref').nullable();
    table.string('system_ref').nullable();
    table.string('environment').notNullable();
    table.string('state').notNullable();
    table.string('lane').notNullable();
    table.string('reason', 1000).notNullable();
    table.boolean('dry_run').notNullable();
    table.string('requested_by').notNullable();
    table.bigInteger('requested_at').notNullable();
    table.string('watch_id', 36).nullable().index();
    table.string('incident_id').nullable().index();
    table.string('from_id', 36).nullable().comment('Deployment that it undoes');
    table.text('summary').notNullable().comment('from, to, said as JSON');
    table.bigInteger('started_at').nullable();
    table.bigInteger('finished_at').nullable();
    table.index(['entity_ref', 'environment', 'requested_at']);
    table.index(['requested_at']);
  });
  // A plan is applied once, and tried out as often as one likes.
  await knex.raw(
    'create unique index rollbacks_of_plan on rollbacks (plan_id) where dry_run = false',
  );

  await knex.schema.createTable('rollouts', table => {
    table.string('id', 36).primary();
    table
      .string('run_id', 36)
      .nullable()
      .unique()
      .comment('Null when the platform’s own engine runs it');
    table.string('engine').notNullable();
    table.string('engine_key', 300).nullable();
    table.string('entity_ref').notNullable();
    table.string('owner_ref').nullable();
    table.string('system_ref').nullable();
    table.string('environment').notNullable();
    table.string('target_driver').notNullable();
    table.string('target_ref', 400).notNullable();
    table.string('state').notNullable();
    table.string('version').notNullable();
    table
      .text('document')
      .notNullable()
      .comment('What was asked for and planned, or what the engine says: JSON');
    table
      .text('progress')
      .notNullable()
      .comment('How its runs stand: JSON, written with them');
    table
      .text('watching')
      .notNullable()
      .comment('What was measured, and what people said meanwhile: JSON');
    table.bigInteger('started_at').notNullable();
    table.bigInteger('finished_at').nullable();
    table.bigInteger('updated_at').notNullable();
    table.unique(['engine', 'engine_key']);
    table.index(['entity_ref', 'environment', 'started_at']);
    table.index(['started_at']);
  });
  // Of two who ship to one target at once, one is told so.
  await knex.raw(
    "create unique index rollouts_at_target on rollouts (target_driver, target_ref) where finished_at is null and engine = 'ghostlight'",
  );
  await knex.raw(
    'create index rollouts_unfinished on rollouts (engine, updated_at) where finished_at is null',
  );

  await knex.schema.createTable('watches', table => {
    table.string('id', 36).primary();
    table.string('deployment_id', 36).notNullable().unique();
    table.string('entity_ref').notNullable();
    table.string('owner_ref').nullable();
    table.string('system_ref').nullable();
    table.string('environment').notNullable();
    table.string('version').nullable();
    table.string('state').notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('ends_at').notNullable();
    table.bigInteger('finished_at').nullable();
    table
      .bigInteger('next_at')
      .nullable()
      .comment('When it is looked at again');
    table.text('rules').notNullable().comment('WatchRule[] as JSON');
    table.text('report').notNullable().comment('said, recommendations as JSON');
    table.string('automatic').notNullable().comment('off, plan, apply');
    table.string('rollback_id', 36).nullable();
    table.string('plan_id', 36).nullable();
    table.index(['entity_ref', 'environment', 'started_at']);
    table.index(['next_at']);
    table.index(['started_at']);
  });

  await knex.schema.createTable('gate_overrides', table => {
    table.string('id', 36).primary();
    table.string('entity_ref').notNullable().index();
    table.string('environment').notNullable();
    table.string('version').nullable();
    table.string('reason', 1000).notNullable();
    table.string('by').notNullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('until').notNullable();
    table.bigInteger('revoked_at').nullable();
    table.string('revoked_by').nullable();
  });

  await knex.schema.createTable('release_approvals', table => {
    table.string('id', 36).primary();
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('version').notNullable();
    table.string('by').notNullable();
    table.bigInteger('at').notNullable();
    table.string('comment', 1000).nullable();
    table.bigInteger('revoked_at').nullable();
    table.index(['entity_ref', 'environment', 'version']);
  });

  await knex.schema.createTable('evaluations', table => {
    table.string('id', 36).primary();
    table.string('entity_ref').notNullable();
    table.string('version').notNullable();
    table.string('suite').notNullable();
    table.integer('passed').notNullable();
    table.integer('total').notNullable();
    table.bigInteger('at').notNullable();
    table.text('url').nullable();
    table.index(['entity_ref', 'version', 'at']);
  });

  await knex.schema.createTable('freezes', table => {
    table.string('id', 36).primary();
    table.string('title', 200).notNullable();
    table.string('reason', 1000).nullable();
    table.bigInteger('from_at').notNullable();
    table.bigInteger('until_at').notNullable().index();
    table.text('environments').notNullable().comment('JSON, all when empty');
    table.text('entity_refs').notNullable();
    table.text('owners').notNullable();
    table.string('by').notNullable();
    table.bigInteger('deleted_at').nullable();
  });

  await knex.schema.createTable('gate_keys', table => {
    table.comment(
      'Keys that verdicts are signed with; the latest one signs, older ones still verify',
    );
    table.string('kid', 36).primary();
    table.text('private_jwk').notNullable();
    table.text('public_jwk').notNullable();
    table.bigInteger('made_at').notNullable();
    table.bigInteger('retired_at').nullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'gate_keys',
    'freezes',
    'evaluations',
    'release_approvals',
    'gate_overrides',
    'watches',
    'rollouts',
    'rollbacks',
    'plans',
    'sources',
    'deliveries',
    'lanes',
    'deployments',
    'changes',
    'counters',
  ])
    await knex.schema.dropTable(table);
};
