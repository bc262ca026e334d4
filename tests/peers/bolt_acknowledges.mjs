// An app on Slack's own framework that acknowledges every press and does nothing else. node bolt_acknowledges.mjs PORT
import bolt from '@slack/bolt';

const app = new bolt.App({
  receiver: new bolt.HTTPReceiver({
    signingSecret: process.env.SLACK_SIGNING_SECRET,
    endpoints: ['/slack/interactions'],
    logLevel: bolt.LogLevel.ERROR,
  }),
  // Whose token it would use is not asked of Slack: nothing is sent.
  authorize: async () => ({ botToken: 'xoxb-load', botId: 'B0PARTBOT1', botUserId: 'U0PARTBOT1' }),
  logLevel: bolt.LogLevel.ERROR,
});
app.action(/.*/, async ({ ack }) => ack());
await app.start({ port: Number(process.argv[2]), host: '127.0.0.1' });
