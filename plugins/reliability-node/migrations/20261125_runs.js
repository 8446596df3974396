// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('runs', table => {
    table.comment('Persisted work in steps');
    table.bigIncrements('seq').comment('In the order of asking');
    table.string('id', 36).notNullable().unique();
    table.string('kind', 100).notNullable();
    table.string('key', 300).notNullable().comment('What a repeat is told by');
    table
      .string('target', 300)
      .nullable()
      .comment('Runs with the same one go one after the other');
    table.string('state', 20).notNullable();
    table.text('input').notNullable().comment('JSON');
    table.string('requested_by', 300).notNullable();
    table
      .bigInteger('requested_at')
      .notNullable()
      .comment('Milliseconds since the epoch, as all instants here');
    table.bigInteger('started_at').nullable();
    table.bigInteger('finished_at').nullable();
    table.integer('revision').notNullable().comment('Grows with every change');
    table.integer('journal_seq').notNullable().comment('Of its last line');
    table.bigInteger('approval_until').nullable();
    table
      .string('approval_state', 10)
      .nullable()
      .comment('waiting, approved, rejected, expired');
    table.string('approval_by', 300).nullable();
    table.bigInteger('approval_at').nullable();
    table.text('approval_comment').nullable();
    table.string('cancelled_by', 300).nullable();
    table.bigInteger('cancelled_at').nullable();
    table.text('cancel_reason').nullable();
    table.bigInteger('paused_at').nullable();
    table.text('outcome').nullable();
    table
      .bigInteger('due_at')
      .nullable()
      .comment('When somebody is to look at it, while nobody holds it');
    table.string('holder', 200).nullable().comment('Who is at it');
    table
      .bigInteger('token')
      .notNullable()
      .comment('Grows with every change of hands and never goes back');
    table.bigInteger('lease_until').nullable();
    table.integer('lease_ttl').nullable().comment('Milliseconds');
    table.unique(['kind', 'key']);
    table.index(['kind', 'seq'], 'runs_kind');
    table.index(['state', 'seq'], 'runs_state');
  });
  await knex.raw(
    'create index runs_due on runs (kind, due_at) where holder is null and due_at is not null',
  );
  await knex.raw(
    'create index runs_held on runs (lease_until) where holder is not null',
  );
  await knex.raw(
    'create index runs_target on runs (target, seq) where target is not null',
  );
  // The last guard of "one after the other", whatever two replicas believe.
  await knex.raw(
    `create unique index runs_at_work on runs (target)
     where started_at is not null and finished_at is null`,
  );

  await knex.schema.createTable('run_steps', table => {
    table
      .string('run_id', 36)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.integer('position').notNullable();
    table.string('id', 100).notNullable();
    table.string('type', 100).notNullable();
    table.string('title', 300).notNullable();
    table.string('state', 20).notNullable();
    table.text('input').notNullable().comment('JSON');
    table
      .string('action_id', 36)
      .notNullable()
      .comment('Goes into the effect, the same for every attempt');
    table.bigInteger('timeout').notNullable().comment('Milliseconds');
    table.boolean('continue_on_failure').notNullable();
    table.boolean('always').notNullable();
    table.integer('attempts').notNullable();
    table.integer('failures').notNullable().comment('Thrown in a row');
    table
      .boolean('intended')
      .notNullable()
      .comment('An effect was begun and it is not known what became of it');
    table.bigInteger('started_at').nullable();
    table.bigInteger('finished_at').nullable();
    table.bigInteger('deadline').nullable();
    table.bigInteger('next_at').nullable().comment('When to look again');
    table.text('progress').nullable();
    table.text('result').nullable().comment('JSON');
    table.text('error').nullable();
    table.primary(['run_id', 'position']);
    table.unique(['run_id', 'id']);
  });

  await knex.schema.createTable('run_journal', table => {
    table.comment('What happened, append-only, without gaps in a run');
    table
      .string('run_id', 36)
      .notNullable()
      .references('id')
      .inTable('runs')
      .onDelete('CASCADE');
    table.integer('seq').notNullable();
    table.bigInteger('at').notNullable();
    table.string('event', 40).notNullable();
    table.string('step_id', 100).nullable();
    table.string('by', 300).nullable();
    table.text('text').nullable();
    table.text('data').nullable().comment('JSON');
    table.primary(['run_id', 'seq']);
  });

  // No foreign key: what was done stays told when the run is forgotten.
  await knex.schema.createTable('run_ledger', table => {
    table.comment(
      'Intended effects and what became of them, a chain of hashes',
    );
    table.bigInteger('seq').primary();
    table.bigInteger('at').notNullable();
    table.string('action_id', 36).notNullable();
    table.string('run_id', 36).notNullable();
    table.string('step_id', 100).notNullable();
    table.string('state', 10).notNullable();
    table.text('effect').notNullable().comment('JSON');
    table.bigInteger('token').notNullable();
    table.string('previous_hash', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.index(['run_id', 'seq'], 'run_ledger_run');
  });

  await knex.schema.createTable('run_ledger_head', table => {
    table.comment('One row: the end of the chain, and the lock on it');
    table.integer('id').primary();
    table.bigInteger('seq').notNullable();
    table.string('hash', 64).notNullable();
  });
  await knex('run_ledger_head').insert({ id: 1, seq: 0, hash: '0'.repeat(64) });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'run_ledger_head',
    'run_ledger',
    'run_journal',
    'run_steps',
    'runs',
  ]) {
    await knex.schema.dropTable(table);
  }
};
