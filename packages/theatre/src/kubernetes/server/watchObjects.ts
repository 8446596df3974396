import type { ServerResponse } from 'node:http';
import { ApiError } from '../ApiError';
import type { JsonObject, KubeObject } from '../objects';
import { apiVersionOf } from '../resources';
import { matcherOf } from '../storage/selectors';
import type { Store, StoreEvent } from '../storage/Store';
import type { ApiRequest } from './readRequest';

/** Streams what happens, a line of JSON for each event, until time is up or either side ends it. */
export function watchObjects(
  request: ApiRequest,
  response: ServerResponse,
  options: { store: Store; bookmarkMs: number },
): void {
  const { store, bookmarkMs } = options;
  const { resource, namespace, name, query } = request;
  const chosen = matcherOf(query);
  const matches = (object: KubeObject) =>
    (!namespace || object.metadata.namespace === namespace) &&
    (!name || object.metadata.name === name) &&
    chosen(object);
  const from = Number(query.get('resourceVersion') ?? 0);
  response.writeHead(200, {
    'content-type': 'application/json',
    'cache-control': 'no-cache, private',
  });
  response.flushHeaders();
  const send = (type: string, object: JsonObject) =>
    response.write(`${JSON.stringify({ type, object })}\n`);

  const tell = (event: StoreEvent) => {
    if (event.resource !== resource) return;
    const is = event.type !== 'DELETED' && matches(event.object);
    const was = event.previous !== undefined && matches(event.previous);
    if (is) send(was ? 'MODIFIED' : 'ADDED', event.object);
    else if (was)
      send('DELETED', {
        ...(event.type === 'DELETED' ? event.object : event.previous!),
        metadata: {
          ...event.object.metadata,
          resourceVersion: String(event.version),
        },
      });
  };

  if (from) {
    const missed = store.since(from);
    if (!missed) {
      const { body } = ApiError.expired(
        `too old resource version: ${from} (${store.version})`,
      );
      send('ERROR', body);
      response.end();
      return;
    }
    missed.forEach(tell);
  } else {
    for (const object of store.list(resource, namespace).filter(matches))
      send('ADDED', object);
  }

  const stopListening = store.onEvent(tell);
  const bookmarks = setInterval(() => {
    if (query.get('allowWatchBookmarks') !== 'true') return;
    send('BOOKMARK', {
      kind: resource.kind,
      apiVersion: apiVersionOf(resource),
      metadata: {
        resourceVersion: String(store.version),
        creationTimestamp: null,
      },
    });
  }, bookmarkMs);
  const seconds = Number(query.get('timeoutSeconds') ?? 1800);
  const end = setTimeout(() => response.end(), seconds * 1000);
  response.once('close', () => {
    stopListening();
    clearInterval(bookmarks);
    clearTimeout(end);
  });
}
