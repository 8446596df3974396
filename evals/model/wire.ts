import { createHash } from 'node:crypto';
import { canonicalJson } from '../../plugins/incidents-backend/src/triage/evidence';

/** What an answer depends on, of a request as it goes over the wire: no headers, no limits, no price. */
export interface Asked {
  model: string;
  system?: unknown;
  messages: unknown;
  tools?: unknown;
  output_config?: { format?: { schema?: unknown } | null } | null;
}

/** The same question has the same hash, whenever, wherever and within whatever budget it is asked. */
export function hashOfRequest(request: Asked): string {
  const { model, system, messages, tools, output_config: output } = request;
  const schema = output?.format?.schema;
  const content = JSON.parse(
    JSON.stringify({ model, system, messages, tools, schema }),
  );
  return createHash('sha256')
    .update(canonicalJson(content))
    .digest('hex')
    .slice(0, 32);
}
