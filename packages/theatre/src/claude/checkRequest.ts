import type { ClaudeRequest } from './ClaudeReply';

/** What the API would not take of a request; undefined when it would. */
export function checkRequest(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return 'body: not an object';
  const request = body as Partial<ClaudeRequest> & Record<string, unknown>;
  for (const gone of ['temperature', 'top_p', 'top_k'])
    if (gone in request) return `${gone}: Extra inputs are not permitted`;
  if (typeof request.model !== 'string') return 'model: Field required';
  if (!(Number(request.max_tokens) >= 1)) return 'max_tokens: Field required';
  if (!Array.isArray(request.messages) || !request.messages.length)
    return 'messages: at least one message is required';
  const { format } = request.output_config ?? {};
  if (format) {
    if (format.type !== 'json_schema') return 'output_config.format.type';
    const path = openObject(format.schema, 'schema');
    if (path)
      return `output_config.format.${path}: 'additionalProperties' must be false`;
  }
  for (const tool of request.tools ?? [])
    if (tool.input_schema?.type !== 'object')
      return `tools.${tool.name}.input_schema.type: Field required`;
  return checkToolResults(request.messages, Boolean(request.tools?.length));
}

/** Where an object in a schema takes anything. */
function openObject(schema: unknown, path: string): string | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  const { type, additionalProperties, properties, items } = schema as Record<
    string,
    unknown
  >;
  if (type === 'object' && additionalProperties !== false) return path;
  for (const [name, one] of Object.entries(properties ?? {})) {
    const found = openObject(one, `${path}.${name}`);
    if (found) return found;
  }
  return openObject(items, `${path}.items`);
}

/** Each call of a tool is followed by its result, and tools stay named. */
function checkToolResults(
  messages: ClaudeRequest['messages'],
  hasTools: boolean,
): string | undefined {
  for (const [i, { role, content }] of messages.entries()) {
    const calls = blocksOf(content).filter(({ type }) => type === 'tool_use');
    if (role !== 'assistant' || !calls.length) continue;
    if (!hasTools) return 'tools: required where messages have tool_use blocks';
    const results = blocksOf(messages[i + 1]?.content)
      .filter(({ type }) => type === 'tool_result')
      .map(block => block.tool_use_id);
    const missing = calls.find(({ id }) => !results.includes(id));
    if (missing) return `messages.${i}: tool_use without tool_result`;
  }
  return undefined;
}

export function blocksOf(content: unknown): Record<string, unknown>[] {
  return Array.isArray(content) ? content : [];
}
