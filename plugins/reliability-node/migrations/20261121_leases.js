// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('leases', table => {
    table.comment('Who may do a piece of work that only one replica may do');
    table.string('name').primary();
    table.string('holder').nullable().comment('Null when released');
    table
      .bigInteger('token')
      .notNullable()
      .comment('Grows with every change of hands and never goes back');
    table
      .bigInteger('expires_at')
      .notNullable()
      .comment("Milliseconds since the epoch by the database's clock");
    table.integer('ttl').notNullable().comment('Milliseconds');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('leases');
};
