import { useState } from 'react';
import {
  longestTemplateFile,
  type OfferedTemplate,
  parseTemplateFile,
  templateFileExtension,
} from '../../../shared/messages/template-file';

/** What the file dialog offers. */
export const acceptedTemplateFiles = `.${templateFileExtension}`;
/** A character takes four bytes at most; nothing larger is even read. */
const mostFileBytes = longestTemplateFile * 4;

/** A colleague's file, shown before anything of it is kept. */
export interface OfferedTemplates {
  readonly fileName: string;
  readonly templates: readonly (OfferedTemplate & { readonly place: number })[];
}

/** Reads a colleague's file inside the sandbox: what it offers, or why it is refused. */
export function useTemplateFile(): {
  readonly offered: OfferedTemplates | null;
  readonly refusal: string | null;
  readonly read: (file: File) => void;
  readonly leave: () => void;
} {
  const [offered, setOffered] = useState<OfferedTemplates | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const leave = () => {
    setOffered(null);
    setRefusal(null);
  };
  const read = (file: File) => {
    leave();
    const text =
      file.size > mostFileBytes ? Promise.resolve(' '.repeat(longestTemplateFile + 1)) : file.text();
    text.then(
      (content) => {
        const parsed = parseTemplateFile(content);
        if (parsed.kind === 'refused') setRefusal(parsed.why);
        else
          setOffered({
            fileName: file.name,
            templates: parsed.templates.map((template, place) => ({ ...template, place })),
          });
      },
      () => setRefusal('This file cannot be read. Nothing was taken in. Choose it again.'),
    );
  };
  return { offered, refusal, read, leave };
}
