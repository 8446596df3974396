// @ts-check

/**
 * What changed, as the delivery plugin tells it, to be shown beside what it cost. Instants are epoch
 * seconds.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('changes', table => {
    table.comment('Changes by the feed of the delivery plugin, as last told');
    table.string('id', 36).primary().comment('Of the delivery plugin');
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('kind').notNullable();
    table.string('title', 500).notNullable();
    table.string('version').nullable();
    table.string('outcome').notNullable();
    table.integer('at').notNullable().comment('When it began');
    table.integer('finished_at').nullable();
    table
      .integer('active_from')
      .nullable()
      .comment('Since when its version ran; null when it put none out');
    table.index(['entity_ref', 'at']);
  });
  await knex.raw(
    'create index changes_active on changes (entity_ref, environment, active_from) where active_from is not null',
  );
  await knex.schema.createTable('cursors', table => {
    table.comment('How far feeds of other plugins have been read');
    table.string('name').primary();
    table.bigInteger('position').notNullable();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('cursors');
  await knex.schema.dropTable('changes');
};
