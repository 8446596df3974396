// @ts-check

/**
 * What was known of suspects while incidents lasted, and what closed ones taught.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('triage_features', table => {
    table.comment('Of an incident the first candidates with their features');
    table.integer('incident_number').primary();
    table.bigInteger('at').notNullable();
    table
      .integer('version')
      .notNullable()
      .comment('Of the features; others are not learned from');
    table.text('candidates').notNullable().comment('JSON');
  });

  await knex.schema.createTable('triage_models', table => {
    table.comment(
      'Rankers that were trained; the last is in force if it is better',
    );
    table.bigInteger('trained_at').primary();
    table.integer('version').notNullable();
    table.integer('closed_incidents').notNullable();
    table.boolean('is_better').notNullable();
    table.float('top1').notNullable().comment('On the later incidents, 0 to 1');
    table.float('untrained_top1').notNullable();
    table.text('model').notNullable().comment('JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('triage_models');
  await knex.schema.dropTable('triage_features');
};
