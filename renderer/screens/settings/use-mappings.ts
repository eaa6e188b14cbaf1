import { useCallback, useState } from 'react';
import { mappingFileExtension, parseMappingFile } from '../../../shared/mappings/mapping-file';
import type { SavedMapping, SharedMapping } from '../../../shared/mappings/saved-mapping';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';
import { type Asked, useAsked } from '../../components/use-asked';

/** What was done last, so that it can be said and, where it was a deletion, taken back. */
export type MappingsDone =
  | { readonly kind: 'deleted'; readonly mapping: SavedMapping }
  | { readonly kind: 'saved'; readonly fileName: string; readonly count: number }
  | { readonly kind: 'taken-in'; readonly count: number }
  | { readonly kind: 'refused'; readonly why: string };

/** A colleague's file, shown before anything of it is kept. */
export interface OfferedMappings {
  readonly fileName: string;
  readonly mappings: readonly SharedMapping[];
}

/** What the file dialog offers. */
export const acceptedMappingFiles = `.${mappingFileExtension}`;
/** What a file of mappings takes at most in bytes is far below; nothing larger is even read. */
const mostFileBytes = 24_000_000;

const list = () => bridge.ask('mappings:list', {}).then(({ mappings }) => mappings);

/** The remembered mappings with everything that can be done to them. */
export function useMappings(): {
  asked: Asked<SavedMapping[]>;
  failure: BridgeFailure | null;
  done: MappingsDone | null;
  offered: OfferedMappings | null;
  closeFailure: () => void;
  askAgain: () => void;
  rename: (mappingId: string, name: string | null) => void;
  remove: (mapping: SavedMapping) => void;
  restore: (mapping: SavedMapping) => void;
  exportThem: (mappingIds: string[]) => void;
  readFile: (file: File) => void;
  takeIn: (offered: OfferedMappings) => void;
  leaveOffered: () => void;
} {
  const { asked, askAgain, setValue } = useAsked(list);
  const [failure, setFailure] = useState<BridgeFailure | null>(null);
  const [done, setDone] = useState<MappingsDone | null>(null);
  const [offered, setOffered] = useState<OfferedMappings | null>(null);

  const change = useCallback(
    (answer: Promise<{ mappings: SavedMapping[] }>, after: MappingsDone | null) => {
      setFailure(null);
      answer.then(
        ({ mappings }) => {
          setValue(mappings);
          setDone(after);
        },
        (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
      );
    },
    [setValue],
  );

  const readFile = (file: File) => {
    setDone(null);
    setOffered(null);
    const text = file.size > mostFileBytes ? Promise.resolve('') : file.text();
    text.then(
      (read) => {
        const parsed = parseMappingFile(read);
        if (parsed.kind === 'refused') setDone(parsed);
        else setOffered({ fileName: file.name, mappings: parsed.mappings });
      },
      () =>
        setDone({ kind: 'refused', why: 'This file cannot be read. Nothing was taken in. Choose it again.' }),
    );
  };

  return {
    asked,
    failure,
    done,
    offered,
    closeFailure: () => setFailure(null),
    askAgain,
    rename: (mappingId, name) => change(bridge.ask('mappings:rename', { mappingId, name }), null),
    remove: (mapping) =>
      change(bridge.ask('mappings:delete', { mappingId: mapping.mappingId }), { kind: 'deleted', mapping }),
    restore: (mapping) => change(bridge.ask('mappings:restore', { mapping }), null),
    exportThem: (mappingIds) => {
      setFailure(null);
      bridge.ask('mappings:export', { mappingIds }).then(
        (answer) => {
          if (answer.kind === 'saved') setDone(answer);
        },
        (thrown: unknown) => setFailure(toBridgeFailure(thrown)),
      );
    },
    readFile,
    takeIn: ({ mappings }) => {
      setOffered(null);
      change(bridge.ask('mappings:take-in', { mappings: [...mappings] }), {
        kind: 'taken-in',
        count: mappings.length,
      });
    },
    leaveOffered: () => setOffered(null),
  };
}
