import { isError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { EpochMs } from '@ghostlight/plugin-incidents-node';
import { UnreadableError } from '../adapters/shared';
import type { BuiltInAdapter } from './BuiltInAdapter';
import type { Receipt } from './IncomingDelivery';
import type { Inbox } from './Inbox';
import { readDelivery, refuse, type DeliveryContent } from './readDelivery';
import { parseBody, pickHeaders, safeJson } from '@ghostlight/reliability-node';

/** A delivery as it came, from someone who may send. */
export interface DeliveryRequest {
  adapter: BuiltInAdapter;
  /** Whose credential it was: `external:alertmanager`, `signature`, `events`. */
  sender: string;
  body: Buffer;
  /** Any, in lower case; those that the adapter asks for are read. */
  headers: Record<string, string | string[] | undefined>;
}

/**
 * Takes deliveries in: has their adapter read them, makes all of it durable, then wakes the pipeline.
 */
export class Intake {
  private constructor(
    private readonly inbox: Inbox,
    private readonly now: () => EpochMs,
    private readonly wake: () => void,
  ) {}

  static create(options: {
    inbox: Inbox;
    /** Called after something new is in the inbox. */
    wake: () => void;
    now?: () => EpochMs;
  }): Intake {
    const { inbox, wake, now = Date.now } = options;
    return new Intake(inbox, now, wake);
  }

  /**
   * @returns what became of it, when it is durable
   * @throws UnreadableError when nothing of it makes sense; a copy is in quarantine
   * @throws ServiceUnavailableError when the database does not take it
   */
  async take(request: DeliveryRequest): Promise<Receipt> {
    const receivedAt = this.now();
    const content = readRequest(request, receivedAt);
    const receipt = await this.inbox.append({
      ...content,
      adapter: request.adapter.id,
      sender: request.sender.slice(0, 200),
      receivedAt,
      bytes: request.body.length,
    });
    if (content.refusal) throw content.refusal;
    if (receipt.accepted && !receipt.duplicate) this.wake();
    return receipt;
  }
}

function readRequest(
  { adapter, body, headers }: DeliveryRequest,
  receivedAt: EpochMs,
): DeliveryContent {
  const wanted = pickHeaders(headers, adapter.headers ?? []);
  let parsed: JsonValue;
  try {
    parsed = parseBody(body);
    parsed = adapter.redact?.(parsed) ?? parsed;
  } catch (error) {
    const reason = isError(error) ? error.message : String(error);
    return refuse(new UnreadableError(reason), body.toString(), {
      headers: safeJson(wanted),
      receivedAt,
    });
  }
  return readDelivery(adapter, { body: parsed, headers: wanted, receivedAt });
}
