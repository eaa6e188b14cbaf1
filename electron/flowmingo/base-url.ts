// Which address a key may be sent to. Only its prefix decides; a loopback address may stand in for it, for practice and tests. No other override.
import { AppError } from '../../shared/errors/app-error';
import { baseUrls, type Environment } from '../../shared/workspaces/workspace';

/** 127.0.0.0/8, localhost and [::1], nothing else: a key sent there does not leave this computer. */
export function isLoopbackUrl(text: string): boolean {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return false;
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  if (url.username !== '' || url.password !== '') return false;
  return url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(url.hostname);
}

/**
 * The base URL for an environment (API guide, 2.2), without a slash at its end. `loopbackUrl` (FLOWMINGO_BASE_URL, or the
 * practice Flowmingo of this process) wins where it is given. Null where there is none: practice that is not running.
 * @throws AppError `workspace/bad-address` where `loopbackUrl` is no loopback address.
 */
export function toBaseUrl(environment: Environment, loopbackUrl: string | null): string | null {
  if (loopbackUrl !== null) {
    if (!isLoopbackUrl(loopbackUrl)) throw new AppError('workspace/bad-address');
    return loopbackUrl.replace(/\/+$/, '');
  }
  return environment === 'practice' ? null : baseUrls[environment];
}
