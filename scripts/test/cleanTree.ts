import { spawnSync } from 'node:child_process';
import { root } from '../process';
import { whole, type Check } from './Check';

function gitStatus() {
  return (
    spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
      .stdout ?? ''
  );
}

/** Generated files and lock must not differ from what is committed; on a laptop: from what was there before. */
export function cleanTree(): Check {
  const expected = process.env.CI ? '' : gitStatus();
  return {
    name: 'tree',
    async run() {
      const now = gitStatus();
      if (now !== expected)
        console.error(
          `The run left or found changed files:\n${now}Commit them, or find what made them.`,
        );
      return whole(now === expected);
    },
  };
}
