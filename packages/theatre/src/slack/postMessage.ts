import type { Conversations } from './Conversations';
import { textsOf } from './textsOf';

/** What Slack answers: `ok: false` with a code where it refuses, with status 200. */
export type SlackAnswer =
  | { ok: true; [field: string]: unknown }
  | { ok: false; error: string };

/** Letters of a text; what is longer is cut off by Slack. */
const longestText = 40_000;
const mostBlocks = 50;

/**
 * `chat.postMessage`, as far as text, blocks, threads and metadata go.
 * https://docs.slack.dev/reference/methods/chat.postMessage
 */
export function postMessage(
  conversations: Conversations,
  fields: Record<string, unknown>,
): SlackAnswer {
  const { channel, text, thread_ts: threadTs } = fields;
  if (typeof channel !== 'string' || !conversations.has(channel))
    return refused('channel_not_found');
  const blocks = readJson(fields.blocks);
  if (blocks !== undefined && !Array.isArray(blocks))
    return refused('invalid_blocks_format');
  if (blocks && (blocks.length > mostBlocks || !blocks.every(isBlock)))
    return refused('invalid_blocks');
  const said = typeof text === 'string' ? text : '';
  if (!said && !blocks?.length && !fields.attachments)
    return refused('no_text');
  if (threadTs !== undefined && !conversations.find(channel, String(threadTs)))
    return refused('thread_not_found');
  const metadata = readJson(fields.metadata);
  const posted = conversations.post({
    channel,
    text: said.slice(0, longestText),
    blocks: textsOf(blocks),
    ...(threadTs !== undefined && { threadTs: String(threadTs) }),
    ...(metadata !== undefined && { metadata }),
  });
  return {
    ok: true,
    channel,
    ts: posted.ts,
    message: {
      type: 'message',
      subtype: 'bot_message',
      text: posted.text,
      ts: posted.ts,
      ...(posted.threadTs && { thread_ts: posted.threadTs }),
    },
  };
}

function refused(error: string): SlackAnswer {
  return { ok: false, error };
}

function isBlock(block: unknown): boolean {
  return (
    typeof block === 'object' &&
    block !== null &&
    'type' in block &&
    typeof block.type === 'string'
  );
}

/** Form-encoded calls have JSON in their fields; what is none is given back as it is. */
function readJson(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
