import { run } from '../process';

/** Runs a command to its end and throws when it fails; its output is passed through. */
export async function must(command: string, args: string[], cwd?: string) {
  const code = await run(command, args, {
    ...(cwd && { cwd }),
  });
  if (code !== 0)
    throw new Error(
      `${command} ${args.join(
        ' ',
      )} ended with code ${code}; the reason is in the lines above.`,
    );
}
