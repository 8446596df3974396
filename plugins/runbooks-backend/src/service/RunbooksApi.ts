import type {
  ActionInfo,
  RunbookDetail,
  RunbookDocument,
  RunbookPage,
  Suggestion,
} from '@ghostlight/plugin-runbooks-common';
import type { ListRunbooksRequest, SuggestRequest } from '../documents';
import type { CallOptions } from './CallOptions';

/** What there is to run, and what may help. */
export interface RunbooksApi {
  list(
    request: ListRunbooksRequest,
    options: CallOptions,
  ): Promise<RunbookPage>;
  get(ref: string, options: CallOptions): Promise<RunbookDetail>;
  suggest(request: SuggestRequest, options: CallOptions): Promise<Suggestion[]>;
  actions(options: CallOptions): Promise<ActionInfo[]>;
  documents(
    request: { limit?: number; cursor?: string },
    options: CallOptions,
  ): Promise<{ items: RunbookDocument[]; nextCursor?: string }>;
}
