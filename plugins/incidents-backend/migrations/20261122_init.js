// @ts-check

/**
 * Instants are milliseconds since the epoch. JSON is kept as text, so that both databases hold the
 * same. Entity refs are full.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('counters', table => {
    table.comment('Sequences without gaps, and revisions');
    table.string('name').primary();
    table.bigInteger('value').notNullable();
  });
  await knex('counters').insert([
    { name: 'incident', value: 0 },
    // Bumped by whatever changes groups, silences or mappings by hand: the correlator looks again.
    { name: 'correlation', value: 0 },
  ]);

  await knex.schema.createTable('deliveries', table => {
    table.comment('Requests that were taken in');
    table.bigIncrements('id');
    table.string('adapter').notNullable();
    table.string('sender').notNullable().comment('Whose credential it was');
    table
      .string('delivery_key', 300)
      .nullable()
      .comment('Identity at the sender; a repeat is dropped');
    table.bigInteger('received_at').notNullable().index();
    table.integer('bytes').notNullable();
    table.integer('accepted').notNullable();
    table.integer('quarantined').notNullable();
    table.integer('truncated').notNullable();
    table.unique(['adapter', 'delivery_key']);
  });

  await knex.schema.createTable('inbox', table => {
    table.comment(
      'What came in, one row per alert, change or finding; appended by every replica, read by one',
    );
    table.bigIncrements('id');
    table.bigInteger('delivery_id').notNullable();
    table.string('kind').notNullable().comment('alert, change, finding');
    table.string('adapter').notNullable();
    table.bigInteger('received_at').notNullable().index();
    table.text('event').notNullable().comment('The event without `raw`, JSON');
    table.text('raw').notNullable().comment("The vendor's own, JSON");
    table
      .string('outcome')
      .nullable()
      .comment('Null until the pipeline has been there');
  });
  await knex.raw(
    'create index inbox_waiting on inbox (id) where outcome is null',
  );

  await knex.schema.createTable('quarantine', table => {
    table.comment('What came in and could not be understood');
    table.bigIncrements('id');
    table.bigInteger('delivery_id').notNullable();
    table.string('adapter').notNullable();
    table.bigInteger('received_at').notNullable();
    table.text('reason').notNullable();
    table.string('field').nullable();
    table.text('headers').notNullable().comment('JSON');
    table.text('raw').notNullable().comment('The item, JSON');
    table
      .text('body')
      .nullable()
      .comment('The body with this item alone, JSON; null: it is `raw`');
    table.index(['received_at', 'id']);
  });

  await knex.schema.createTable('intake_counts', table => {
    table.comment(
      'What came in, hour by hour; each process counts in rows of its own',
    );
    table.string('adapter').notNullable();
    table.bigInteger('hour').notNullable();
    table.string('writer').notNullable();
    table.integer('deliveries').notNullable();
    table.integer('accepted').notNullable();
    table.integer('quarantined').notNullable();
    table.integer('truncated').notNullable();
    table.bigInteger('last_at').notNullable();
    table.primary(['adapter', 'hour', 'writer']);
    table.index('hour');
  });

  await knex.schema.createTable('incidents', table => {
    table.integer('number').primary();
    table.string('title', 300).notNullable();
    table.string('severity').notNullable();
    table.string('status').notNullable();
    table.string('source').notNullable();
    table.string('owner_ref').nullable();
    table.string('system_ref').nullable();
    table.string('origin_ref').nullable();
    table.text('suspects').notNullable().comment('JSON array');
    table.text('because').notNullable();
    table.text('summary').notNullable();
    table.text('root_cause').nullable();
    table.text('mitigation').nullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('detected_at').nullable();
    table.bigInteger('acknowledged_at').nullable();
    table.string('acknowledged_by').nullable();
    table.bigInteger('identified_at').nullable();
    table.bigInteger('mitigated_at').nullable();
    table.bigInteger('recovered_at').nullable();
    table.bigInteger('resolved_at').nullable();
    table.bigInteger('created_at').notNullable();
    table.string('created_by').nullable();
    table.bigInteger('updated_at').notNullable();
    table.boolean('slo_affecting').nullable();
    table
      .boolean('slo_affecting_by_hand')
      .notNullable()
      .defaultTo(false)
      .comment('Somebody said so; it is not computed any more');
    table.float('budget_minutes').nullable();
    table.text('impact').nullable().comment('JSON, as the API has it');
    table
      .bigInteger('impact_due_at')
      .nullable()
      .comment('When its cost is counted again; null when it is final');
    table.string('channel_url', 2000).nullable();
    table.integer('merged_into').nullable();
    table.integer('split_from').nullable();
    table.bigInteger('deleted_at').nullable();
    table.integer('reopened').notNullable().defaultTo(0);
    table.boolean('imported').notNullable().defaultTo(false);
    table.string('import_key').nullable().unique();
    table.string('declare_key').nullable().unique();
    table.integer('alert_count').notNullable().defaultTo(0);
    table
      .boolean('notified')
      .notNullable()
      .defaultTo(false)
      .comment('Somebody was told of it, so they are told of its end');
    table.integer('version').notNullable().defaultTo(1);
    table.index(['started_at', 'number']);
    table.index(['updated_at', 'number']);
    table.index(['status', 'severity', 'number']);
    table.index(['owner_ref', 'started_at']);
  });
  // Of these alone: SQLite takes “is null” for rare, and would find nearly all rows by it.
  await knex.raw(
    `create index incidents_merged on incidents (merged_into)
     where merged_into is not null`,
  );
  // With what its condition reads: SQLite counts from an index alone only when all of it is in there.
  await knex.raw(
    `create index incidents_open on incidents
       (severity, number, status, merged_into, deleted_at)
     where status <> 'resolved' and merged_into is null and deleted_at is null`,
  );
  await knex.raw(
    `create index incidents_recovered on incidents (recovered_at)
     where recovered_at is not null and status <> 'resolved'`,
  );
  await knex.raw(
    `create index incidents_listed on incidents (severity, number desc)
     where merged_into is null and deleted_at is null`,
  );
  await knex.raw(
    `create index incidents_impact on incidents (impact_due_at)
     where impact_due_at is not null`,
  );

  await knex.schema.createTable('groups', table => {
    table.comment(
      'Alerts that belong together; known by number, never by name',
    );
    table.bigIncrements('id');
    table.integer('incident_number').nullable().index();
    table.bigInteger('opened_at').notNullable();
    table.bigInteger('last_at').notNullable();
    table.bigInteger('closed_at').nullable();
    table
      .boolean('by_hand')
      .notNullable()
      .defaultTo(false)
      .comment('Made by a split: nothing joins it but by hand');
    table
      .bigInteger('revision')
      .notNullable()
      .defaultTo(0)
      .comment('Counter `correlation` when it was last changed by hand');
    table.index('revision');
  });
  await knex.raw(
    'create index groups_open on groups (id) where closed_at is null',
  );

  await knex.schema.createTable('alerts', table => {
    table.comment(
      'One thing firing, from its first report until it is over; a later one of its fingerprint is another row',
    );
    table.bigIncrements('id');
    table
      .string('fingerprint', 64)
      .notNullable()
      .comment("Hash of adapter and the sender's fingerprint");
    table
      .boolean('current')
      .notNullable()
      .comment('The latest of its fingerprint');
    table.string('adapter').notNullable();
    table.string('name', 300).notNullable();
    table.string('title', 500).notNullable();
    table.text('description').nullable();
    table.string('severity').notNullable();
    table.string('status').notNullable();
    table.string('entity_ref').nullable();
    table.float('entity_confidence').nullable();
    table.text('entity_reason').nullable();
    table.string('owner_ref').nullable();
    table.string('environment').nullable();
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('ends_at').nullable();
    table
      .bigInteger('fired_at')
      .nullable()
      .comment(
        'Latest start that the sender named: an end before it is old news',
      );
    table.bigInteger('received_at').notNullable().comment('First report');
    table.bigInteger('last_seen_at').notNullable();
    table.integer('occurrences').notNullable();
    table.integer('transitions').notNullable();
    table
      .text('turns')
      .notNullable()
      .defaultTo('[]')
      .comment('The latest instants of transitions, JSON array');
    table.text('labels').notNullable().comment('JSON');
    table.text('annotations').notNullable().comment('JSON');
    table.text('url').nullable();
    table.bigInteger('last_inbox_id').nullable();
    table.bigInteger('group_id').nullable().index();
    table.integer('incident_number').nullable().index();
    table.boolean('is_symptom').notNullable().defaultTo(false);
    table.text('joined').nullable().comment('JSON array of reasons');
    table.string('suppressed_kind').nullable();
    table.text('suppressed_reason').nullable();
    table.string('suppressed_cause').nullable();
    table.bigInteger('suppressed_at').nullable();
    table.bigInteger('suppressed_until').nullable();
    table.integer('suppressed_count').notNullable().defaultTo(0);
    table
      .bigInteger('recheck_at')
      .nullable()
      .comment('When the pipeline looks at it again without a report');
    table.index(['received_at', 'id']);
  });
  await knex.raw(
    'create unique index alerts_current on alerts (fingerprint) where current',
  );
  await knex.raw(
    "create index alerts_firing on alerts (received_at, id) where status = 'firing'",
  );
  // With what its condition reads, as those of the other views: so they are counted.
  await knex.raw(
    `create index alerts_open on alerts (received_at, id, status, suppressed_kind)
     where status = 'firing' and suppressed_kind is null`,
  );
  await knex.raw(
    `create index alerts_owned on alerts (owner_ref, received_at, id)
     where status = 'firing'`,
  );
  // Without those of no known entity, which have an index of their own.
  await knex.raw(
    `create index alerts_of_entity on alerts (entity_ref, received_at)
     where entity_ref is not null`,
  );
  // Few among many: their pages must not pass over all that is firing.
  await knex.raw(
    `create index alerts_suppressed on alerts (received_at, id, status, suppressed_kind)
     where status = 'firing' and suppressed_kind is not null`,
  );
  await knex.raw(
    `create index alerts_unresolved on alerts (received_at, id, status, entity_ref)
     where status = 'firing' and entity_ref is null`,
  );
  await knex.raw(
    "create index alerts_over on alerts (received_at, id) where status = 'resolved'",
  );
  // Whether anything of an incident, or of one of its entities, still fires.
  await knex.raw(
    `create index alerts_burning on alerts (incident_number, entity_ref)
     where status = 'firing'`,
  );
  await knex.raw(
    `create index alerts_quiet on alerts (suppressed_cause)
     where suppressed_cause is not null`,
  );
  await knex.raw(
    'create index alerts_recheck on alerts (recheck_at) where recheck_at is not null',
  );

  await knex.schema.createTable('suppressions', table => {
    table.comment('Every time an alert was kept quiet, and who undid it');
    table.bigIncrements('id');
    table.bigInteger('alert_id').notNullable().index();
    table.string('kind').notNullable();
    table.text('reason').notNullable();
    table.string('cause').nullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('until').nullable();
    table.bigInteger('ended_at').nullable();
    table.bigInteger('undone_at').nullable();
    table.string('undone_by').nullable();
    table.integer('count').notNullable().defaultTo(1);
  });

  await knex.schema.createTable('incident_entities', table => {
    table.integer('incident_number').notNullable();
    table.string('entity_ref').notNullable();
    table.string('role').notNullable().comment('origin, affected, symptom');
    table.boolean('by_hand').notNullable().defaultTo(false);
    table.bigInteger('since').notNullable();
    table.bigInteger('healthy_at').nullable();
    table.string('owner_ref').nullable();
    table.string('system_ref').nullable();
    table.primary(['incident_number', 'entity_ref']);
    table.index(['entity_ref', 'incident_number']);
    table.index(['owner_ref', 'incident_number']);
    table.index(['system_ref', 'incident_number']);
  });

  await knex.schema.createTable('incident_roles', table => {
    table.integer('incident_number').notNullable();
    table.string('role').notNullable();
    table.string('user_ref').notNullable();
    table.bigInteger('since').notNullable();
    table.primary(['incident_number', 'role']);
  });

  await knex.schema.createTable('timeline', table => {
    table.comment('Appended to, never changed');
    table.bigIncrements('id');
    table.integer('incident_number').notNullable();
    table.bigInteger('at').notNullable();
    table.string('kind').notNullable();
    table.string('author').nullable().comment('Null for what the product did');
    table.text('text').notNullable();
    table.text('data').nullable().comment('JSON object of strings');
    table.text('because').nullable().comment('JSON array of reasons');
    table
      .string('key', 200)
      .nullable()
      .comment('The same key adds nothing twice');
    table.unique(['incident_number', 'key']);
    table.index(['incident_number', 'at', 'id']);
  });

  await knex.schema.createTable('follow_ups', table => {
    table.bigIncrements('id');
    table.integer('incident_number').notNullable().index();
    table.string('title', 500).notNullable();
    table.string('owner_ref').nullable();
    table.string('due').nullable().comment('2026-12-01');
    table.string('priority').notNullable();
    table.string('state').notNullable();
    table.string('url', 2000).nullable();
    table.bigInteger('created_at').notNullable();
    table.string('created_by').nullable();
    table.bigInteger('done_at').nullable();
    table.index(['state', 'due', 'id']);
  });

  await knex.schema.createTable('postmortems', table => {
    table.integer('incident_number').primary();
    table.string('state').notNullable();
    table.text('sections').notNullable().comment('JSON');
    table.integer('version').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.string('updated_by').notNullable();
  });

  await knex.schema.createTable('changes', table => {
    table.bigIncrements('id');
    table.string('adapter').notNullable();
    table.string('key', 300).notNullable();
    table.string('entity_ref').nullable();
    table.string('kind').notNullable();
    table.string('title', 500).notNullable();
    table.string('version').nullable();
    table.string('author').nullable();
    table.string('outcome').nullable();
    table.string('environment').nullable();
    table.text('url').nullable();
    table.bigInteger('at').notNullable();
    table.unique(['adapter', 'key']);
    table.index(['entity_ref', 'at']);
    table.index(['at']);
  });

  await knex.schema.createTable('findings', table => {
    table.bigIncrements('id');
    table.string('adapter').notNullable();
    table.string('key', 64).notNullable().comment('Hash');
    table.string('entity_ref').nullable().index();
    table.string('rule').notNullable();
    table.string('title', 500).notNullable();
    table.string('severity').notNullable();
    table.string('target', 500).notNullable();
    table.string('package').nullable();
    table.string('installed_version').nullable();
    table.string('fixed_version').nullable();
    table.text('url').nullable();
    table.bigInteger('first_seen_at').notNullable();
    table.bigInteger('last_seen_at').notNullable();
    table.unique(['adapter', 'key']);
  });

  await knex.schema.createTable('mappings', table => {
    table.comment('Which labels mean which entity, as people taught it');
    table.bigIncrements('id');
    table.text('matchers').notNullable().comment('JSON array');
    table.string('entity_ref').notNullable();
    table.string('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
  });

  await knex.schema.createTable('silences', table => {
    table.bigIncrements('id');
    table.text('matchers').notNullable().comment('JSON array');
    table.string('entity_ref').nullable();
    table.bigInteger('from').notNullable();
    table.bigInteger('until').notNullable().index();
    table.text('reason').notNullable();
    table.string('created_by').notNullable();
  });

  await knex.schema.createTable('notifications', table => {
    table.comment('The delivery log');
    table.bigIncrements('id');
    table.integer('incident_number').nullable().index();
    table.string('channel').notNullable();
    table.string('kind').notNullable();
    table.string('subject', 500).notNullable();
    table
      .text('target')
      .notNullable()
      .comment('Whom to find when it is sent, JSON');
    table.string('recipient', 1000).nullable().comment('Whom it went to');
    table.string('state').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    table.string('key', 200).notNullable().unique();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('next_attempt_at').nullable();
    table.bigInteger('sent_at').nullable();
    table.text('error').nullable();
    table
      .string('thread', 300)
      .nullable()
      .comment('Where the channel goes on about the incident');
    table.index(['created_at', 'id']);
    table.index(['channel', 'created_at']);
  });

  await knex.schema.createTable('channel_limits', table => {
    table.comment('How many messages each channel took in a minute');
    table.string('channel').primary();
    table.bigInteger('minute').notNullable().comment('Since the epoch');
    table.integer('used').notNullable();
    table
      .bigInteger('resting_until')
      .notNullable()
      .defaultTo(0)
      .comment('The receiver asked for a pause');
  });

  await knex.schema.createTable('escalations', table => {
    table.integer('incident_number').primary();
    table.string('owner_ref').notNullable().comment('Whose rotation is asked');
    table
      .bigInteger('started_at')
      .notNullable()
      .comment('Tells it from an earlier one of the incident');
    table.integer('level').notNullable().comment('Asked last; 0: nobody yet');
    table
      .bigInteger('due_at')
      .nullable()
      .index()
      .comment('Null when it is over');
  });

  await knex.schema.createTable('oncall_schedules', table => {
    table.comment('What on-call sources said last');
    table.string('source').notNullable();
    table.string('owner_ref').notNullable();
    table
      .text('annotated')
      .nullable()
      .comment('Annotation and value by which the owner points at it, JSON');
    table.text('schedule').nullable().comment('JSON; null: it has no rotation');
    table.bigInteger('fetched_at').nullable().comment('Last good answer');
    table.bigInteger('tried_at').notNullable().comment('Last question');
    table.text('error').nullable();
    table.primary(['source', 'owner_ref']);
    table.index(['source', 'tried_at']);
    table.index(['owner_ref']);
  });

  await knex.schema.createTable('cursors', table => {
    table.comment('How far the feeds of other families were read');
    table.string('name').primary();
    table.bigInteger('position').notNullable();
  });
};

const tables = [
  'cursors',
  'oncall_schedules',
  'escalations',
  'channel_limits',
  'notifications',
  'silences',
  'mappings',
  'findings',
  'changes',
  'postmortems',
  'follow_ups',
  'timeline',
  'incident_roles',
  'incident_entities',
  'suppressions',
  'alerts',
  'groups',
  'incidents',
  'intake_counts',
  'quarantine',
  'inbox',
  'deliveries',
  'counters',
];

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of tables) await knex.schema.dropTable(table);
};
