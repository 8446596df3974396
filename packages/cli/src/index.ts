/**
 * Checks OpenSLO documents and asks a portal about objectives, from a terminal or CI.
 *
 * @packageDocumentation
 */
import { main } from './main';

main(process.argv).then(code => {
  // Not exit(): what is still being written to a pipe would be cut off.
  process.exitCode = code;
});
