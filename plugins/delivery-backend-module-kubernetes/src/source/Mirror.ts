import { setTimeout as sleep } from 'node:timers/promises';
import {
  hasStatus,
  type KubeClient,
  KubeError,
  type KubeObject,
  type WatchEvent,
} from '@ghostlight/reliability-kubernetes';
import { pathOf, type KindName } from '../kube/paths';

const firstPauseMs = 500;
const longestPauseMs = 30_000;

/** What a mirror tells. */
export interface MirrorListener<T> {
  /** An object is new or different. */
  changed(object: T): void;
  gone(object: T): void;
  /** Everything that is there now has been told; whatever was told before and is not among these is gone. */
  listed(uids: Set<string>): void;
  /** What is there may not be seen, of a kind that need not be. */
  hidden(why: string): void;
  /** It follows, or it does not and why. */
  health(problem: string | undefined): void;
}

/**
 * Follows a collection: lists it once, then hears each change. A watch that breaks goes on where it was;
 * when the server has forgotten that place the collection is listed again.
 */
export async function mirror<T extends KubeObject>(options: {
  client: KubeClient;
  kind: KindName;
  namespace?: string;
  listener: MirrorListener<T>;
  /** Of a kind that a cluster may be without: after how many milliseconds it is looked for again. */
  lookAgainMs?: number;
  signal: AbortSignal;
}): Promise<void> {
  const { client, kind, namespace, listener, lookAgainMs, signal } = options;
  const path = pathOf(kind, namespace);
  const place = { version: '', pause: firstPauseMs };
  const hear = ({ type, object }: WatchEvent<T>) => {
    place.version = object.metadata.resourceVersion;
    place.pause = firstPauseMs;
    if (type === 'DELETED') listener.gone(object);
    else if (type !== 'BOOKMARK') listener.changed(object);
  };
  while (!signal.aborted) {
    try {
      if (!place.version) {
        const { items, resourceVersion } = await client.list<T>(path, {
          signal,
        });
        for (const item of items) listener.changed(item);
        listener.listed(new Set(items.map(({ metadata }) => metadata.uid)));
        place.version = resourceVersion;
      }
      listener.health(undefined);
      const before = place.version;
      await client.watch<T>(path, before, hear, signal);
      // A server that ends every watch at once is not asked without a pause.
      if (place.version === before) await rest(firstPauseMs, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof KubeError)) throw error;
      if (error.status === 410) {
        place.version = '';
      } else if (lookAgainMs !== undefined && isAbsent(error, place.version)) {
        if (error.status === 404) listener.listed(new Set());
        else listener.hidden(error.message);
        listener.health(undefined);
        await rest(lookAgainMs, signal);
      } else {
        // What was there to be watched and is not any more was uninstalled: listing says so.
        if (error.status === 404) place.version = '';
        listener.health(error.message);
        await rest(place.pause, signal);
        place.pause = Math.min(longestPauseMs, place.pause * 2);
      }
    }
  }
}

/** A list of what is not installed is 404; without rights it is 403 before the server looks whether it is. */
function isAbsent(error: KubeError, version: string): boolean {
  return !version && hasStatus(error, 404, 403);
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return sleep(milliseconds, undefined, { signal }).catch(() => {});
}
