import DOMPurify from 'dompurify';
import {
  allowedMessageAttributes,
  allowedMessageLink,
  allowedMessageTags,
} from '../../../shared/messages/message-tags';

const purifier = DOMPurify(window);

// In the preview a link leads nowhere; where it would lead stands in its title.
purifier.addHook('afterSanitizeAttributes', (element) => {
  const address = element.getAttribute('href');
  if (address === null) return;
  element.removeAttribute('href');
  element.setAttribute('title', address);
});

/**
 * The preview's second wall, after `cleanMessage`: by another author, and it also takes the links' addresses out of reach, since
 * in a preview nothing may lead away. What comes in is clean already, so nothing else changes.
 */
export function sanitizeMessage(html: string): string {
  return purifier.sanitize(html, {
    ALLOWED_TAGS: [...allowedMessageTags],
    ALLOWED_ATTR: [...allowedMessageAttributes],
    ALLOWED_URI_REGEXP: allowedMessageLink,
    // Its value is a placeholder's name, not an address.
    ADD_URI_SAFE_ATTR: ['data-filled'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
  });
}
