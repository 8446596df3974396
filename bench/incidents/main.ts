/**
 * `./ghostlight bench incidents [--quick] [--only=intake,flow,api,storm,replay] [--recorded=1000000]`:
 * taking alerts in, making incidents of them, showing them, how well they are grouped, and replaying a
 * recording of so many. See docs/benchmarks.md.
 */
import { parseArgs } from 'node:util';
import { eachKind, runParts, type Part } from '../shared/runBench';
import { reportApi } from './api/reportApi';
import { measureAlertFlow } from './flow/measureAlertFlow';
import { measureIntake } from './intake/measureIntake';
import { reportReplay } from './replay/reportReplay';
import { recordedAlerts } from './sizes';
import { reportGrouping, reportScale } from './storm/reportStorm';

const parts: Record<string, Part> = {
  intake: report => measureIntake(report),
  flow: eachKind(measureAlertFlow),
  api: eachKind(reportApi),
  storm: async report => {
    await reportScale(report);
    reportGrouping(report);
  },
  replay: report => reportReplay(report, readRecorded()),
};

const options = { recorded: { type: 'string' } } as const;

/** Alerts of the recording. */
function readRecorded(): number {
  const { values } = parseArgs({ options, strict: false });
  const recorded = Number(values.recorded ?? recordedAlerts);
  if (!Number.isInteger(recorded) || recorded < 1)
    throw new Error(`--recorded is a number of alerts, not ${values.recorded}`);
  return recorded;
}

runParts('incidents', parts, options);
