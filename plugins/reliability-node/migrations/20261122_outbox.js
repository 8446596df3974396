// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('outbox', table => {
    table.comment(
      'What is to leave the database, written in the transaction it tells of',
    );
    table.bigIncrements('id');
    table.string('topic', 100).notNullable();
    table
      .string('key', 300)
      .notNullable()
      .comment('What the receiver can tell repeats by');
    table
      .string('lane', 300)
      .nullable()
      .comment('Messages of one lane go one after the other');
    table.text('payload').notNullable().comment('JSON');
    table.integer('attempts').notNullable().defaultTo(0);
    table
      .bigInteger('not_before')
      .notNullable()
      .comment('Milliseconds since the epoch, as all instants here');
    table
      .bigInteger('due_at')
      .notNullable()
      .comment('When it may be claimed; in the future while somebody is at it');
    table
      .string('claim', 36)
      .nullable()
      .comment('Whoever has another one came too late');
    table.text('error').nullable().comment('Why the last attempt failed');
    table.bigInteger('finished_at').nullable();
    table.string('outcome', 10).nullable().comment('done, dead');
    table.unique(['topic', 'key']);
  });
  await knex.raw(
    'create index outbox_due on outbox (topic, due_at, id) where finished_at is null',
  );
  await knex.raw(
    'create index outbox_lane on outbox (lane, id) where finished_at is null',
  );
  await knex.raw(
    'create index outbox_finished on outbox (finished_at) where finished_at is not null',
  );
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('outbox');
};
