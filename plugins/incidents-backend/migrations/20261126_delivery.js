// @ts-check

/**
 * What the delivery plugin calls a change, so that a screen can go there.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.raw('alter table changes add column delivery_id varchar(36)');
  await knex.raw('alter table changes add column rollback_id varchar(36)');
  // The same change from two senders is found by what it put out.
  await knex.raw(
    'create index changes_version on changes (entity_ref, version, at) where version is not null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.raw('drop index changes_version');
  await knex.raw('alter table changes drop column rollback_id');
  await knex.raw('alter table changes drop column delivery_id');
};
