// What a run sends besides the people: target, send_invite and message, from flags. send_invite has no default.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { InviteWork } from '../../shared/hand-over/batch-file';
import { checkMessage } from '../../shared/messages/check-message';
import { toMessageHtml } from '../../shared/messages/message-html';
import { type SavedTemplate, templateKey } from '../../shared/messages/message-template';
import {
  longestFallback,
  type NameFallback,
  parseFallbackWords,
  withWords,
} from '../../shared/messages/name-fallback';
import { flowmingoIdSchema, type InviteOrder, noTarget } from '../../shared/operations/invite-target';
import { toDataDir } from '../context/data-dir';
import { peekTemplates } from '../store/peek-templates';
import { needPlainMessage } from './batch-file';
import type { CliIo } from './cli-io';
import { CliRefusal } from './cli-refusal';
import { parseYesNo, refuseFlags } from './flag-values';
import type { CommandWords } from './parse-arguments';

/** Any tag that a mail could hold: then the file is HTML already. */
const anyTag = /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/i;
/** Four bytes for each of 5,000 characters, and room for a file that is told to be too long in characters. */
const maxMessageBytes = 1_000_000;

/** An order as far as it is said; null for what is left open. */
export type OpenOrder = Pick<InviteWork, 'target' | 'sendInvite' | 'message' | 'nameFallback'>;

/** An order that says everything. `prepared`: what a batch file says where the flags say nothing. @throws CliRefusal */
export async function readOrder(
  words: CommandWords,
  io: CliIo,
  prepared: InviteWork | null = null,
): Promise<InviteOrder> {
  const { target, sendInvite, message, nameFallback } = await readOpenOrder(words, io, prepared);
  if (target.setId === null && target.projectId === null)
    throw new CliRefusal(
      '--set or --project is missing: it says where people are invited to. Nothing was done.',
    );
  if (sendInvite === null)
    throw new CliRefusal(
      '--send-invite yes or no is missing: say whether Flowmingo emails these people. Nothing was done.',
    );
  if (message !== null && !sendInvite)
    io.say('The message of the batch file is not used, since no email is asked for.');
  // Titles of a batch file could say anything; Flowmingo's own are looked up.
  const { setId, projectId, jobPostId } = target;
  return {
    target: { ...noTarget, setId, projectId, jobPostId },
    sendInvite,
    message: sendInvite ? message : null,
    ...(sendInvite && nameFallback !== undefined ? { nameFallback } : {}),
  };
}

/** The same as far as it is said. @throws CliRefusal */
export async function readOpenOrder(
  words: CommandWords,
  io: CliIo,
  prepared: InviteWork | null = null,
): Promise<OpenOrder> {
  const sendText = words.value('send-invite');
  const sendInvite = sendText === null ? (prepared?.sendInvite ?? null) : parseYesNo('send-invite', sendText);
  if (sendInvite === false)
    refuseFlags(
      words,
      ['message-file', 'template', 'name-fallback'],
      'where no email is asked for (--send-invite no)',
    );
  return {
    target: readTarget(words) ?? prepared?.target ?? noTarget,
    sendInvite,
    ...(await readMessage(words, io, prepared, sendInvite)),
  };
}

/** Null where no flag names one. */
function readTarget(words: CommandWords): OpenOrder['target'] | null {
  const setId = toId(words, 'set');
  const projectId = toId(words, 'project');
  const jobPostId = toId(words, 'job-post');
  if (jobPostId !== null && projectId === null)
    throw new CliRefusal('--job-post needs the --project it belongs to. Nothing was done.');
  return setId === null && projectId === null ? null : { ...noTarget, setId, projectId, jobPostId };
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

interface OrderMessage {
  readonly message: string | null;
  readonly nameFallback: NameFallback | undefined;
}

/** The message from a file, a template or else the batch file, checked in every wording that somebody gets. */
async function readMessage(
  words: CommandWords,
  io: CliIo,
  prepared: InviteWork | null,
  sendInvite: boolean | null,
): Promise<OrderMessage> {
  const file = words.value('message-file');
  const templateName = words.value('template');
  if (file !== null && templateName !== null)
    throw new CliRefusal('--message-file and --template cannot both be given. Nothing was done.');
  const template = templateName === null ? null : findTemplate(templateName, io);
  const isPrepared = file === null && template === null && prepared !== null;
  const message = isPrepared
    ? needPlainMessage(prepared)
    : file === null
      ? (template?.message ?? null)
      : await readMessageFile(file);
  const typed = words.value('name-fallback');
  const nameFallback =
    isPrepared && typed === null
      ? prepared.nameFallback
      : withWords(typed === null ? (template?.fallbackWords ?? null) : parseFallback(typed), []);
  if (typed !== null && message === null)
    throw new CliRefusal('--name-fallback needs --message-file or --template. Nothing was done.');
  if (message === null) return { message, nameFallback: undefined };
  if (isPrepared && sendInvite === false) return { message, nameFallback };
  const problems = checkMessage(message, undefined, nameFallback);
  const blocking = problems.filter((problem) => problem.blocking);
  if (blocking.length > 0)
    throw new CliRefusal(`${blocking.map((problem) => problem.message).join(' ')} Nothing was done.`);
  for (const problem of problems) io.say(problem.message);
  return { message, nameFallback };
}

function findTemplate(name: string, io: CliIo): SavedTemplate {
  const templates = peekTemplates(toDataDir(io));
  const found = templates.find((template) => templateKey(template.name) === templateKey(name));
  if (found !== undefined) return found;
  const mostNamed = 10;
  const names = templates.slice(0, mostNamed).map((template) => `“${template.name}”`);
  throw new CliRefusal(
    `There is no message of that name. Nothing was done. ${names.length === 0 ? 'None is kept on this computer yet.' : `There are ${names.join(', ')}${templates.length > mostNamed ? ' and more' : ''}.`}`,
  );
}

function parseFallback(typed: string): string {
  const parsed = parseFallbackWords(typed);
  if (parsed === null)
    throw new CliRefusal(
      `--name-fallback takes 1 to ${longestFallback} characters without braces. Nothing was done.`,
    );
  return parsed;
}

/** The message as HTML: a file with tags is taken as it is, any other is text. */
async function readMessageFile(filePath: string): Promise<string> {
  const text = await readFile(filePath, 'utf8').catch(() => {
    throw new CliRefusal(`${filePath} cannot be read. Nothing was done. Name the file with the message.`);
  });
  if (text.length > maxMessageBytes)
    throw new CliRefusal(
      `${filePath} is too long for a message: Flowmingo takes 5,000 characters. Nothing was done.`,
    );
  const source = text.replace(/^\ufeff/, '').trim();
  const isHtml = /^\.html?$/i.test(path.extname(filePath)) || anyTag.test(source);
  return isHtml ? source : toMessageHtml(source);
}
