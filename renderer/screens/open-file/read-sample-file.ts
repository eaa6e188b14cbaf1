import sample from '../../public/samples/graduate-fair.xlsx?url&inline';
import type { FileSource } from './use-open-file';

/** The sample file: 250 invented people. It travels inside the bundle, so that nothing has to be fetched. */
export function readSampleFile(): FileSource {
  const base64 = sample.slice(sample.indexOf(',') + 1);
  return {
    fileName: 'Graduate fair (sample).xlsx',
    source: Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
  };
}
