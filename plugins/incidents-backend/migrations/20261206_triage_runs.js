// @ts-check

/**
 * What models were asked, what it cost, and what people said of it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex('counters').insert({ name: 'triage', value: 0 });

  await knex.schema.createTable('triage_runs', table => {
    table.comment('Questions to a model: TRI-0007 is number 7');
    table.integer('number').primary();
    table
      .integer('incident_number')
      .notNullable()
      .comment('Of a runbook draft the first of its incidents');
    table.string('task', 20).notNullable();
    table
      .string('state', 12)
      .notNullable()
      .comment('running, done, unavailable');
    table.string('stage', 20).notNullable();
    table.bigInteger('started_at').notNullable().index();
    table.bigInteger('ended_at').nullable();
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment('Still running then, its process is taken to have died');
    table.string('asked_by').notNullable();
    table.string('language', 5).notNullable();
    table.string('model', 100).nullable();
    table.string('prompt_version', 40).notNullable();
    table.string('bundle_id', 64).notNullable();
    table
      .string('cache_key', 64)
      .notNullable()
      .comment('SHA-256 of all that the answer depends on');
    table.integer('cached_from').nullable();
    table.string('outcome', 60).nullable().comment('Null while it runs');
    table
      .bigInteger('reserved_micros')
      .notNullable()
      .defaultTo(0)
      .comment('Millionths of a dollar that it may cost at most');
    table.bigInteger('cost_micros').notNullable().defaultTo(0);
    table.integer('input_tokens').notNullable().defaultTo(0);
    table.integer('output_tokens').notNullable().defaultTo(0);
    table.integer('cached_tokens').notNullable().defaultTo(0);
    table.integer('calls').notNullable().defaultTo(0).comment('Of tools');
    table.integer('rounds').notNullable().defaultTo(0);
    table.string('prices_of', 30).nullable();
    table.text('unavailable').nullable().comment('Sentence, JSON');
    table.text('redactions').notNullable().comment('JSON');
    table.text('result').nullable().comment('JSON, by task');
    table.text('evidence').nullable().comment('JSON');
    table.index(['incident_number', 'number']);
    table.index(['cache_key', 'number']);
    table.index(['state', 'expires_at']);
  });

  await knex.schema.createTable('triage_feedback', table => {
    table.comment('Right or wrong: one of a person for a run');
    table
      .integer('run_number')
      .notNullable()
      .references('triage_runs.number')
      .onDelete('CASCADE');
    table.string('given_by').notNullable();
    table.bigInteger('at').notNullable().index();
    table.string('verdict', 10).notNullable();
    table.string('true_cause', 300).nullable();
    table.string('comment', 1000).nullable();
    table.primary(['run_number', 'given_by']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('triage_feedback');
  await knex.schema.dropTable('triage_runs');
  await knex('counters').where('name', 'triage').delete();
};
