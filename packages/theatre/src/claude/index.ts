export { ClaudeApi, type ClaudeScript } from './ClaudeApi';
export type {
  ClaudeBlock,
  ClaudeReply,
  ClaudeRequest,
  ToolUse,
} from './ClaudeReply';
export { plainReply } from './plainReply';
