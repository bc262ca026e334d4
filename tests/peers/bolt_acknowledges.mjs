// An app on Slack's own framework that acknowledges every press and stores nothing. node bolt_acknowledges.mjs PORT
// With SLACK_API_URL it also changes the message that was pressed, as the bot does.
import bolt from '@slack/bolt';

const slackApiUrl = process.env.SLACK_API_URL;
const app = new bolt.App({
  receiver: new bolt.HTTPReceiver({
    signingSecret: process.env.SLACK_SIGNING_SECRET,
    endpoints: ['/slack/interactions'],
    logLevel: bolt.LogLevel.ERROR,
  }),
  // Whose token it uses is not asked of Slack.
  authorize: async () => ({ botToken: 'xoxb-load', botId: 'B0PARTBOT1', botUserId: 'U0PARTBOT1' }),
  clientOptions: slackApiUrl ? { slackApiUrl } : {},
  logLevel: bolt.LogLevel.ERROR,
});
app.action(/.*/, async ({ ack, body, client }) => {
  await ack();
  if (slackApiUrl) await client.chat.update({ channel: body.channel.id, ts: body.message.ts, text: body.message.text, blocks: body.message.blocks });
});
await app.start({ port: Number(process.argv[2]), host: '127.0.0.1' });
