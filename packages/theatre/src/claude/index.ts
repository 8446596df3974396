export { ClaudeApi, type ClaudeScript } from './ClaudeApi';
export type { ClaudeReply, ClaudeRequest, ToolUse } from './ClaudeReply';
