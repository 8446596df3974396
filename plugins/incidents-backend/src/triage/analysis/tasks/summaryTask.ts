import type { IncidentSummary } from '@ghostlight/plugin-incidents-common';
import type { IncidentTaskRequest } from '../AnalysisRequest';
import type { Task } from '../asking/Task';
import { summaryPrompt } from '../prompts';
import { schemaFor, summaryAnswer } from '../verify/answers';
import { checkStatement } from '../verify/checkStatement';
import { DropList } from '../verify/Dropped';
import { incidentTask } from './incidentTask';

/** A title and a summary, without their run. */
export type Summary = Omit<IncidentSummary, 'run'>;

const schema = schemaFor(summaryAnswer);

/** A title and a few sentences, each held by records. The small model is asked. */
export function summaryTask(request: IncidentTaskRequest): Task<Summary> {
  const { common, dataOf } = incidentTask(request);
  const { book } = common;
  return {
    ...common,
    prompt: summaryPrompt,
    tier: 'small',
    depends: [request.report.ranker.version],
    schema,
    // A title does not need it all.
    data: mostBytes => dataOf(Math.min(mostBytes, 12_000)),
    check(given) {
      const parsed = summaryAnswer.safeParse(given);
      if (!parsed.success) return { dropped: [], poor: true };
      const drops = DropList.create();
      const sentences = parsed.data.sentences.slice(0, 5).flatMap((one, i) => {
        const what = `sentences[${i}]`;
        const held = one.evidence.length
          ? checkStatement(one, what, { book, drops, most: 400 })
          : drops.add(what, 'no-record');
        return held?.supported ? [held] : [];
      });
      const evidence = sentences.flatMap(one => one.evidence);
      const title = evidence.length
        ? checkStatement({ text: parsed.data.title, evidence }, 'title', {
            book,
            drops,
            most: 120,
          })
        : undefined;
      return {
        ...(sentences.length && {
          result: {
            ...(title && { title: title.text }),
            summary: sentences.map(({ text }) => text).join(' '),
          },
        }),
        dropped: drops.dropped,
        poor: !sentences.length,
      };
    },
  };
}
