// messages:* — templates: listed, changed, written for a colleague; and the message that a target got last. A colleague's file is never opened here.
import path from 'node:path';
import { AppError } from '../../shared/errors/app-error';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { cleanMessage } from '../../shared/messages/clean-message';
import { templateFileExtension, toTemplateFile } from '../../shared/messages/template-file';
import { writeWholeFile } from '../workbooks/whole-file';
import type { HandlerContext } from './handler-context';

const fileKind = { name: 'Messages', extension: templateFileExtension };
const suggestedName = 'Flowmingo messages.json';

type TemplateList = RequestOutput<'messages:list-templates'>;

/** Whatever window or file it came from: what could not be sent is not kept. */
function refuseUnclean(message: string): void {
  const { removed } = cleanMessage(message);
  if (removed.length > 0)
    throw new AppError('batch/message-problem', { why: `It holds ${removed.slice(0, 6).join(', ')}.` });
}

export function listTemplates({ ledger }: HandlerContext): TemplateList {
  return { templates: ledger.templates.list() };
}

export function saveTemplate(
  context: HandlerContext,
  { content }: ParsedInput<'messages:save-template'>,
): TemplateList {
  refuseUnclean(content.message);
  context.ledger.templates.save(content, Date.now());
  return listTemplates(context);
}

export function renameTemplate(
  context: HandlerContext,
  { templateId, name, language }: ParsedInput<'messages:rename-template'>,
): TemplateList {
  if (!context.ledger.templates.rename(templateId, name, language))
    throw new AppError('message/name-taken', { name });
  return listTemplates(context);
}

export function noteUse(
  context: HandlerContext,
  { templateId }: ParsedInput<'messages:note-use'>,
): TemplateList {
  context.ledger.templates.noteUse(templateId, Date.now());
  return listTemplates(context);
}

export function deleteTemplate(
  context: HandlerContext,
  { templateId }: ParsedInput<'messages:delete-template'>,
): TemplateList {
  context.ledger.templates.delete(templateId);
  return listTemplates(context);
}

export function restoreTemplate(
  context: HandlerContext,
  { template }: ParsedInput<'messages:restore-template'>,
): TemplateList {
  refuseUnclean(template.message);
  context.ledger.templates.restore(template);
  return listTemplates(context);
}

export async function exportTemplates(
  { ledger, filePicker, documentsFolder }: HandlerContext,
  { templateIds }: ParsedInput<'messages:export-templates'>,
): Promise<RequestOutput<'messages:export-templates'>> {
  const all = ledger.templates.list();
  const chosen =
    templateIds.length === 0 ? all : all.filter(({ templateId }) => templateIds.includes(templateId));
  const filePath = await filePicker.pickSavePath(path.join(documentsFolder, suggestedName), fileKind);
  if (filePath === null) return { kind: 'cancelled' };
  await writeWholeFile(filePath, async (file) => {
    await file.writeFile(toTemplateFile(chosen), 'utf8');
  });
  return { kind: 'saved', fileName: path.basename(filePath), count: chosen.length };
}

export function takeInTemplates(
  context: HandlerContext,
  { templates }: ParsedInput<'messages:take-in-templates'>,
): TemplateList {
  for (const { message } of templates) refuseUnclean(message);
  context.ledger.templates.takeIn(templates, Date.now());
  return listTemplates(context);
}

export function readLastUsed(
  { ledger }: HandlerContext,
  question: ParsedInput<'messages:last-used'>,
): RequestOutput<'messages:last-used'> {
  return { last: ledger.readLastMessage(question) };
}
