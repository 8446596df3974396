/**
 * Writes report.api.md and report.sql.md of every public package; with --ci it fails when one is out
 * of date. With --made it takes the declarations that `yarn tsc --incremental false` has just made.
 */
import { run } from './process';

async function main() {
  const ci = process.argv.includes('--ci');
  const reports = [
    'api-reports',
    '--sql-reports',
    '--validate-release-tags',
    // Workspace packages are resolved to their sources, which would be reported with a path of this
    // machine; and a member whose name says it all needs no comment.
    '--omit-messages',
    'ae-wrong-input-file-type,ae-undocumented',
    ...(ci ? ['--ci'] : []),
    'plugins/*',
  ];
  const made =
    process.argv.includes('--made') ||
    // Not incrementally: the order in which types are met shows in the declarations of translations.
    (await run('yarn', ['tsc', '--incremental', 'false'])) === 0;
  process.exitCode = made
    ? await run('yarn', ['backstage-repo-tools', ...reports])
    : 1;
}

main();
