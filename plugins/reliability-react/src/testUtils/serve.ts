import { http } from 'msw';
import { setupServer } from 'msw/node';

/**
 * Puts a fake portal behind real HTTP requests for the tests of a file.
 *
 * @param pluginId - whose API it is
 * @param current - asked at each request
 * @public
 */
export function serve(
  pluginId: string,
  current: () => { respond(request: Request): Promise<Response> },
): void {
  const server = setupServer(
    http.all(`*/api/${pluginId}/v1/*`, ({ request }) =>
      current().respond(request),
    ),
  );
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  afterAll(() => server.close());
}
