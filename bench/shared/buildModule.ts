import { build, type Plugin } from 'esbuild';
import { basename, join } from 'node:path';
import { root } from '../../scripts/process';

/** What comes from a registry stays outside; the repository's own packages go in. */
const registryOutside: Plugin = {
  name: 'registry-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path.startsWith('@ghostlight/') ? undefined : { path, external: true },
    );
  },
};

/**
 * Builds a module of a benchmark into one file, so that a process can run it as what is released runs:
 * without the transpiler, which takes a hundred megabytes of its own.
 */
export async function buildModule(file: string): Promise<string> {
  // Below the repository, so that packages are found.
  const folder = join(root, 'node_modules/.cache/ghostlight-bench');
  const outfile = join(folder, basename(file).replace(/\.ts$/, '.cjs'));
  await build({
    entryPoints: [file],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    logLevel: 'error',
    plugins: [registryOutside],
  });
  return outfile;
}
