import {
  ModelFailure,
  type LanguageModel,
  type ModelAnswer,
  type ModelQuestion,
  type ModelTurn,
} from '@ghostlight/plugin-incidents-node';
import type { Dropped } from '../verify/Dropped';
import type { Gate } from './Gate';
import type { RunLimits } from './limitsOf';
import type { Meter } from './Meter';
import type { Checked, Task } from './Task';
import { UnavailableError } from './Unavailable';

const mostRounds = 4;
const mostCalls = 8;
const leastOutput = 500;
/** Of the first question; the rest is for what tools find and for a repair. */
const firstShare = 0.35;

export interface ConverseOptions<Result> {
  task: Task<Result>;
  model: LanguageModel;
  gate: Gate;
  limits: RunLimits;
  meter: Meter;
  signal: AbortSignal;
  /** What was taken until now. */
  onProgress(stage: 'asking' | 'using-tools' | 'repairing'): Promise<void>;
}

/**
 * One conversation: the question, rounds of tools within limits, an answer, at most one repair. Every call
 * fits into what is left of the run's tokens before it is made.
 *
 * @throws UnavailableError, ModelFailure
 */
export async function converse<Result>(
  options: ConverseOptions<Result>,
): Promise<Checked<Result> & { model: string }> {
  const { task, model, limits, meter, signal } = options;
  const system = task.prompt.text(task.language);
  const tools = task.toolBox?.tools;
  const fixed = model.estimateTokens(
    system + JSON.stringify(task.schema) + JSON.stringify(tools ?? []),
  );
  const room = Math.floor(limits.inputTokens * firstShare) - fixed;
  // Tokens of JSON are some three bytes each; what it really takes is looked at below.
  const data = JSON.stringify(task.data(Math.max(1_000, room * 2.4)));
  const turns: ModelTurn[] = [{ role: 'user', text: data }];
  let size = fixed + model.estimateTokens(data);
  let repaired: Checked<Result> | undefined;
  const left = () => ({
    input: limits.inputTokens - meter.spent.inputTokens,
    output: limits.outputTokens - meter.spent.outputTokens,
  });
  for (;;) {
    const { input, output } = left();
    if (size > input || output < leastOutput) {
      if (repaired) return { ...repaired, model: model.model(task.tier).name };
      throw new UnavailableError('too-large');
    }
    const { rounds, calls } = meter.spent;
    const mayCall =
      tools !== undefined &&
      !repaired &&
      rounds < mostRounds &&
      calls < mostCalls &&
      // Another question with what tools find must fit as well.
      input - size > size + 3_000;
    const answer = await askOnce(options, size, {
      tier: task.tier,
      system,
      turns,
      ...(tools && { tools, mayCallTools: mayCall }),
      schema: task.schema,
      maxOutputTokens: output,
    });
    if (answer.stop === 'refused') throw new UnavailableError('refused');
    if (answer.stop === 'truncated') throw new UnavailableError('truncated');
    turns.push({ role: 'assistant', answer });
    let turn: ModelTurn;
    if (answer.stop === 'tools') {
      if (!mayCall) throw new UnavailableError('too-many-calls');
      await options.onProgress('using-tools');
      turn = await callTools(task, answer, meter, signal);
    } else {
      task.onStage?.('verifying');
      const checked = task.check(parse(answer.text));
      if (repaired || !checked.poor)
        return { ...better(checked, repaired), model: answer.model };
      repaired = checked;
      await options.onProgress('repairing');
      turn = { role: 'user', text: repairOf(checked.dropped) };
    }
    turns.push(turn);
    size += model.estimateTokens(
      answer.text + JSON.stringify(answer.toolCalls) + JSON.stringify(turn),
    );
  }
}

async function askOnce<Result>(
  { model, gate, meter, signal, onProgress }: ConverseOptions<Result>,
  size: number,
  question: ModelQuestion,
): Promise<ModelAnswer> {
  try {
    const answer = await gate.pass(() =>
      // Also a model that does not heed the signal is left.
      untilAborted(signal, model.ask(question, { signal })),
    );
    meter.add(answer.usage);
    return answer;
  } catch (error) {
    if (error instanceof ModelFailure) {
      const { usage, reason } = error;
      if (usage) meter.add(usage);
      // Nobody said what it took; the vendor will have read the question.
      else if (reason === 'timeout' || reason === 'cut-off')
        meter.add({ inputTokens: size, outputTokens: 0, cachedTokens: 0 });
    }
    throw error;
  } finally {
    await onProgress('asking');
  }
}

function untilAborted<T>(signal: AbortSignal, asked: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      // One that heeds the signal knows what it took.
      setTimeout(
        () => reject(new ModelFailure('timeout', 'The model was called off')),
        500,
      ).unref();
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    asked
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}

async function callTools<Result>(
  { toolBox, onStage }: Task<Result>,
  answer: ModelAnswer,
  meter: Meter,
  signal: AbortSignal,
): Promise<ModelTurn> {
  onStage?.('using-tools');
  const room = mostCalls - meter.spent.calls;
  meter.addRound(Math.min(room, answer.toolCalls.length));
  const results = await Promise.all(
    answer.toolCalls.map(async ({ id, name, input }, i) => ({
      callId: id,
      ...(i < room && toolBox
        ? await toolBox.call(name, input, signal)
        : { text: '{"error":"No more calls."}', failed: true }),
    })),
  );
  return { role: 'tools', results };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Places and reasons, in code's own words. */
function repairOf(dropped: Dropped[]): string {
  return JSON.stringify({
    notHeld: dropped
      .slice(0, 40)
      .map(({ what, reason }) => ({ what, reason: reason.code })),
    ask: 'These parts of the answer do not hold against the records. Answer once more, in full and in the same form, without them or with what records hold.',
  });
}

/** The second answer, unless it is the worse one. */
function better<Result>(
  second: Checked<Result>,
  first: Checked<Result> | undefined,
): Checked<Result> {
  if (!first) return second;
  return second.result === undefined && first.result !== undefined
    ? first
    : second;
}
