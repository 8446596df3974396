import type {
  LanguageModel,
  ModelAnswer,
  ModelQuestion,
  ModelTier,
} from '@ghostlight/plugin-incidents-node';

/** One question and what was answered, if anything was. */
export interface Heard {
  question: ModelQuestion;
  answer?: ModelAnswer;
}

/** Passes questions on and remembers them, with their answers, until somebody takes them. */
export class ListeningModel implements LanguageModel {
  private heard: Heard[] = [];

  private constructor(private readonly inner: LanguageModel) {}

  static create(inner: LanguageModel): ListeningModel {
    return new ListeningModel(inner);
  }

  get vendor(): string {
    return this.inner.vendor;
  }

  get configured(): boolean {
    return this.inner.configured;
  }

  model(tier: ModelTier) {
    return this.inner.model(tier);
  }

  estimateTokens(text: string): number {
    return this.inner.estimateTokens(text);
  }

  async ask(
    question: ModelQuestion,
    options: Parameters<LanguageModel['ask']>[1],
  ): Promise<ModelAnswer> {
    // Turns are added to the same list later.
    const heard: Heard = {
      question: { ...question, turns: [...question.turns] },
    };
    this.heard.push(heard);
    heard.answer = await this.inner.ask(question, options);
    return heard.answer;
  }

  /** What was heard since the last time. */
  take(): Heard[] {
    const heard = this.heard;
    this.heard = [];
    return heard;
  }
}
