import { type TemplateLanguage, templateLanguages } from '../../../shared/messages/message-template';

const names = new Intl.DisplayNames('en-GB', { type: 'language' });

/** "German". */
export function languageName(language: TemplateLanguage): string {
  return names.of(language) ?? language;
}

/** For a choice of languages, by name; '' stands for none said. */
export const languageChoices: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'Not said' },
  ...templateLanguages
    .map((language) => ({ value: language, label: languageName(language) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'en-GB')),
];

/** The language behind a value of `languageChoices`. */
export function toLanguage(value: string | null): TemplateLanguage | null {
  return templateLanguages.find((language) => language === value) ?? null;
}
