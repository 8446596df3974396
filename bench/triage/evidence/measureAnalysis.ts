import { ConfigReader } from '@backstage/config';
import type {
  LanguageModel,
  ModelQuestion,
} from '@ghostlight/plugin-incidents-node';
import type { Knex } from 'knex';
import { plainReply } from '../../../packages/theatre/src/claude/plainReply';
import {
  Analyst,
  readAnalysisConfig,
  type AnalysisRequest,
} from '../../../plugins/incidents-backend/src/triage/analysis';
import { analysisTask } from '../../../plugins/incidents-backend/src/triage/analysis/tasks/analysisTask';
import type { CollectedEvidence } from '../../../plugins/incidents-backend/src/triage/evidence';
import { redactCase } from '../../../plugins/incidents-backend/src/triage/evidence/redactCase';
import { Redactor } from '../../../plugins/incidents-backend/src/triage/redaction';
import type { DatabaseKind } from '../../shared/connect';
import { median } from '../../shared/quantile';
import { quick } from '../../shared/quick';
import { formatSeconds, type Report } from '../../shared/Report';
import { silentLogger } from '../../shared/silentLogger';
import { timed } from './timed';
import { unredacted } from './unredacted';

const rounds = quick ? 5 : 40;
/** An answer of Claude takes longer; so that our share is not made small by that. */
const thinkingMs = 2_000;
const mostOfThinking = 0.05;

/**
 * A whole analysis, from collecting to what is kept, by a model that takes no time; and what redacting and
 * verifying take of it, and of one by a model that thinks for two seconds.
 */
export async function measureAnalysis(
  report: Report,
  options: {
    db: Knex;
    kind: DatabaseKind;
    collect: () => Promise<CollectedEvidence>;
  },
): Promise<void> {
  const { db, kind, collect } = options;
  let answer = '';
  let asked: ModelQuestion | undefined;
  const model: LanguageModel = {
    vendor: 'bench',
    configured: true,
    model: tier => ({
      name: `bench-${tier}`,
      price: { input: 0, output: 0, of: '2026-11-22' },
    }),
    estimateTokens: text => Math.ceil(text.length / 3),
    ask: async question => {
      asked = question;
      answer = answerTo(question);
      return {
        stop: 'answered',
        text: answer,
        toolCalls: [],
        raw: [],
        usage: { inputTokens: 1, outputTokens: 1, cachedTokens: 0 },
        model: `bench-${question.tier}`,
      };
    },
  };
  const analyst = Analyst.create({
    db,
    model,
    logger: silentLogger,
    config: readAnalysisConfig(new ConfigReader({})),
  });
  const whole: number[] = [];
  const redacted: number[] = [];
  const verified: number[] = [];
  let claims = 0;
  for (let round = -3; round < rounds; round++) {
    let request: AnalysisRequest;
    const analysing = await timed(async () => {
      const collected = await collect();
      request = {
        incident: { id: collected.bundle.incidentId },
        collected,
        report: collected.report,
        by: 'user:default/bench',
        again: true,
      };
      const { analysis } = await analyst.analyse(request);
      if (!analysis?.hypotheses.length) throw new Error('No analysis');
    });
    const raw = unredacted(request!.collected.case);
    const redacting = await timed(() => redactCase(raw, Redactor.create()));
    // What was shown is held against the answer anew, as in the analysis.
    const task = analysisTask(request!);
    task.data(
      Buffer.byteLength(
        asked!.turns[0].role === 'user' ? asked!.turns[0].text : '',
      ),
    );
    const parsed = JSON.parse(answer);
    claims = parsed.claims.length + parsed.timeline.length;
    const verifying = await timed(() => {
      if (!task.check(parsed).result) throw new Error('Nothing held');
    });
    if (round < 0) continue;
    whole.push(analysing);
    redacted.push(redacting);
    verified.push(verifying);
  }
  const ours = median(redacted) + median(verified);
  const all = median(whole);
  report.add({
    what: `redactor and verifier of a whole analysis that nobody thinks for, ${kind}`,
    ours: `${formatSeconds(median(redacted))} and ${formatSeconds(
      median(verified),
    )} (${claims} claims)`,
    theirs: `${formatSeconds(all)}, the whole`,
    ratio: `${((ours / all) * 100).toFixed(1)} %`,
  });
  const share = ours / (all + thinkingMs / 1000);
  report.add({
    what: `the same of one that is thought about for ${
      thinkingMs / 1000
    } s, ${kind}`,
    ours: formatSeconds(ours),
    theirs: `${formatSeconds(all + thinkingMs / 1000)}, the whole`,
    ratio: `${(share * 100).toFixed(2)} %`,
    required: `at most ${mostOfThinking * 100} %`,
    passed: share <= mostOfThinking,
  });
}

/**
 * Composed of the evidence by the theatre's Messages API, and as long as Claude's are: five times the
 * claims.
 */
function answerTo({ system, turns, schema }: ModelQuestion): string {
  const [first] = turns;
  const reply = plainReply({
    model: 'bench',
    max_tokens: 6_000,
    system,
    messages: [
      { role: 'user', content: first.role === 'user' ? first.text : '' },
    ],
    output_config: { format: { type: 'json_schema', schema } },
  });
  const answer = JSON.parse('text' in reply ? reply.text ?? '' : '');
  const claims = Array.from({ length: 5 }, () => answer.claims).flat();
  return JSON.stringify({ ...answer, claims: claims.slice(0, 40) });
}
