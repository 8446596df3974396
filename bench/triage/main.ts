/**
 * `./ghostlight bench triage [--quick] [--only=evidence,series,screen]`: what evidence, ranking, redactor
 * and verifier cost beside reads by primary key, what a very large case costs, and when a reader sees the
 * first useful line. See docs/benchmarks.md.
 */
import { runParts } from '../shared/runBench';
import { parts } from './parts';

runParts('triage', parts);
