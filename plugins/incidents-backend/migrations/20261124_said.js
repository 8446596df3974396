// @ts-check

/** Where a sentence is kept, what it says is kept beside it: JSON of a code and its parameters. */
const columns = [
  ['alerts', 'entity_said'],
  ['alerts', 'suppressed_said'],
  ['suppressions', 'said'],
  ['incidents', 'because_said'],
  ['timeline', 'said'],
  ['quarantine', 'said'],
];

/**
 * So that a screen can say it in the reader's language. Empty in rows of before.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  for (const [table, column] of columns)
    await knex.raw('alter table ?? add column ?? text', [table, column]);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const [table, column] of columns)
    await knex.raw('alter table ?? drop column ??', [table, column]);
};
