import { createHash, randomBytes } from 'node:crypto';
import type { Response } from 'express';
import type { ClaudeBlock, ClaudeReply, ClaudeRequest } from './ClaudeReply';

type Answer = Exclude<ClaudeReply, { status: number }>;

const piece = 40;

/** Answers as the API does: events of a stream, which may break off, or one message. */
export async function writeReply(
  response: Response,
  request: ClaudeRequest,
  reply: ClaudeReply,
): Promise<void> {
  if (reply.delayMs) await wait(reply.delayMs, response);
  if (response.destroyed) return;
  if ('status' in reply) {
    if (reply.retryAfter !== undefined)
      response.set('retry-after', String(reply.retryAfter));
    response.status(reply.status).json({
      type: 'error',
      error: { type: reply.type, message: reply.message ?? 'No' },
      request_id: `req_${id()}`,
    });
    return;
  }
  const message = messageOf(request, reply);
  if (!request.stream) {
    response.json(message);
    return;
  }
  writeStream(response, message, reply);
}

function writeStream(
  response: Response,
  message: ReturnType<typeof messageOf>,
  reply: Answer,
): void {
  const { content, stop_reason: stop, usage } = message;
  response.set({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-cache',
  });
  const send = (type: string, data: object) =>
    response.write(
      `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}\n\n`,
    );
  send('message_start', {
    message: {
      ...message,
      content: [],
      stop_reason: null,
      usage: { ...usage, output_tokens: 1 },
    },
  });
  send('ping', {});
  let sent = 0;
  for (const [index, block] of content.entries()) {
    const { empty, text, kind, field } = piecesOf(block);
    send('content_block_start', { index, content_block: empty });
    for (let at = 0; at < text.length; at += piece) {
      if (reply.cutAfter !== undefined && sent >= reply.cutAfter) {
        // What was said before goes out first.
        response.write(': \n\n', () => response.destroy());
        return;
      }
      if (reply.errorInStream && at >= text.length / 2) {
        send('error', { error: { type: reply.errorInStream, message: 'No' } });
        response.end();
        return;
      }
      const part = text.slice(at, at + piece);
      sent += part.length;
      send('content_block_delta', {
        index,
        delta: { type: kind, [field]: part },
      });
    }
    if (block.type === 'thinking')
      send('content_block_delta', {
        index,
        delta: { type: 'signature_delta', signature: block.signature },
      });
    send('content_block_stop', { index });
  }
  send('message_delta', {
    delta: { stop_reason: stop, stop_sequence: null },
    usage: { output_tokens: usage.output_tokens },
  });
  send('message_stop', {});
  response.end();
}

/** How a block goes over the wire: without what comes in pieces, and that. */
function piecesOf(block: ClaudeBlock): {
  empty: object;
  text: string;
  kind: string;
  field: string;
} {
  switch (block.type) {
    case 'text':
      return {
        empty: { ...block, text: '' },
        text: block.text,
        kind: 'text_delta',
        field: 'text',
      };
    case 'tool_use':
      return {
        empty: { ...block, input: {} },
        text: JSON.stringify(block.input),
        kind: 'input_json_delta',
        field: 'partial_json',
      };
    case 'thinking':
      return {
        empty: { ...block, thinking: '', signature: '' },
        text: block.thinking,
        kind: 'thinking_delta',
        field: 'thinking',
      };
    default:
      return { empty: block, text: '', kind: '', field: '' };
  }
}

function messageOf(request: ClaudeRequest, reply: Answer) {
  const { text, tools = [], usage } = reply;
  const content: ClaudeBlock[] = reply.content ?? [
    ...(text !== undefined
      ? [{ type: 'text' as const, text, citations: null }]
      : []),
    ...tools.map(({ name, input }, place) => ({
      type: 'tool_use' as const,
      id: toolId(request, place),
      name,
      input,
    })),
  ];
  return {
    id: `msg_${id()}`,
    type: 'message',
    role: 'assistant',
    model: request.model,
    content,
    stop_reason:
      reply.stop ??
      (content.some(({ type }) => type === 'tool_use')
        ? 'tool_use'
        : 'end_turn'),
    stop_sequence: null,
    stop_details: null,
    container: null,
    usage: {
      input_tokens:
        usage?.input ??
        Math.ceil(
          JSON.stringify([request.system, request.messages]).length / 4,
        ),
      output_tokens:
        usage?.output ?? Math.ceil(JSON.stringify(content).length / 4),
      cache_read_input_tokens: usage?.cached ?? 0,
      cache_creation_input_tokens: 0,
      service_tier: 'standard',
    },
  };
}

function wait(milliseconds: number, response: Response): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, milliseconds);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** The same call of the same conversation has the same id, so that what follows from it is the same too. */
function toolId({ messages }: ClaudeRequest, place: number): string {
  const asked = JSON.stringify([messages, place]);
  return `toolu_${createHash('sha256')
    .update(asked)
    .digest('hex')
    .slice(0, 24)}`;
}

function id(): string {
  return randomBytes(9).toString('hex');
}
