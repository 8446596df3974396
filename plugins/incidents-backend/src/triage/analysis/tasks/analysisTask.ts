import type { TriageAnalysis } from '@ghostlight/plugin-incidents-common';
import type { AnalysisRequest } from '../AnalysisRequest';
import type { Checked, Task } from '../asking/Task';
import { analysisPrompt } from '../prompts';
import { Redactor } from '../../redaction';
import { CaseTools } from '../tools/CaseTools';
import { ToolBox } from '../tools/ToolBox';
import {
  analysisAnswer,
  schemaFor,
  type AnalysisAnswer,
} from '../verify/answers';
import { verifyAnalysis } from '../verify/verifyAnalysis';
import { actionsAsData, hashOfActions } from './actionsAsData';
import { incidentTask } from './incidentTask';

const schema = schemaFor(analysisAnswer);

/** Why an incident happened. */
export function analysisTask(
  request: AnalysisRequest,
  options: { redact?: (text: string) => { text: string } } = {},
): Task<TriageAnalysis> {
  const { collected, report, actions = [] } = request;
  const { common, all, dataOf } = incidentTask(request);
  const redactor = Redactor.create();
  const runbooks = collected.bundle.items.filter(
    ({ type }) => type === 'runbook',
  );
  return {
    ...common,
    prompt: analysisPrompt,
    tier: 'analysis',
    depends: [report.ranker.version, hashOfActions(actions)],
    schema,
    data: mostBytes => {
      const offered = actionsAsData(actions);
      const size = Buffer.byteLength(JSON.stringify(offered));
      return { actions: offered, ...dataOf(mostBytes - size) };
    },
    toolBox: ToolBox.create({
      book: common.book,
      all,
      tools: request.tools ?? CaseTools.create({ case: collected.case }),
      redact: options.redact ?? (text => redactor.redact(text)),
    }),
    check(given) {
      const parsed = analysisAnswer.safeParse(given);
      if (!parsed.success) return { dropped: [], poor: true };
      const result = verifyAnalysis(parsed.data, {
        book: common.book,
        report,
        actions,
        runbooks,
      });
      return judge(parsed.data, result);
    },
  };
}

/** Poor is an answer of which more was dropped than is left, or whose causes are all gone. */
function judge(
  answer: AnalysisAnswer,
  result: TriageAnalysis,
): Checked<TriageAnalysis> {
  const { hypotheses, ruledOut, timeline, openQuestions, dropped } = result;
  const lost = dropped.filter(({ what }) =>
    /^(?:hypotheses|claims)\[\d+\]$/.test(what),
  ).length;
  const kept = hypotheses.length + hypotheses.flatMap(one => one.claims).length;
  const isEmpty = answer.hypotheses.length
    ? !hypotheses.length
    : !ruledOut.length && !timeline.length && !openQuestions.length;
  return {
    ...(!isEmpty && { result }),
    dropped,
    poor: isEmpty || lost > kept,
  };
}
