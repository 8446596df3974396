import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';

/**
 * Makes the typed client of another plugin's HTTP API, wherever that plugin runs, for whoever asks.
 *
 * @public
 */
export function clientFor<Client>(options: {
  auth: AuthService;
  discovery: DiscoveryService;
  pluginId: string;
  createClient(client: { baseUrl: string; fetch: typeof fetch }): Client;
}): (on: { credentials: BackstageCredentials }) => Promise<Client> {
  const { auth, discovery, pluginId, createClient } = options;
  return async ({ credentials }) => {
    const baseUrl = await discovery.getBaseUrl(pluginId);
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: pluginId,
    });
    return createClient({
      baseUrl,
      fetch: (input, init) => {
        const headers = new Headers(init?.headers);
        if (token) headers.set('Authorization', `Bearer ${token}`);
        return fetch(input, { ...init, headers });
      },
    });
  };
}

/**
 * What another plugin answered.
 *
 * @throws Error when it answered with nothing
 * @public
 */
export function bodyOf<T>(answer: { data?: T }): T {
  if (answer.data === undefined)
    throw new Error('Another plugin answered without a body');
  return answer.data;
}
