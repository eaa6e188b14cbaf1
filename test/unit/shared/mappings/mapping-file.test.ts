import { describe, expect, it } from 'vitest';
import { parseMappingFile, toMappingFile } from '../../../../shared/mappings/mapping-file';
import { fakeMappings } from '../../../helpers/fake-mappings';

const text = toMappingFile(fakeMappings);
type Loose = { mappings: Record<string, unknown>[] } & Record<string, unknown>;
const changed = (change: (file: Loose) => void): string => {
  const file = JSON.parse(text) as Loose;
  change(file);
  return JSON.stringify(file);
};

describe('a file of mappings', () => {
  it('says to a colleague what it says here, and nothing of this computer', () => {
    const parsed = parseMappingFile(`\ufeff${text}`);
    expect(parsed).toEqual({
      kind: 'read',
      mappings: fakeMappings.map(({ mappingId: _, lastUsedAtMs: __, ...shared }) => shared),
    });
    expect(text).not.toContain('mapping-fair');
    expect(text).not.toContain('lastUsed');
  });

  const first = (file: Loose) => file.mappings[0] ?? {};
  it.each<[string, string]>([
    ['no JSON', 'Name;Email\nAnna;anna@example.com'],
    ['other JSON', '{"a": 1}'],
    ['a list', '[]'],
    ['nothing', ''],
    ['no mapping', changed((file) => (file.mappings = []))],
    ['too many', changed((file) => (file.mappings = Array.from({ length: 201 }, () => first(file))))],
    ['a key more', changed((file) => (file.note = 'hello'))],
    ['a key more inside', changed((file) => (first(file).people = ['Anna']))],
    ['a key that programs trip over', text.replace('"name":', '"__proto__": {"a": 1}, "name":')],
    ['an unknown field', text.replace('"email"', '"password"')],
    ['a field twice', text.replace('"cv_link"', '"email"')],
    ['a whole name beside its parts', text.replace('"cv_link"', '"firstname"')],
    ['a column that is not in the header', text.replace('"header": "CV"', '"header": "Resume"')],
    ['a column that is not there twice', text.replace('"occurrence": 1', '"occurrence": 2')],
    ['a header that is an address', text.replaceAll('"Telefon"', '"anna@example.com"')],
    ['a header that is a link', text.replaceAll('"Telefon"', '"https://example.com"')],
    ['an endless header', text.replaceAll('Telefon', 'T'.repeat(301))],
    ['an endless name', text.replace('Graduate fairs', 'G'.repeat(81))],
  ])('is refused whole: %s', (_what, broken) => {
    expect(parseMappingFile(broken)).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('Nothing was taken in.'),
    });
  });

  it('says what is the matter with a newer and with a huge file', () => {
    expect(parseMappingFile(changed((file) => (file.version = 2)))).toMatchObject({
      why: expect.stringContaining('newer Flowmingo Batch'),
    });
    expect(parseMappingFile(' '.repeat(8_000_001))).toMatchObject({
      why: expect.stringContaining('too large'),
    });
  });
});
