/**
 * `./ghostlight bench runbooks [--quick] [--only=steps,policies]`: what runs cost beside the commits that
 * they take, and what an incident costs as policies grow in number. See docs/benchmarks.md.
 */
import { runParts } from '../shared/runBench';
import { parts } from './parts';

runParts('runbooks', parts);
