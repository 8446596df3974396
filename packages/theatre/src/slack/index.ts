export { Slack, slackChannels } from './Slack';
export type { SlackMessage } from './Conversations';
