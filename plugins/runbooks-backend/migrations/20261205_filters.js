// @ts-check

const documentColumns = ['mode', 'facets', 'rehearse_seconds'];

/**
 * What lists are narrowed by, and the plan that an approver sees.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('documents', table => {
    table
      .string('mode', 10)
      .nullable()
      .comment('That a policy is to act in; null until it is written again');
    table
      .integer('facets')
      .nullable()
      .comment(
        'Of how many sides a policy says which entities it is for; an applies-to: key is there for each value',
      );
    table
      .integer('rehearse_seconds')
      .nullable()
      .comment('After which a runbook that nobody tried is stale');
  });
  await knex.schema.alterTable('executions', table => {
    table
      .text('plan')
      .nullable()
      .comment('JSON: what would be done, when it was asked to be approved');
    table.index(['runbook_ref', 'started_at'], 'executions_tried');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index executions_tried');
  // Not by way of a copy of the table, as knex would on SQLite.
  await knex.raw('alter table executions drop column plan');
  for (const column of documentColumns)
    await knex.raw('alter table documents drop column ??', [column]);
};
