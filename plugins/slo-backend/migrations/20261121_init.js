// @ts-check

/**
 * Instants are whole seconds since the epoch, ledger positions whole minutes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('documents', table => {
    table.comment('OpenSLO and policy documents as the catalog has them');
    table.string('ref').primary();
    table.string('kind').notNullable().index();
    table.string('etag').notNullable();
    table
      .string('entity_ref')
      .nullable()
      .index()
      .comment('The entity the document concerns');
    table.text('entity').notNullable().comment('The catalog entity, JSON');
    table.text('findings').notNullable().comment('JSON array');
  });

  await knex.schema.createTable('objectives', table => {
    table.comment(
      'Objectives compiled from documents; kept after removal so that history survives a moved file',
    );
    table.increments('id');
    table.string('ref').notNullable().unique();
    table.string('document_ref').notNullable().index();
    table.string('entity_ref').notNullable().index();
    table.string('owner_ref').nullable();
    table.string('system_ref').nullable();
    table.string('domain_ref').nullable();
    table.string('source').notNullable();
    table.integer('shard').notNullable().index();
    table
      .text('definition')
      .notNullable()
      .comment('The compiled objective, JSON');
    table
      .text('definition_hash')
      .notNullable()
      .comment(
        'Of the indicator and time slice: a change restarts the measurement',
      );
    table.bigInteger('removed_at').nullable();
  });

  await knex.schema.createTable('sampling', table => {
    table.comment(
      'How far an objective is measured, and what its source last said',
    );
    table
      .integer('objective_id')
      .primary()
      .references('id')
      .inTable('objectives')
      .onDelete('CASCADE');
    table
      .integer('sampled_to')
      .nullable()
      .comment('First minute not yet asked for');
    table
      .text('definition_hash')
      .nullable()
      .comment('Of the objective as it was measured so far');
    table
      .integer('hours_to')
      .nullable()
      .comment('Minute up to which the ledger is thinned to hours');
    table
      .integer('days_to')
      .nullable()
      .comment('Minute up to which it is thinned to days');
    table.string('reason').nullable();
    table.text('message').nullable();
    table.bigInteger('failing_since').nullable();
  });

  await knex.schema.createTable('ledger', table => {
    table.comment(
      'Running totals at the end of a measured minute; a bucket is the difference of two rows',
    );
    table
      .integer('objective_id')
      .notNullable()
      .references('id')
      .inTable('objectives')
      .onDelete('CASCADE');
    table
      .integer('at')
      .notNullable()
      .comment('End of the bucket, minutes since the epoch');
    table.double('good').notNullable();
    table.double('total').notNullable();
    table.integer('minutes').notNullable().comment('Measured minutes so far');
    table.double('good_slices').notNullable().defaultTo(0);
    table.double('slices').notNullable().defaultTo(0);
    table
      .double('excluded_good')
      .notNullable()
      .defaultTo(0)
      .comment('Part of the totals left out by corrections');
    table.double('excluded_total').notNullable().defaultTo(0);
    table.double('excluded_good_slices').notNullable().defaultTo(0);
    table.double('excluded_slices').notNullable().defaultTo(0);
    table.integer('excluded_minutes').notNullable().defaultTo(0);
    table.primary(['objective_id', 'at']);
  });

  await knex.schema.createTable('verdicts', table => {
    table.comment(
      'The maintained summary that lists and gates are answered from',
    );
    table
      .integer('objective_id')
      .primary()
      .references('id')
      .inTable('objectives')
      .onDelete('CASCADE');
    table.string('ref').notNullable().unique();
    table.string('entity_ref').notNullable().index();
    table.string('owner_ref').nullable().index();
    table.string('system_ref').nullable().index();
    table.string('domain_ref').nullable().index();
    table.string('title').notNullable();
    table.string('status').notNullable().index();
    table
      .double('budget_left')
      .notNullable()
      .comment(
        'Sort key: share of the budget left; 9e9 where unknown, so that it sorts last',
      );
    table
      .double('burn')
      .notNullable()
      .comment('Sort key: burn rate over 1 h; -1 where unknown');
    table
      .double('burn_6h')
      .notNullable()
      .defaultTo(-1)
      .comment('Burn rate over 6 h; -1 where unknown');
    table
      .double('burn_1d')
      .notNullable()
      .defaultTo(-1)
      .comment('Burn rate over 1 d; -1 where unknown');
    table
      .string('search')
      .notNullable()
      .comment('Lower-case text that q looks in');
    table.bigInteger('as_of').nullable();
    table
      .text('body')
      .notNullable()
      .comment('The objective as the API answers it, JSON');
    table
      .text('spark')
      .notNullable()
      .defaultTo('[]')
      .comment('The sparkline in the body, JSON; computed once an hour');
    table
      .integer('spark_hour')
      .nullable()
      .comment('Hours since the epoch at which the sparkline was computed');
    table.index(['budget_left', 'ref']);
  });

  await knex.schema.createTable('alerts', table => {
    table.comment('Burn-rate alerts raised, a row each time one fires');
    table.string('id').primary();
    table
      .integer('sequence')
      .notNullable()
      .unique()
      .comment('Grows with every change');
    table
      .integer('objective_id')
      .notNullable()
      .references('id')
      .inTable('objectives')
      .onDelete('CASCADE');
    table.string('entity_ref').notNullable().index();
    table.string('pair').notNullable();
    table.string('state').notNullable();
    table.bigInteger('started_at').notNullable();
    table.bigInteger('resolved_at').nullable();
    table.text('body').notNullable();
    table.index(['objective_id', 'state']);
  });

  await knex.schema.createTable('corrections', table => {
    table.comment(
      'Spans of time that are marked, and but for simulated ones left out of budgets',
    );
    table.string('id').primary();
    table.string('entity_ref').notNullable().index();
    table.string('objective_ref').nullable();
    table.bigInteger('from').notNullable();
    table.bigInteger('to').notNullable();
    table.string('kind').notNullable();
    table.text('reason').notNullable();
    table.text('link').nullable();
    table.string('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
  });

  await knex.schema.createTable('overrides', table => {
    table.comment('Overrides of the verdict of a gate; never deleted');
    table.string('id').primary();
    table.string('entity_ref').notNullable().index();
    table.string('verdict').notNullable();
    table.text('reason').notNullable();
    table.bigInteger('until').notNullable();
    table.string('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
    table.string('revoked_by').nullable();
    table.bigInteger('revoked_at').nullable();
  });

  await knex.schema.createTable('signals', table => {
    table.comment('Golden signals per entity and minute, kept for a day');
    table.string('entity_ref').notNullable();
    table.integer('minute').notNullable();
    table.text('body').notNullable();
    table.primary(['entity_ref', 'minute']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'signals',
    'overrides',
    'corrections',
    'alerts',
    'verdicts',
    'ledger',
    'sampling',
    'objectives',
    'documents',
  ]) {
    await knex.schema.dropTable(table);
  }
};
