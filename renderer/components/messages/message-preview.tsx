import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import styles from './messages.module.css';
import { sanitizeMessage } from './sanitize-message';

/** The page inside the frame: its own policy lets nothing run or load, whatever the message holds. */
const head = `<!doctype html><html><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
  body { margin: 16px 20px; font: 14px/22px -apple-system, "Segoe UI", Arial, sans-serif; color: #1a1e26; background: #fff; overflow-wrap: anywhere; }
  p { margin: 0 0 12px; } h1, h2, h3 { margin: 0 0 12px; font-size: 16px; line-height: 24px; }
  a { color: #3557d6; text-decoration: underline; } [data-filled] { border-bottom: 1px dashed #525a69; }
  a [data-filled], [data-filled="interview_link"] { color: #3557d6; }
</style></head><body>`;

/** One person's message as a mail program shows it, in a frame that can do nothing. */
export function MessagePreview({ html, title }: { readonly html: string; readonly title: string }) {
  const page = useMemo(() => `${head}${sanitizeMessage(html)}</body></html>`, [html]);
  const frame = useRef<HTMLIFrameElement>(null);
  const isInside = useFocusInside(frame);
  return (
    <iframe
      ref={frame}
      className={styles.frame}
      data-focused={isInside || undefined}
      sandbox=""
      srcDoc={page}
      title={title}
    />
  );
}

/** Whether the focus has gone into a frame: Tab leads there, to scroll it, and `:focus` does not match a frame of another origin. */
function useFocusInside(frame: RefObject<HTMLIFrameElement | null>): boolean {
  const [isInside, setIsInside] = useState(false);
  useEffect(() => {
    const look = () => setIsInside(document.activeElement === frame.current);
    window.addEventListener('blur', look);
    window.addEventListener('focus', look);
    return () => {
      window.removeEventListener('blur', look);
      window.removeEventListener('focus', look);
    };
  }, [frame]);
  return isInside;
}
