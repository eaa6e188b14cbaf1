// Keeps every page where it is: no navigation, no new windows, no webviews, no permissions, no network from the window.
import { app, type Session, session, type WebContents } from 'electron';
import { appOrigin } from './app-protocol';

/** Peer connections heed neither the content security policy nor web requests; they heed a proxy, and this one leads nowhere. */
const noWayOut = {
  mode: 'fixed_servers',
  proxyRules: 'http://127.0.0.1:0',
  proxyBypassRules: '<-loopback>',
} as const;

/** What the window may load: its own files, and what it made itself in memory. */
function isOwnAddress(address: string): boolean {
  return (
    address.startsWith(`${appOrigin}/`) ||
    address.startsWith(`blob:${appOrigin}/`) ||
    address.startsWith('data:')
  );
}

/** Applies to every page that this app will ever make. Call once, when the app is ready. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  guardSession(session.defaultSession);
}

function guardContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function guardSession(own: Session): void {
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  own.setPermissionCheckHandler(() => false);
  own.setDevicePermissionHandler(() => false);
  void own.setProxy(noWayOut);
  own.on('will-download', (event) => event.preventDefault());
  own.webRequest.onBeforeRequest((details, answer) => {
    const isInspector = !app.isPackaged && details.url.startsWith('devtools:');
    answer({ cancel: !isOwnAddress(details.url) && !isInspector });
  });
}
