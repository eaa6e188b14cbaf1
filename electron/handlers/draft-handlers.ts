// drafts:* — batches in the making: kept step by step, listed, opened again, renamed, copied, deleted and brought back.
import type { DraftSummary } from '../../shared/drafts/draft';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import type { HandlerContext } from './handler-context';

export async function beginFile(
  { drafts }: HandlerContext,
  { sha256, sizeBytes }: ParsedInput<'drafts:begin-file'>,
): Promise<RequestOutput<'drafts:begin-file'>> {
  return { heldBytes: await drafts.files.begin(sha256, sizeBytes) };
}

export async function addBytes(
  { drafts }: HandlerContext,
  { sha256, offset, bytes }: ParsedInput<'drafts:add-bytes'>,
): Promise<RequestOutput<'drafts:add-bytes'>> {
  return { heldBytes: await drafts.files.add(sha256, offset, bytes) };
}

export async function createDraft(
  context: HandlerContext,
  input: ParsedInput<'drafts:create'>,
): Promise<RequestOutput<'drafts:create'>> {
  return changed(context, await context.drafts.create(input));
}

export function addChanges(
  { drafts }: HandlerContext,
  { draftId, journalId, fromPart, parts }: ParsedInput<'drafts:add-changes'>,
): RequestOutput<'drafts:add-changes'> {
  return { partCount: drafts.store.addChanges(draftId, journalId, fromPart, parts) };
}

export function saveDraft(
  context: HandlerContext,
  { draftId, state }: ParsedInput<'drafts:save'>,
): RequestOutput<'drafts:save'> {
  return changed(context, context.drafts.store.save(draftId, state));
}

export function listDrafts({ drafts }: HandlerContext): RequestOutput<'drafts:list'> {
  return { drafts: drafts.store.list() };
}

export async function openDraft(
  { drafts }: HandlerContext,
  { draftId }: ParsedInput<'drafts:open'>,
): Promise<RequestOutput<'drafts:open'>> {
  return drafts.open(draftId);
}

export async function readBytes(
  { drafts }: HandlerContext,
  { draftId, offset }: ParsedInput<'drafts:read-bytes'>,
): Promise<RequestOutput<'drafts:read-bytes'>> {
  return { bytes: await drafts.readBytes(draftId, offset) };
}

export function readChanges(
  { drafts }: HandlerContext,
  { draftId, journalId, fromPart }: ParsedInput<'drafts:read-changes'>,
): RequestOutput<'drafts:read-changes'> {
  return { parts: drafts.store.readChanges(draftId, journalId, fromPart) };
}

export function renameDraft(
  context: HandlerContext,
  { draftId, name }: ParsedInput<'drafts:rename'>,
): RequestOutput<'drafts:rename'> {
  return changed(context, context.drafts.store.rename(draftId, name));
}

export function copyDraft(
  context: HandlerContext,
  { draftId }: ParsedInput<'drafts:copy'>,
): RequestOutput<'drafts:copy'> {
  return changed(context, context.drafts.copy(draftId));
}

export function deleteDraft(
  context: HandlerContext,
  { draftId }: ParsedInput<'drafts:delete'>,
): RequestOutput<'drafts:delete'> {
  context.drafts.delete(draftId);
  context.pushDraftsChanged();
  return {};
}

export function bringBackDraft(
  context: HandlerContext,
  { draftId }: ParsedInput<'drafts:bring-back'>,
): RequestOutput<'drafts:bring-back'> {
  return changed(context, context.drafts.bringBack(draftId));
}

function changed(context: HandlerContext, draft: DraftSummary): { draft: DraftSummary } {
  context.pushDraftsChanged();
  return { draft };
}
