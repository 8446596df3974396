import {
  ClaudeApi,
  type ClaudeReply,
  type ClaudeRequest,
} from '@ghostlight/theatre';
import { hashOfRequest } from './wire';

/** A request of which nothing is recorded. */
export interface Unanswered {
  hash: string;
  /** Of evals/cases. */
  case: string;
  request: ClaudeRequest;
}

/** The Messages API on loopback: answers what is known, and says of the rest that it is not recorded. */
export class RecordedApi {
  /** What is asked about, of evals/cases. */
  case = '';
  /** Hashes of all that was asked. */
  readonly asked = new Set<string>();
  private unanswered: Unanswered[] = [];

  private constructor(private readonly api: ClaudeApi) {}

  static async start(
    answer: (hash: string, request: ClaudeRequest) => ClaudeReply | undefined,
  ): Promise<RecordedApi> {
    const api = await ClaudeApi.start({
      script: request => recorded.answer(request, answer),
    });
    const recorded = new RecordedApi(api);
    return recorded;
  }

  get url(): string {
    return this.api.url;
  }

  get apiKey(): string {
    return this.api.apiKey;
  }

  /** What could not be answered since the last time. */
  takeUnanswered(): Unanswered[] {
    const taken = this.unanswered;
    this.unanswered = [];
    return taken;
  }

  stop(): Promise<void> {
    return this.api.stop();
  }

  private answer(
    request: ClaudeRequest,
    known: (hash: string, request: ClaudeRequest) => ClaudeReply | undefined,
  ): ClaudeReply {
    const hash = hashOfRequest(request);
    this.asked.add(hash);
    const reply = known(hash, request);
    if (reply) return reply;
    this.unanswered.push({ hash, case: this.case, request });
    return { status: 404, type: 'not_found_error', message: 'Not recorded' };
  }
}
