import { describe, expect, test } from 'vitest';
import { parseHeaderPairs, readNumberFlag } from '../../../../electron/cli/flag-values';
import { type CommandForm, parseArguments } from '../../../../electron/cli/parse-arguments';
import { refuseKeys } from '../../../../electron/cli/refuse-keys';
import { inviteFields } from '../../../../shared/operations/field';

const form: CommandForm = {
  name: 'run',
  operands: ['FILE'],
  flags: { json: 'switch', set: 'value', map: 'values', concurrency: 'value' },
};

describe('words of a command', () => {
  test('flags and operands in any order, values behind a blank or an equals sign', () => {
    const words = parseArguments(form, [
      '--set=a=b',
      'people.csv',
      '--map',
      'E-Mail=email',
      '--json',
      '--map',
      'Name=fullname',
    ]);
    expect(words.operands).toEqual(['people.csv']);
    expect([words.value('set'), words.has('json'), words.value('concurrency')]).toEqual(['a=b', true, null]);
    expect(words.values('map')).toEqual(['E-Mail=email', 'Name=fullname']);
  });

  test('after two dashes everything is an operand', () => {
    expect(parseArguments(form, ['--', '--odd.csv']).operands).toEqual(['--odd.csv']);
  });

  test.each([
    [['a.csv', '--nope=secret'], 'There is no flag --nope.'],
    [['a.csv', '--constructor', 'x'], 'There is no flag --constructor.'],
    [['a.csv', '-v'], 'There is no flag -v.'],
    [['a.csv', '--set'], '--set needs a value.'],
    [['a.csv', '--set', '--json'], '--set needs a value.'],
    [['a.csv', '--set='], '--set needs a value.'],
    [['a.csv', '--set', '1', '--set', '2'], '--set was given twice.'],
    [['a.csv', '--json=yes'], '--json takes no value.'],
    [['--json'], 'FILE is missing.'],
    [['a.csv', 'b.csv'], 'there is one word more'],
  ])('%j is refused with a sentence, which never repeats a value', (words, sentence) => {
    expect(() => parseArguments(form, words)).toThrow(sentence);
    expect(() => parseArguments(form, words)).not.toThrow('secret');
  });

  test('a flag that is needed', () => {
    expect(() => parseArguments(form, ['a.csv']).need('set')).toThrow('--set is missing.');
  });
});

test.each(['0', '17', '4.5', '-1', '1e1', 'four', ' 4'])('a concurrency of %j is refused', (text) => {
  const words = parseArguments(form, ['a.csv', `--concurrency=${text}`]);
  expect(() => readNumberFlag(words, 'concurrency', 1, 16)).toThrow(
    '--concurrency takes a whole number from 1 to 16.',
  );
});

describe('pairs of header and field', () => {
  test('the field stands behind the last equals sign', () => {
    expect(parseHeaderPairs(['a=b=email', 'C=cv_link'], inviteFields)).toEqual([
      { header: 'a=b', field: 'email' },
      { header: 'C', field: 'cv_link' },
    ]);
  });
  test.each([[['email']], [['=email']], [['X=phone']], [['A=email', 'B=email']]])(
    '%j is refused',
    (texts) => {
      expect(() => parseHeaderPairs(texts, inviteFields)).toThrow(/--map/);
    },
  );
});

test('a word that holds a key is refused without being repeated; a key’s shown part alone is none', () => {
  for (const word of [
    'fl_live_abcd12345.n8G3zPNw9gWkK1Kj',
    '--key=fl_pre_abcd12345.n8G3zPNw9gWkK1Kj',
    'x fl_practice_a.b1',
  ]) {
    expect(() => refuseKeys(['run', word])).toThrow('A key must not stand on a command line');
    expect(() => refuseKeys(['run', word])).not.toThrow(/n8G3|b1/);
  }
  refuseKeys(['run', 'fl_live_abcd12345', 'file.fl_live.csv']);
});
