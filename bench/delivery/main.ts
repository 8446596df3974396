/**
 * `./ghostlight bench delivery [--quick] [--only=canary,…]`: telling a bad canary from a good one, and
 * what else the delivery family promises. See docs/benchmarks.md.
 */
import { runParts } from '../shared/runBench';
import { parts } from './parts';

runParts('delivery', parts);
