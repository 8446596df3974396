import type { JsonValue } from '@backstage/types';
import type { Adapter, AlertEvent } from '@ghostlight/plugin-incidents-node';
import { receivedAt } from './Example';

/** Reads a body as it comes from the network. */
export function readOf(adapter: Adapter, headers: Record<string, string> = {}) {
  const read = (body: unknown) =>
    adapter.read({
      body: JSON.parse(JSON.stringify(body)) as JsonValue,
      headers,
      receivedAt,
    });
  return {
    read,
    /** The one alert of a body. */
    alert(body: unknown): AlertEvent {
      const { alerts, rejected = [] } = read(body);
      expect(rejected).toEqual([]);
      expect(alerts).toHaveLength(1);
      return alerts[0];
    },
    /** Why the one item of a body is rejected, and where. */
    rejection(body: unknown) {
      const { alerts, rejected = [] } = read(body);
      expect(alerts).toEqual([]);
      expect(rejected).toHaveLength(1);
      return { reason: rejected[0].reason, field: rejected[0].field };
    },
  };
}

export function at(iso: string): number {
  return Date.parse(iso);
}
