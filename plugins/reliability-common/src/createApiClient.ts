import { ResponseError } from '@backstage/errors';
import createClient, { type Client, type Middleware } from 'openapi-fetch';

/**
 * An API by path and method, typed from its OpenAPI document.
 *
 * @public
 */
export type ApiClient<Paths extends {}> = Client<Paths>;

/**
 * A client of a plugin's API. A refusal or failure is thrown as a `ResponseError`.
 *
 * `baseUrl` is the plugin's address (`https://portal/api/slo`, or `plugin://slo` with Backstage's
 * front-end fetch); `fetch` adds the caller's credentials.
 *
 * @public
 */
export function createApiClient<Paths extends {}>(options: {
  baseUrl: string;
  fetch?: typeof fetch;
}): ApiClient<Paths> {
  const call = options.fetch ?? fetch;
  const failures: Middleware = {
    async onResponse({ response }) {
      if (!response.ok) throw await ResponseError.fromResponse(response);
    },
  };
  const client = createClient<Paths>({
    baseUrl: options.baseUrl,
    // Backstage's fetch takes an address and an init, openapi-fetch hands over a Request.
    fetch: async request =>
      call(request.url, {
        method: request.method,
        headers: request.headers,
        signal: request.signal,
        // Not asked with `request.body`, which Firefox does not have.
        body: (await request.text()) || undefined,
      }),
  });
  client.use(failures);
  return client;
}
