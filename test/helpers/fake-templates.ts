import type { RequestChannel, RequestInput, RequestOutput } from '../../shared/ipc/contract';
import type { SavedTemplate } from '../../shared/messages/message-template';
import { fakeNowMs } from './fake-runs';

type TemplateChannel = Extract<RequestChannel, `messages:${string}`>;
type TemplateAnswers = {
  [Channel in TemplateChannel]: (input: RequestInput<Channel>) => RequestOutput<Channel>;
};

const dayMs = 86_400_000;

/** Two messages that are kept: one in German with words for people without a name, one in English. */
export const fakeTemplates: readonly SavedTemplate[] = [
  {
    templateId: 'template-fair',
    name: 'Absolventenmesse',
    language: 'de',
    message:
      '<p>Guten Tag {{candidate_name}},</p><p>vielen Dank für das Gespräch auf der Absolventenmesse. Ihr Interview: {{interview_link}}</p>',
    fallbackWords: 'und herzlich willkommen',
    lastUsedAtMs: fakeNowMs - 9 * dayMs,
  },
  {
    templateId: 'template-short',
    name: 'Short, with a link',
    language: null,
    message: '<p>Hello {{candidate_name}}, <a href="{{interview_link}}">your interview</a> is ready.</p>',
    fallbackWords: null,
    lastUsedAtMs: fakeNowMs - 40 * dayMs,
  },
];

/** Answers of everything about kept messages, over a list that changes as the real one does. */
export function makeTemplateAnswers(start: readonly SavedTemplate[] = fakeTemplates): TemplateAnswers {
  let templates: SavedTemplate[] = [...start];
  const list = () => ({ templates });
  return {
    'messages:list-templates': list,
    'messages:save-template': ({ content }) => {
      templates = [
        { ...content, templateId: `template-${content.name}`, lastUsedAtMs: fakeNowMs },
        ...templates.filter(({ name }) => name !== content.name),
      ];
      return list();
    },
    'messages:rename-template': ({ templateId, name, language }) => {
      templates = templates.map((one) => (one.templateId === templateId ? { ...one, name, language } : one));
      return list();
    },
    'messages:note-use': list,
    'messages:delete-template': ({ templateId }) => {
      templates = templates.filter((one) => one.templateId !== templateId);
      return list();
    },
    'messages:restore-template': ({ template }) => {
      templates = [template, ...templates.filter(({ templateId }) => templateId !== template.templateId)];
      return list();
    },
    'messages:export-templates': ({ templateIds }) => ({
      kind: 'saved',
      fileName: 'Flowmingo messages.json',
      count: templateIds.length || templates.length,
    }),
    'messages:take-in-templates': ({ templates: taken }) => {
      const added = taken.map((content) => ({
        ...content,
        templateId: `taken-${content.name}`,
        lastUsedAtMs: fakeNowMs,
      }));
      templates = [...added, ...templates];
      return list();
    },
    'messages:last-used': () => ({ last: null }),
  };
}
