import type { GoldenCase } from '../runner/readCases';
import { askAbout } from './askAbout';
import type { OpenAnalyst } from './openAnalyst';
import { saidIn, type Outcome } from './Outcome';
import type { Unanswered } from './RecordedApi';

/** Asks about one case. */
export async function askCase(
  golden: GoldenCase,
  { analyst, model }: Pick<OpenAnalyst, 'analyst' | 'model'>,
  takeUnanswered: () => Unanswered[] = () => [],
): Promise<Outcome & { heard: ReturnType<typeof model.take> }> {
  const request = askAbout(golden.case);
  model.take();
  const began = performance.now();
  const run = await analyst.analyse(request);
  const milliseconds = performance.now() - began;
  const heard = model.take();
  return {
    golden,
    report: request.report,
    run,
    ...saidIn(heard),
    heard,
    notRecorded: takeUnanswered().map(({ hash }) => hash),
    milliseconds,
  };
}
