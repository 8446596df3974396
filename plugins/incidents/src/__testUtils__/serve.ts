import { http } from 'msw';
import { setupServer } from 'msw/node';
import type { FakePortal } from './FakePortal';

/** Puts a fake portal behind real HTTP requests for the tests of a file. */
export function serve(current: () => FakePortal): void {
  const server = setupServer(
    http.all('*/api/incidents/v1/*', ({ request }) =>
      current().respond(request),
    ),
  );
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());
}
