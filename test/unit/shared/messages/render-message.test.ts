import { describe, expect, it } from 'vitest';
import { renderMessage } from '../../../../shared/messages/render-message';

describe('renderMessage', () => {
  it('fills in and marks what Flowmingo fills in', () => {
    expect(
      renderMessage('<p>Dear {{candidate_name}}, {{candidate_name}} at {{company_name}}</p>', {
        candidate_name: 'Minh Anh',
        company_name: 'Northwind',
      }),
    ).toEqual({
      html: '<p>Dear <span data-filled="candidate_name">Minh Anh</span>, <span data-filled="candidate_name">Minh Anh</span> at <span data-filled="company_name">Northwind</span></p>',
      usedPlaceholders: ['candidate_name', 'company_name'],
    });
  });

  it('takes a name for text, whatever it holds', () => {
    const { html } = renderMessage('<p>{{candidate_name}}</p>', {
      candidate_name: `<img src=x onerror="a('b')"> & {{interview_link}} $& $1`,
    });
    expect(html).toBe(
      '<p><span data-filled="candidate_name">&lt;img src=x onerror=&quot;a(&#39;b&#39;)&quot;&gt; &amp; {{interview_link}} $&amp; $1</span></p>',
    );
  });

  it('puts no mark into a tag', () => {
    expect(
      renderMessage('<a href="{{interview_link}}">Start</a>', { interview_link: 'https://x.example/"><b>' })
        .html,
    ).toBe('<a href="https://x.example/&quot;&gt;&lt;b&gt;">Start</a>');
  });

  it('shows the label of what is not known', () => {
    expect(renderMessage('{{interview_link}} {{position_name}}', { position_name: null }).html).toBe(
      '<span data-filled="interview_link">Interview link</span> <span data-filled="position_name">Position</span>',
    );
  });

  it('leaves what is no placeholder as it is written', () => {
    expect(renderMessage('{{ candidate_name }} {x}', { candidate_name: 'A' })).toEqual({
      html: '{{ candidate_name }} {x}',
      usedPlaceholders: [],
    });
  });
});
