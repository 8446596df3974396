import {
  type LanguageModel,
  type ModelAnswer,
  type ModelQuestion,
  type ModelTier,
} from '@ghostlight/plugin-incidents-node';

/** What a scripted model does when it is asked. */
export type Scripted =
  | { stop?: ModelAnswer['stop']; [field: string]: unknown }
  | string
  | Error
  | ((question: ModelQuestion) => Scripted | Promise<Scripted>);

/** Answers what a test says, the last again and again. */
export class ScriptedModel implements LanguageModel {
  readonly vendor = 'test';
  configured = true;
  readonly asked: ModelQuestion[] = [];

  private constructor(private readonly script: Scripted[]) {}

  static create(...script: Scripted[]): ScriptedModel {
    return new ScriptedModel(script);
  }

  model(tier: ModelTier) {
    return {
      name: `test-${tier}`,
      price: { input: 2, output: 10, of: '2026-11-21' },
    };
  }

  estimateTokens(text: string): number {
    return Math.ceil(text.length / 3);
  }

  async ask(question: ModelQuestion): Promise<ModelAnswer> {
    this.asked.push({ ...question, turns: [...question.turns] });
    let said = this.script[Math.min(this.asked.length, this.script.length) - 1];
    while (typeof said === 'function') said = await said(question);
    if (said instanceof Error) throw said;
    const answer: ModelAnswer = {
      stop: 'answered',
      text: typeof said === 'string' ? said : JSON.stringify(said),
      toolCalls: [],
      raw: [],
      usage: { inputTokens: 1000, outputTokens: 100, cachedTokens: 0 },
      model: `test-${question.tier}`,
    };
    return typeof said === 'object' && said.stop
      ? { ...answer, text: '', ...said, stop: said.stop }
      : answer;
  }
}

/** A model that calls tools. */
export function calling(...calls: { name: string; input: unknown }[]) {
  return {
    stop: 'tools' as const,
    toolCalls: calls.map((call, i) => ({ id: `call-${i}`, ...call })),
  };
}
