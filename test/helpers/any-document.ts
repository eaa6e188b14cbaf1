import fc from 'fast-check';
import type {
  InlineStyle,
  MessageBlock,
  MessageDocument,
  MessageInline,
  MessageList,
} from '../../shared/messages/message-document';
import { placeholderNames } from '../../shared/messages/placeholders';

const links = [
  'https://example.com/a?b=1&c=2',
  'https://example.com/{{candidate_name}}',
  'mailto:jobs@example.com',
  '{{interview_link}}',
];

const anyStyle: fc.Arbitrary<InlineStyle> = fc.record({
  link: fc.option(fc.constantFrom(...links), { freq: 4, nil: null }),
  bold: fc.boolean(),
  italic: fc.boolean(),
});

/** What people type, and what breaks programs: blanks in a row, tags as text, braces, all scripts. */
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    ' ',
    '  ',
    'a  b',
    ' a ',
    '\u00a0',
    '<b>not bold</b>',
    '&amp;',
    '&nbsp;',
    '<script>',
    '{{candidate_name}}',
    '{{candidate',
    '_name}}',
    'Grüße, Nguyễn Thị',
    '🌻',
    '-->',
    '\t',
    '\n',
  ),
);

const anyInline: fc.Arbitrary<MessageInline> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('text' as const), text: anyText, style: anyStyle }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('placeholder' as const),
      name: fc.constantFrom(...placeholderNames),
      style: anyStyle,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('break' as const), style: anyStyle }) },
);

const anyLine = fc.array(anyInline, { maxLength: 6 });

const anyList = (depth: number): fc.Arbitrary<MessageList> =>
  fc.record({
    kind: fc.constant('list' as const),
    isNumbered: fc.boolean(),
    items: fc.array(
      fc.record({
        content: anyLine,
        lists: depth === 0 ? fc.constant([]) : fc.array(anyList(depth - 1), { maxLength: 1 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  });

const anyBlock: fc.Arbitrary<MessageBlock> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('paragraph' as const), content: anyLine }) },
  { weight: 1, arbitrary: anyList(2) },
);

/** Any message that can be written in the editor. */
export const anyDocument: fc.Arbitrary<MessageDocument> = fc.array(anyBlock, { minLength: 1, maxLength: 5 });
