import { whole, type Check, type Stage } from './Check';
import { runBehind } from './runBehind';

/** One command that passes or fails as a whole, in words without spaces. */
export function command(
  name: string,
  line: string | ((stage: Stage) => string),
): Check {
  return {
    name,
    async run(stage) {
      const [program, ...args] = (
        typeof line === 'string' ? line : line(stage)
      ).split(' ');
      return whole((await runBehind(program, args, stage)) === 0);
    },
  };
}
