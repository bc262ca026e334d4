// An app on Slack's own framework that takes whatever is signed with its secret, and says what it heard. node bolt_listens.mjs PORT
import bolt from '@slack/bolt';

const app = new bolt.App({
  receiver: new bolt.HTTPReceiver({
    signingSecret: process.env.SLACK_SIGNING_SECRET,
    endpoints: ['/slack/events', '/slack/interactions', '/slack/commands'],
    logLevel: bolt.LogLevel.ERROR,
  }),
  // Whose token it would use is not asked of Slack: nothing is sent.
  authorize: async () => ({ botToken: 'xoxb-unused', botId: 'B0PARTBOT1', botUserId: 'U0PARTBOT1' }),
  logLevel: bolt.LogLevel.ERROR,
});
app.message(async ({ message }) => console.log(`message: ${message.text}`));
app.event('app_home_opened', async ({ event }) => console.log(`home: ${event.user}`));
app.command(/.*/, async ({ command, ack }) => {
  console.log(`command: ${command.text}`);
  await ack();
});
await app.start({ port: Number(process.argv[2]), host: '127.0.0.1' });
