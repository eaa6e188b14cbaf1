// Which network addresses anybody on the internet can reach. A link of a stranger's spreadsheet must never lead to any other: not to this
// computer, not into the recruiter's network, not to a cloud's metadata.
import ipaddr from 'ipaddr.js';
import { parseUrl } from '../../shared/operations/parse-url';

/** IPv6 addresses that the internet routes (RFC 4291, 2.4; IANA gives out nothing else). */
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');
/** IPv6 addresses that carry an IPv4 one in their last 32 bits: a network without IPv4 reaches it by them (RFC 6052). */
const translated = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
/** Looks public and is not: Azure's metadata and DNS, in every virtual network (learn.microsoft.com, "What is IP address 168.63.129.16"). */
const metadataAddress = '168.63.129.16';

/**
 * Whether an address is anything but one public host: private, shared, loopback, link-local, multicast, metadata, reserved, a tunnel's,
 * or no address at all. An IPv4 address inside an IPv6 one is judged as the IPv4 address.
 */
export function isSpecialAddress(text: string): boolean {
  const address = parseAddress(text);
  if (address === null) return true;
  if (address.kind() === 'ipv4')
    return address.range() !== 'unicast' || address.toString() === metadataAddress;
  const long = address as ipaddr.IPv6;
  if (long.isIPv4MappedAddress()) return isSpecialAddress(long.toIPv4Address().toString());
  if (long.match(translated)) return isSpecialAddress(long.toByteArray().slice(-4).join('.'));
  return !long.match(globalUnicast) || long.range() !== 'unicast';
}

/** Null for anything that is not spelt as the system spells an address: `127.1` and `fe80::1%eth0` are none. */
function parseAddress(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  // In hexadecimal first: of `::8.8.8.8` the library makes `::ffff:8.8.8.8`, which is another address.
  const host = text.includes(':') ? parseUrl(`https://[${text}]`)?.hostname : undefined;
  return host === undefined ? null : ipaddr.IPv6.parse(host.slice(1, -1));
}
