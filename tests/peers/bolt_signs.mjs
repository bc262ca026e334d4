// Signs its input and makes sure that Bolt takes it. node bolt_signs.mjs SECRET TIMESTAMP < BODY
import { createHmac } from 'node:crypto';
import { text } from 'node:stream/consumers';
import bolt from '@slack/bolt';

const [signingSecret, timestamp] = process.argv.slice(2);
const body = await text(process.stdin);
const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
bolt.verifySlackRequest({ signingSecret, body, headers: { 'x-slack-signature': signature, 'x-slack-request-timestamp': Number(timestamp) } });
console.log(signature);
