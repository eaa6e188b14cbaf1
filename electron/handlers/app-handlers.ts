// app:* — what the app knows of itself, the two links it may open, failures of the window, and its closing.
import type { ParsedInput, RequestOutput } from '../../shared/ipc/contract';
import type { HandlerContext } from './handler-context';

/** The only addresses that the window can ask for, by name. */
const links: Readonly<Record<ParsedInput<'app:open-link'>['link'], string>> = {
  'api-keys': 'https://team.flowmingo.ai/',
  flowmingo: 'https://flowmingo.ai/',
};

export function getInfo(context: HandlerContext): RequestOutput<'app:get-info'> {
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  return {
    version: context.version,
    platform,
    keychainName: context.keyStore.name,
    keychainAvailable: context.keyStore.keptIn === 'keychain',
    electronVersion: context.electronVersion,
    notices: [...context.startUpNotices],
  };
}

export async function openLink(
  context: HandlerContext,
  { link }: ParsedInput<'app:open-link'>,
): Promise<Record<string, never>> {
  await context.openExternal(links[link]);
  return {};
}

export function letClose(context: HandlerContext): RequestOutput<'app:let-close'> {
  context.letWindowClose();
  return {};
}

export function reportFailure(
  context: HandlerContext,
  { text }: ParsedInput<'app:report-failure'>,
): RequestOutput<'app:report-failure'> {
  return { reference: context.log.failure('window', new Error(text)) };
}
