// What a run sends besides the people: target, send_invite and message, from flags. send_invite has no default.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkMessage } from '../../shared/messages/check-message';
import { toMessageHtml } from '../../shared/messages/message-html';
import { flowmingoIdSchema, type InviteOrder } from '../../shared/operations/invite-target';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { parseYesNo } from './flag-values';
import type { CommandWords } from './parse-arguments';

/** Any tag that a mail could hold: then the file is HTML already. */
const anyTag = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i;
/** Four bytes for each of 5,000 characters, and room for a file that is told to be too long in characters. */
const maxMessageBytes = 1_000_000;

/** @throws CliRefusal */
export async function readOrder(words: CommandWords, io: CliIo): Promise<InviteOrder> {
  if (words.need('operation') !== 'invite')
    throw new CliRefusal('--operation takes invite, add, move, reject or changes. Nothing was done.');
  const setId = toId(words, 'set');
  const projectId = toId(words, 'project');
  const jobPostId = toId(words, 'job-post');
  if (setId === null && projectId === null)
    throw new CliRefusal(
      '--set or --project is missing: it says where people are invited to. Nothing was done.',
    );
  if (jobPostId !== null && projectId === null)
    throw new CliRefusal('--job-post needs the --project it belongs to. Nothing was done.');
  const sendText = words.value('send-invite');
  if (sendText === null)
    throw new CliRefusal(
      '--send-invite yes or no is missing: say whether Flowmingo emails these people. Nothing was done.',
    );
  const sendInvite = parseYesNo('send-invite', sendText);
  const messageFile = words.value('message-file');
  const message = messageFile === null ? null : await readMessage(messageFile, io);
  if (message !== null && !sendInvite) io.say('The message is not used, since --send-invite is no.');
  return {
    target: { setId, setTitle: null, projectId, projectTitle: null, jobPostId, jobPostTitle: null },
    sendInvite,
    message: sendInvite ? message : null,
  };
}

function toId(words: CommandWords, flag: string): string | null {
  const text = words.value(flag);
  if (text === null) return null;
  const id = flowmingoIdSchema.safeParse(text);
  if (!id.success)
    throw new CliRefusal(
      `--${flag} takes the id that Flowmingo shows, at most 100 characters. Nothing was done.`,
    );
  return id.data;
}

/** The message as HTML: a file with tags is taken as it is, any other is text. */
async function readMessage(filePath: string, io: CliIo): Promise<string> {
  const text = await readFile(filePath, 'utf8').catch(() => {
    throw new CliRefusal(`${filePath} cannot be read. Nothing was done. Name the file with the message.`);
  });
  if (text.length > maxMessageBytes)
    throw new CliRefusal(
      `${filePath} is too long for a message: Flowmingo takes 5,000 characters. Nothing was done.`,
    );
  const source = text.replace(/^\ufeff/, '').trim();
  const isHtml = /^\.html?$/i.test(path.extname(filePath)) || anyTag.test(source);
  const html = isHtml ? source : toMessageHtml(source);
  const problems = checkMessage(html);
  const blocking = problems.filter((problem) => problem.blocking);
  if (blocking.length > 0)
    throw new CliRefusal(`${blocking.map((problem) => problem.message).join(' ')} Nothing was done.`);
  for (const problem of problems) io.say(problem.message);
  return html;
}
