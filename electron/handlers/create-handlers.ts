// One handler for each channel of the contract; the type makes a missing one an error of the compiler.
import type { RequestHandlers } from '../shell/ipc-router';
import * as appHandlers from './app-handlers';
import * as batchHandlers from './batch-handlers';
import * as draftHandlers from './draft-handlers';
import * as handOverHandlers from './hand-over-handlers';
import type { HandlerContext } from './handler-context';
import * as historyHandlers from './history-handlers';
import * as linkHandlers from './link-handlers';
import * as mappingHandlers from './mapping-handlers';
import * as messageHandlers from './message-handlers';
import * as pictureHandlers from './picture-handlers';
import { createPipelineHandlers } from './pipeline-handlers';
import { createQueueHandlers } from './queue-handlers';
import * as reportHandlers from './report-handlers';
import { saveResults } from './result-handlers';
import * as runHandlers from './run-handlers';
import { showInFolder } from './save-file';
import { createSettingsHandlers } from './settings-handlers';
import * as workspaceHandlers from './workspace-handlers';
import * as writeBackHandlers from './write-back-handlers';

/** The handlers, bound to their context. */
export function createHandlers(context: HandlerContext): RequestHandlers {
  return {
    'app:get-info': () => appHandlers.getInfo(context),
    'app:open-link': (input) => appHandlers.openLink(context, input),
    'app:report-failure': (input) => appHandlers.reportFailure(context, input),
    'app:let-close': () => appHandlers.letClose(context),
    ...createSettingsHandlers(context),
    'drafts:begin-file': (input) => draftHandlers.beginFile(context, input),
    'drafts:add-bytes': (input) => draftHandlers.addBytes(context, input),
    'drafts:create': (input) => draftHandlers.createDraft(context, input),
    'drafts:add-changes': (input) => draftHandlers.addChanges(context, input),
    'drafts:save': (input) => draftHandlers.saveDraft(context, input),
    'drafts:list': () => draftHandlers.listDrafts(context),
    'drafts:open': (input) => draftHandlers.openDraft(context, input),
    'drafts:read-bytes': (input) => draftHandlers.readBytes(context, input),
    'drafts:read-changes': (input) => draftHandlers.readChanges(context, input),
    'drafts:rename': (input) => draftHandlers.renameDraft(context, input),
    'drafts:copy': (input) => draftHandlers.copyDraft(context, input),
    'drafts:delete': (input) => draftHandlers.deleteDraft(context, input),
    'drafts:bring-back': (input) => draftHandlers.bringBackDraft(context, input),
    'workspaces:list': () => workspaceHandlers.listWorkspaces(context),
    'workspaces:check-key': (input) => workspaceHandlers.checkKey(context, input),
    'workspaces:save-key': (input) => workspaceHandlers.saveKey(context, input),
    'workspaces:open-practice': () => workspaceHandlers.openPractice(context),
    'workspaces:switch': (input) => workspaceHandlers.switchWorkspace(context, input),
    'workspaces:forget': (input) => workspaceHandlers.forgetWorkspace(context, input),
    'targets:read-lists': (input) => batchHandlers.readTargetLists(context, input),
    'history:find-invited': (input) => batchHandlers.findInvited(context, input),
    'history:search': (input) => historyHandlers.searchHistory(context, input),
    'history:get-story': (input) => historyHandlers.getStory(context, input),
    'history:get-run': (input) => historyHandlers.getRunFacts(context, input),
    'history:describe-deletion': (input) => historyHandlers.describeDeletion(context, input),
    'history:delete-run': (input) => historyHandlers.deleteRun(context, input),
    'history:bring-back-run': (input) => historyHandlers.bringBackRun(context, input),
    'history:get-retention': () => historyHandlers.getRetention(context),
    'history:preview-retention': (input) => historyHandlers.previewRetention(context, input),
    'history:set-retention': (input) => historyHandlers.setRetention(context, input),
    'history:export': (input) => historyHandlers.exportHistory(context, input),
    'report:make': () => reportHandlers.makeSupportReport(context),
    'report:save': (input) => reportHandlers.saveSupportReport(context, input),
    'links:check': (input) => linkHandlers.checkLinks(context, input),
    'links:stop': (input) => linkHandlers.stopLinks(context, input),
    'mappings:list': () => mappingHandlers.listMappings(context),
    'mappings:remember': (input) => mappingHandlers.rememberMapping(context, input),
    'mappings:list-pipeline': () => mappingHandlers.listPipelineMappings(context),
    'mappings:remember-pipeline': (input) => mappingHandlers.rememberPipelineMapping(context, input),
    'mappings:rename': (input) => mappingHandlers.renameMapping(context, input),
    'mappings:delete': (input) => mappingHandlers.deleteMapping(context, input),
    'mappings:restore': (input) => mappingHandlers.restoreMapping(context, input),
    'mappings:export': (input) => mappingHandlers.exportMappings(context, input),
    'mappings:take-in': (input) => mappingHandlers.takeInMappings(context, input),
    'messages:list-templates': () => messageHandlers.listTemplates(context),
    'messages:save-template': (input) => messageHandlers.saveTemplate(context, input),
    'messages:rename-template': (input) => messageHandlers.renameTemplate(context, input),
    'messages:note-use': (input) => messageHandlers.noteUse(context, input),
    'messages:delete-template': (input) => messageHandlers.deleteTemplate(context, input),
    'messages:restore-template': (input) => messageHandlers.restoreTemplate(context, input),
    'messages:export-templates': (input) => messageHandlers.exportTemplates(context, input),
    'messages:take-in-templates': (input) => messageHandlers.takeInTemplates(context, input),
    'messages:last-used': (input) => messageHandlers.readLastUsed(context, input),
    'batches:begin': (input) => batchHandlers.beginBatch(context, input),
    'batches:add-rows': (input) => batchHandlers.addRows(context, input),
    'batches:start-run': (input) => batchHandlers.startRun(context, input),
    'batches:check-start': (input) => batchHandlers.checkStart(context, input),
    ...createQueueHandlers(context),
    'runs:list': (input) => runHandlers.listRuns(context, input),
    'runs:get': (input) => runHandlers.getRun(context, input),
    'runs:list-rows': (input) => runHandlers.listRows(context, input),
    'runs:list-causes': (input) => runHandlers.listCauses(context, input),
    'runs:pause': (input) => runHandlers.pauseRun(context, input),
    'runs:resume': (input) => runHandlers.resumeRun(context, input),
    'runs:cancel': (input) => runHandlers.cancelRun(context, input),
    'runs:run-again': (input) => runHandlers.runAgain(context, input),
    'runs:list-unsure': (input) => runHandlers.listUnsure(context, input),
    'runs:look-up': (input) => runHandlers.lookUp(context, input),
    'runs:decide-unsure': (input) => runHandlers.decideUnsure(context, input),
    'runs:get-exchange': (input) => runHandlers.getExchange(context, input),
    ...createPipelineHandlers(context),
    'handover:begin-save': (input) => handOverHandlers.beginSave(context, input),
    'handover:add-bytes': (input) => handOverHandlers.addBytes(context, input),
    'handover:take-opened': () => handOverHandlers.takeOpened(context),
    'handover:read-opened': (input) => handOverHandlers.readOpened(context, input),
    'copies:open': (input) => writeBackHandlers.openWriteBack(context, input),
    'copies:list-rows': (input) => writeBackHandlers.listWriteBackRows(context, input),
    'copies:read-source': (input) => writeBackHandlers.readSource(context, input),
    'copies:add-bytes': (input) => writeBackHandlers.addCopyBytes(input),
    'copies:save': (input) => writeBackHandlers.saveCopy(context, input),
    'results:save': (input) => saveResults(context, input),
    'pictures:save': (input) => pictureHandlers.savePicture(context, input),
    'results:show-in-folder': (input) => showInFolder(context, input),
  };
}
