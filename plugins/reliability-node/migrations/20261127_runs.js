// @ts-check

const stepColumns = ['plan', 'tries', 'output_bytes', 'output_left_out'];

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('run_steps', table => {
    table
      .text('plan')
      .nullable()
      .comment('JSON: its group, its condition, how it is tried again');
    table
      .integer('tries')
      .notNullable()
      .defaultTo(0)
      .comment('That failed or were refused, and were to be tried again');
    table
      .bigInteger('output_bytes')
      .notNullable()
      .defaultTo(0)
      .comment('Kept so far, in UTF-8');
    table.bigInteger('output_left_out').notNullable().defaultTo(0);
  });
  // What is to be forgotten is found in order, of one kind or of all.
  await knex.raw(
    'create index runs_finished on runs (finished_at) where finished_at is not null',
  );
  await knex.raw(
    'create index runs_kind_finished on runs (kind, finished_at) where finished_at is not null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index runs_finished');
  await knex.raw('drop index runs_kind_finished');
  for (const column of stepColumns) {
    // Not by way of a copy of the table, as knex would on SQLite.
    await knex.raw('alter table run_steps drop column ??', [column]);
  }
};
