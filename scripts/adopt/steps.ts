import { run } from '../process';

/** Runs a command to its end and throws when it fails; its output is passed through. */
export async function must(command: string, args: string[], cwd?: string) {
  const code = await run(command, args, {
    ...(cwd && { cwd }),
    env: {
      ...process.env,
      // A continuous-integration run must be able to write the portal's own lock file.
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    },
  });
  if (code !== 0)
    throw new Error(
      `${command} ${args.join(
        ' ',
      )} ended with code ${code}; the reason is in the lines above.`,
    );
}
