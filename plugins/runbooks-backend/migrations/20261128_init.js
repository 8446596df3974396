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
    { name: 'execution', value: 0 },
    { name: 'attempt', value: 0 },
  ]);

  await knex.schema.createTable('documents', table => {
    table.comment('Runbooks, policies and experiments as the catalog has them');
    table.string('ref', 300).primary();
    table
      .string('kind', 20)
      .notNullable()
      .comment('runbook, policy, experiment');
    table.string('title', 300).notNullable();
    table.string('owner_ref', 300).nullable();
    table.string('system_ref', 300).nullable();
    table.string('hash', 50).notNullable();
    table.text('spec').nullable().comment('JSON; null when it has errors');
    table.text('findings').notNullable().comment('JSON');
    table.text('about').notNullable().comment('JSON: where it is written');
    table.bigInteger('updated_at').notNullable();
    table.index(['kind', 'title', 'ref']);
  });

  await knex.schema.createTable('document_keys', table => {
    table.comment('By what a document is found when something happens');
    table
      .string('ref', 300)
      .notNullable()
      .references('ref')
      .inTable('documents')
      .onDelete('CASCADE');
    table.string('key', 300).notNullable().comment('alert:…, slo:…, entity:…');
    table.string('kind', 20).notNullable();
    table.primary(['kind', 'key', 'ref']);
    table.index(['ref']);
  });

  await knex.schema.createTable('executions', table => {
    table.string('id', 20).primary().comment('RUN-0017');
    table.bigInteger('seq').notNullable().unique();
    table.string('run_id', 36).notNullable().unique();
    table.string('kind', 20).notNullable();
    table.string('state', 20).notNullable();
    table.string('title', 300).notNullable();
    table.string('runbook_ref', 300).nullable();
    table.string('runbook_hash', 50).nullable();
    table.string('action', 100).nullable();
    table.string('entity_ref', 300).nullable();
    table.string('owner_ref', 300).nullable();
    table.string('system_ref', 300).nullable();
    table.string('environment', 60).notNullable();
    table.string('incident_id', 30).nullable();
    table.string('policy_ref', 300).nullable();
    table.string('attempt_id', 20).nullable();
    table.string('experiment_ref', 300).nullable();
    table.string('requested_by', 300).notNullable();
    table.string('operator', 300).notNullable();
    table.text('reason').nullable();
    table
      .text('program')
      .notNullable()
      .comment('JSON: what it runs, as it was then');
    table.text('summary').notNullable().comment('JSON: what it says of itself');
    table.bigInteger('requested_at').notNullable();
    table.bigInteger('started_at').nullable();
    table.bigInteger('finished_at').nullable();
    table.index(['entity_ref', 'seq']);
    table.index(['runbook_ref', 'seq']);
    table.index(['policy_ref', 'seq']);
    table.index(['experiment_ref', 'seq']);
    table.index(['incident_id', 'seq']);
    table.index(['state', 'seq']);
    table.index(['requested_at']);
    table.index(['finished_at']);
  });

  await knex.schema.createTable('attempts', table => {
    table.comment('What was proposed against a symptom, and what became of it');
    table.string('id', 20).primary().comment('REM-0031');
    table.bigInteger('seq').notNullable().unique();
    table
      .string('key', 300)
      .notNullable()
      .unique()
      .comment('What a repeat is told by');
    table.string('policy_ref', 300).nullable();
    table.string('entity_ref', 300).notNullable();
    table.string('owner_ref', 300).nullable();
    table.string('system_ref', 300).nullable();
    table.string('environment', 60).notNullable();
    table.string('incident_id', 30).nullable();
    table
      .string('symptom', 300)
      .notNullable()
      .comment('Counted by this and the target');
    table.string('target', 300).notNullable();
    table.integer('rung').notNullable();
    table.integer('attempt').notNullable();
    table.string('mode', 10).notNullable();
    table
      .string('ladder', 50)
      .nullable()
      .comment(
        'Hash of what its policy could do then, which it is a record of',
      );
    table.string('state', 20).notNullable();
    table.string('title', 300).notNullable();
    table.string('proposed_by', 300).notNullable();
    table
      .text('what')
      .notNullable()
      .comment('JSON: the execution that is asked for');
    table
      .text('details')
      .notNullable()
      .comment('JSON: plan, evidence, conditions, limits, verification');
    table.string('execution_id', 20).nullable();
    table.string('next_id', 20).nullable();
    table.bigInteger('at').notNullable();
    table.bigInteger('decided_at').nullable();
    table.string('decided_by', 300).nullable();
    table.text('comment').nullable();
    table.bigInteger('approval_until').nullable();
    table.bigInteger('acted_at').nullable();
    table.bigInteger('finished_at').nullable();
    table
      .bigInteger('escalated_at')
      .nullable()
      .comment('When a person was told to take over');
    table
      .bigInteger('due_at')
      .nullable()
      .comment('When somebody is to look at it');
    table.integer('revision').notNullable().comment('Compared and set');
    table.index(['policy_ref', 'seq']);
    table.index(['incident_id', 'seq']);
    table.index(['entity_ref', 'seq']);
    table.index(['state', 'seq']);
    table.index(['symptom', 'target', 'seq']);
    table.index(['at']);
    table.index(['acted_at']);
  });
  await knex.raw(
    'create index attempts_due on attempts (due_at) where due_at is not null',
  );

  await knex.schema.createTable('switches', table => {
    table.comment('What was switched off or on again; the last word of each');
    table.string('scope', 300).primary().comment('all, or a ref');
    table.boolean('is_on').notNullable();
    table.string('by', 300).notNullable();
    table.text('reason').notNullable();
    table.bigInteger('at').notNullable();
  });

  await knex.schema.createTable('followed', table => {
    table.comment('Open incidents as policies last saw them');
    table.string('incident_id', 30).primary();
    table.integer('version').notNullable();
    table.string('policies', 60).notNullable().comment('Which there were');
    table.bigInteger('at').notNullable();
  });

  await knex.schema.createTable('schedules', table => {
    table.comment('When experiments run next');
    table
      .string('ref', 300)
      .primary()
      .references('ref')
      .inTable('documents')
      .onDelete('CASCADE');
    table.string('cron', 200).notNullable();
    table.bigInteger('next_at').notNullable().index();
    table
      .bigInteger('skipped_at')
      .nullable()
      .comment('The last due time that was left out, and why');
    table.text('skipped_said').nullable().comment('JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'schedules',
    'followed',
    'switches',
    'attempts',
    'executions',
    'document_keys',
    'documents',
    'counters',
  ]) {
    await knex.schema.dropTable(table);
  }
};
