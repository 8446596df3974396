import { Readable } from 'node:stream';
import type { AuthService } from '@backstage/backend-plugin-api';
import type {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  incidentReadPermission,
  type IncidentDocument,
} from '@ghostlight/plugin-incidents-common';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';

/** Documents that are read at once. */
const pageSize = 200;

/** What a result of these types knows besides its text. */
interface FoundIncident extends IndexableDocument {
  incidentId: string;
  severity: string;
  status: string;
  owner?: string;
}

/** Hands the search index one document per incident, or per saved postmortem. */
export class IncidentCollator implements DocumentCollatorFactory {
  readonly visibilityPermission = incidentReadPermission;

  private constructor(
    readonly type: 'incidents' | 'postmortems',
    private readonly auth: AuthService,
    private readonly incidents: IncidentsService,
  ) {}

  static create(options: {
    type: 'incidents' | 'postmortems';
    auth: AuthService;
    incidents: IncidentsService;
  }): IncidentCollator {
    return new IncidentCollator(options.type, options.auth, options.incidents);
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.documents());
  }

  private async *documents(): AsyncGenerator<FoundIncident> {
    let cursor: string | undefined;
    do {
      // A token lasts for an hour at most, an index may take longer.
      const credentials = await this.auth.getOwnServiceCredentials();
      const page = await this.incidents.listDocuments(
        { limit: pageSize, cursor },
        { credentials },
      );
      for (const document of page.items) {
        const found =
          this.type === 'incidents'
            ? incidentFound(document)
            : postmortemFound(document);
        if (found) yield found;
      }
      cursor = page.nextCursor;
    } while (cursor);
  }
}

function shared(document: IncidentDocument) {
  const { id, severity, status, owner } = document;
  return {
    incidentId: id,
    severity,
    status,
    ...(owner && { owner }),
    authorization: { resourceRef: id },
  };
}

function incidentFound(document: IncidentDocument): FoundIncident {
  const { id, title, text, entityRefs } = document;
  return {
    ...shared(document),
    title: `${id} ${title}`,
    text: [...entityRefs, text].join('\n'),
    location: `/incidents/${id}`,
  };
}

function postmortemFound(
  document: IncidentDocument,
): FoundIncident | undefined {
  const { id, title, postmortem } = document;
  if (!postmortem) return undefined;
  return {
    ...shared(document),
    title: `Postmortem of ${id}: ${title}`,
    text: postmortem,
    location: `/incidents/${id}?part=postmortem`,
  };
}
