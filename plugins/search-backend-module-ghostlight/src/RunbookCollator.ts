import { Readable } from 'node:stream';
import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  runbookReadPermission,
  type RunbookDocument,
} from '@ghostlight/plugin-runbooks-common';
import type { RunbooksService } from '@ghostlight/plugin-runbooks-node';

/** Documents that are read at once. */
const pageSize = 200;

/** What a result of this type knows besides its text. */
interface FoundRunbook extends IndexableDocument {
  runbookRef: string;
  owner?: string;
}

/** Hands the search index one document per runbook. */
export class RunbookCollator implements DocumentCollatorFactory {
  readonly type = 'runbooks';
  readonly visibilityPermission = runbookReadPermission;

  private constructor(
    private readonly auth: AuthService,
    private readonly runbooks: RunbooksService,
  ) {}

  static create(options: {
    auth: AuthService;
    runbooks: RunbooksService;
  }): RunbookCollator {
    return new RunbookCollator(options.auth, options.runbooks);
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.documents());
  }

  private async *documents(): AsyncGenerator<FoundRunbook> {
    let cursor: string | undefined;
    do {
      // A token lasts for an hour at most, an index may take longer.
      const credentials = await this.auth.getOwnServiceCredentials();
      const page = await this.runbooks.listDocuments(
        { limit: pageSize, cursor },
        { credentials },
      );
      for (const document of page.items) yield runbookFound(document);
      cursor = page.nextCursor;
    } while (cursor);
  }
}

function runbookFound(document: RunbookDocument): FoundRunbook {
  const { ref, title, text, owner, serviceRefs } = document;
  return {
    title,
    text: [...serviceRefs, text].join('\n'),
    // The screens write `:` for the `/` of a ref.
    location: `/runbooks/${ref.replace('/', ':')}`,
    runbookRef: ref,
    ...(owner && { owner }),
    authorization: { resourceRef: ref },
  };
}
