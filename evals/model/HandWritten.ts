import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ClaudeRequest } from '@ghostlight/theatre';
import { analysisAnswer } from '../../plugins/incidents-backend/src/triage/analysis/verify/answers';
import { answerFileOf } from './writeRequest';
import { byHand, type Recording } from './Recording';

const calls = z.strictObject({
  tools: z
    .array(z.strictObject({ name: z.string(), input: z.unknown() }))
    .min(1)
    .max(8),
});
type Written = z.infer<typeof analysisAnswer> | z.infer<typeof calls>;

/** Answers that somebody wrote from requests alone: `<hash>.answer.json` in a folder. */
export class HandWritten {
  private readonly used = new Set<string>();

  private constructor(
    private readonly answers: Map<string, Written>,
    /** Files that cannot be used, each with why. */
    readonly faults: string[],
  ) {}

  static read(folder: string): HandWritten {
    const answers = new Map<string, Written>();
    const faults: string[] = [];
    const ending = answerFileOf('');
    const files = readdirSync(folder).filter(name => name.endsWith(ending));
    for (const file of files.sort()) {
      try {
        const given = JSON.parse(readFileSync(join(folder, file), 'utf8'));
        const form = given?.tools ? calls : analysisAnswer;
        answers.set(file.slice(0, -ending.length), form.parse(given));
      } catch (error) {
        faults.push(`${file}: ${whyOf(error)}`);
      }
    }
    return new HandWritten(answers, faults);
  }

  /** The recording of what was written to a request. */
  recordingOf(
    hash: string,
    context: {
      case: string;
      request: ClaudeRequest;
      /** Nobody counted them. */
      estimateTokens: (text: string) => number;
    },
  ): Recording | undefined {
    const written = this.answers.get(hash);
    if (!written) return undefined;
    this.used.add(hash);
    const { request, estimateTokens } = context;
    const { system, messages, tools, output_config: output } = request;
    const called = 'tools' in written ? written.tools : undefined;
    return {
      request: hash,
      case: context.case,
      by: byHand,
      answer: {
        content: called
          ? called.map(({ name, input }, place) => ({
              type: 'tool_use' as const,
              id: `toolu_${createHash('sha256')
                .update(`${hash} ${place}`)
                .digest('hex')
                .slice(0, 24)}`,
              name,
              input,
            }))
          : [{ type: 'text' as const, json: { ...written } }],
        stop_reason: called ? 'tool_use' : 'end_turn',
        usage: {
          input_tokens: estimateTokens(
            JSON.stringify([system, messages, tools, output?.format?.schema]),
          ),
          output_tokens: estimateTokens(JSON.stringify(written)),
          cache_read_input_tokens: 0,
        },
      },
    };
  }

  /** Hashes of answers to what nobody asked. */
  unused(): string[] {
    return [...this.answers.keys()].filter(hash => !this.used.has(hash));
  }
}

function whyOf(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues
      .slice(0, 5)
      .map(
        ({ path, message }) => `${path.join('.') || 'the answer'}: ${message}`,
      )
      .join('; ');
  return error instanceof Error ? error.message : String(error);
}
