/**
 * Checks OpenSLO documents and asks a portal about objectives, from a terminal or CI.
 *
 * @packageDocumentation
 */
import { main } from './main';

// Who reads only the first lines, as `head` does, still gets the exit code.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

main(process.argv).then(code => {
  // Not exit(): what is still being written to a pipe would be cut off.
  process.exitCode = code;
});
