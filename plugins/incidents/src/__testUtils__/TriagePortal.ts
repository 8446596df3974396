import type {
  IncidentsPaths,
  TriageEvent,
} from '@ghostlight/plugin-incidents-common';
import { FakePortal } from '@ghostlight/reliability-react/fakes';

const ASKED = /\/v1\/incidents\/([^/]+)\/triage$/;

/** A portal that tells the stages of an analysis line by line, as the real one does. */
export class TriagePortal extends FakePortal<IncidentsPaths> {
  /** What asking about an incident tells, as it goes. */
  stages: (incidentId: string, body: unknown) => AsyncIterable<TriageEvent> =
    async function* none() {};

  async respond(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    const [, incidentId] = ASKED.exec(pathname) ?? [];
    const streams = request.headers.get('accept')?.includes('ndjson');
    if (!incidentId || request.method !== 'POST' || !streams) {
      return super.respond(request);
    }
    const refused = this.failures.some(
      each => each.method === 'POST' && pathname.includes(each.match),
    );
    if (refused) return super.respond(request);
    const body: unknown = JSON.parse(await request.text());
    const path = pathname.slice(pathname.indexOf('/v1/'));
    this.requests.push(`POST ${path}`);
    this.writes.push({ method: 'POST', path, body });
    const events = this.stages(incidentId, body)[Symbol.asyncIterator]();
    const encoder = new TextEncoder();
    return new Response(
      new ReadableStream<Uint8Array>({
        async pull(controller) {
          const { value, done } = await events.next();
          if (done) controller.close();
          else controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`));
        },
        async cancel() {
          await events.return?.();
        },
      }),
      { headers: { 'Content-Type': 'application/x-ndjson' } },
    );
  }
}
