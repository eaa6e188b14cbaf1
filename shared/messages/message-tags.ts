// What a message may be made of. Preview, sending, templates and files let nothing else through (clean-message.ts).

/** Elements that mail programs show alike. No script, style, form, frame or picture: a picture is a request to somebody's server. */
export const allowedMessageTags = [
  'p',
  'br',
  'strong',
  'b',
  'em',
  'i',
  'u',
  'a',
  'ul',
  'ol',
  'li',
  'h1',
  'h2',
  'h3',
  'blockquote',
  'hr',
  'div',
  'span',
] as const;

/** Attributes that the preview keeps. `data-filled` marks what Flowmingo fills in; a message itself has only `href`. */
export const allowedMessageAttributes = ['href', 'data-filled'] as const;

/** Where a link in a message may lead: a page over https, a mail address, or the person's own interview. */
export const allowedMessageLink = /^(?:https:\/\/[^\s"<>]+|mailto:[^\s"<>]+|\{\{interview_link\}\})$/i;
