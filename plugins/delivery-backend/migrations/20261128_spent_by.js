// @ts-check

/**
 * What a deployment cost, by objective: minutes of different budgets cannot be added up.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('deployments', table => {
    table
      .text('spent_by')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON: by objective ref, title, minutes and budget in minutes');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('deployments', table => {
    table.dropColumn('spent_by');
  });
};
