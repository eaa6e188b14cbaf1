// mappings:* — the remembered mappings: listed, changed, written for a colleague. A colleague's file is never opened here.
import path from 'node:path';
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import { mappingFileExtension, toMappingFile } from '../../shared/mappings/mapping-file';
import { writeWholeFile } from '../workbooks/whole-file';
import type { HandlerContext } from './handler-context';

const fileKind = { name: 'Column mappings', extension: mappingFileExtension };
const suggestedName = 'Flowmingo column mappings.json';

export function listMappings({ ledger }: HandlerContext): RequestOutput<'mappings:list'> {
  return { mappings: ledger.mappings.list() };
}

export function rememberMapping(
  { ledger }: HandlerContext,
  { content }: ParsedInput<'mappings:remember'>,
): Record<string, never> {
  ledger.mappings.remember(content, Date.now());
  return {};
}

export function listPipelineMappings({ ledger }: HandlerContext): RequestOutput<'mappings:list-pipeline'> {
  return { mappings: ledger.pipelineMappings.list() };
}

export function rememberPipelineMapping(
  { ledger }: HandlerContext,
  { mapping }: ParsedInput<'mappings:remember-pipeline'>,
): Record<string, never> {
  ledger.pipelineMappings.remember(mapping, Date.now());
  return {};
}

export function renameMapping(
  context: HandlerContext,
  { mappingId, name }: ParsedInput<'mappings:rename'>,
): RequestOutput<'mappings:list'> {
  context.ledger.mappings.rename(mappingId, name);
  return listMappings(context);
}

export function deleteMapping(
  context: HandlerContext,
  { mappingId }: ParsedInput<'mappings:delete'>,
): RequestOutput<'mappings:list'> {
  context.ledger.mappings.delete(mappingId);
  return listMappings(context);
}

export function restoreMapping(
  context: HandlerContext,
  { mapping }: ParsedInput<'mappings:restore'>,
): RequestOutput<'mappings:list'> {
  context.ledger.mappings.restore(mapping);
  return listMappings(context);
}

export async function exportMappings(
  { ledger, filePicker, documentsFolder }: HandlerContext,
  { mappingIds }: ParsedInput<'mappings:export'>,
): Promise<RequestOutput<'mappings:export'>> {
  const all = ledger.mappings.list();
  const chosen =
    mappingIds.length === 0 ? all : all.filter(({ mappingId }) => mappingIds.includes(mappingId));
  const filePath = await filePicker.pickSavePath(path.join(documentsFolder, suggestedName), fileKind);
  if (filePath === null) return { kind: 'cancelled' };
  await writeWholeFile(filePath, async (file) => {
    await file.writeFile(toMappingFile(chosen), 'utf8');
  });
  return { kind: 'saved', fileName: path.basename(filePath), count: chosen.length };
}

export function takeInMappings(
  context: HandlerContext,
  { mappings }: ParsedInput<'mappings:take-in'>,
): RequestOutput<'mappings:list'> {
  context.ledger.mappings.takeIn(mappings, Date.now());
  return listMappings(context);
}
