import { useCallback, useState } from 'react';
import type {
  SavedTemplate,
  TemplateContent,
  TemplateLanguage,
} from '../../../shared/messages/message-template';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { type Asked, useAsked } from '../use-asked';

type TemplateList = { readonly templates: SavedTemplate[] };

export interface Templates {
  readonly asked: Asked<SavedTemplate[]>;
  readonly failure: BridgeFailure | null;
  readonly closeFailure: () => void;
  readonly askAgain: () => void;
  /** Each answers whether it was done; a failure is shown by `failure`. */
  readonly save: (content: TemplateContent) => Promise<boolean>;
  readonly rename: (templateId: string, name: string, language: TemplateLanguage | null) => Promise<boolean>;
  readonly noteUse: (templateId: string) => Promise<boolean>;
  readonly remove: (templateId: string) => Promise<boolean>;
  readonly restore: (template: SavedTemplate) => Promise<boolean>;
  readonly takeIn: (templates: TemplateContent[]) => Promise<boolean>;
  /** How many were saved under which name; null where nobody wanted it after all, or it failed. */
  readonly exportThem: (templateIds: string[]) => Promise<{ fileName: string; count: number } | null>;
}

const list = () => bridge.ask('messages:list-templates', {}).then(({ templates }) => templates);

/** The message templates with everything that can be done to them. */
export function useTemplates(): Templates {
  const { asked, askAgain, setValue } = useAsked(list);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);

  const fail = useCallback((thrown: unknown) => setFailure(toBridgeFailure(thrown)), []);
  const change = useCallback(
    async (answer: Promise<TemplateList>): Promise<boolean> => {
      setFailure(null);
      try {
        setValue((await answer).templates);
        return true;
      } catch (thrown) {
        fail(thrown);
        return false;
      }
    },
    [setValue, fail],
  );

  return {
    asked,
    failure,
    closeFailure: () => setFailure(null),
    askAgain,
    save: (content) => change(bridge.ask('messages:save-template', { content })),
    rename: (templateId, name, language) =>
      change(bridge.ask('messages:rename-template', { templateId, name, language })),
    noteUse: (templateId) => change(bridge.ask('messages:note-use', { templateId })),
    remove: (templateId) => change(bridge.ask('messages:delete-template', { templateId })),
    restore: (template) => change(bridge.ask('messages:restore-template', { template })),
    takeIn: (templates) => change(bridge.ask('messages:take-in-templates', { templates })),
    exportThem: async (templateIds) => {
      setFailure(null);
      try {
        const answer = await bridge.ask('messages:export-templates', { templateIds });
        return answer.kind === 'saved' ? answer : null;
      } catch (thrown) {
        fail(thrown);
        return null;
      }
    },
  };
}
