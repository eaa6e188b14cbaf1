// Turns a link's host into addresses, and lets none through that is not public. Checking and connecting are one step: the socket gets the
// addresses that were checked and no others, so a name that changes its answer in between (DNS rebinding) gains nothing.
import dns from 'node:dns';
import net from 'node:net';
import { isSpecialAddress } from './special-address';

/** All addresses of a host, as `dns.lookup` gives them with `all`. */
export type LookUpAll = (host: string) => Promise<readonly dns.LookupAddress[]>;

/** The system's way: its hosts file, its resolver, its VPN. */
export const lookUpBySystem: LookUpAll = (host) => dns.promises.lookup(host, { all: true });

/** The code of the error that stands for an address which must not be reached. */
export const specialAddressCode = 'ESPECIALADDRESS';

export interface AddressGuard {
  readonly lookUp: LookUpAll;
  /** Whether a link may lead to this address. */
  readonly isAllowed: (address: string) => boolean;
}

/** Public addresses only. */
export const publicOnly: AddressGuard = {
  lookUp: lookUpBySystem,
  isAllowed: (address) => !isSpecialAddress(address),
};

/**
 * The addresses of a host, all of them allowed. One that is not refuses the host as a whole: a name that is public and private at once
 * is a trick, or a mistake.
 * @throws an error with `specialAddressCode`, or the resolver's own.
 */
export async function findAllowedAddresses(
  host: string,
  { lookUp, isAllowed }: AddressGuard,
): Promise<readonly dns.LookupAddress[]> {
  const family = net.isIP(host);
  const addresses = family === 0 ? await lookUp(host) : [{ address: host, family }];
  if (addresses.length === 0) throw withCode('ENOTFOUND');
  if (!addresses.every(({ address }) => isAllowed(address))) throw withCode(specialAddressCode);
  return addresses;
}

/** What `net.connect` asks instead of the system's resolver. It is not asked for a host that is an address already. */
export function createGuardedLookup(guard: AddressGuard): net.LookupFunction {
  return (host, options, answer) => {
    findAllowedAddresses(host, guard).then(
      (addresses) => {
        if (options.all === true) return answer(null, [...addresses]);
        const [first] = addresses as readonly [dns.LookupAddress];
        answer(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => answer(error, ''),
    );
  };
}

function withCode(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error(code), { code });
}
