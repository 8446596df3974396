// @ts-check

/**
 * What runs in the organisation is listed with the worst first: a version that counts as failed, one on its
 * way, the others; of those the latest change first.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw(
    `create index lanes_worst on lanes (
      (case when current_failed then 2 when running_id is not null then 1 else 0 end),
      changed_at, entity_ref, environment)`,
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index lanes_worst');
};
