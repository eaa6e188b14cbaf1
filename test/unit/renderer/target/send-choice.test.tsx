import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { SendChoice } from '../../../../renderer/screens/target/parts/send-choice';

const words = (isPractice: boolean, emailCount: number) =>
  renderToStaticMarkup(
    <SendChoice isPractice={isPractice} value={null} emailCount={emailCount} onChange={() => {}} />,
  ).replace(/<[^>]+>/g, ' ');

it('says who gets email, and that in practice it is a made-up one', () => {
  expect(words(false, 5)).toContain(
    '5 people get an email with your message and their link, from Flowmingo.',
  );
  expect(words(true, 1)).toContain('1 person gets a made-up email with your message and their link.');
});
