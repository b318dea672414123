/** Most characters of an address with port, brackets and zone; longer texts are none. */
const longest = 128;

const octet = /^(?:0|[1-9]\d{0,2})$/;
const group = /^[\da-f]{1,4}$/;

function parseV4(text: string): number[] | null {
  const parts = text.split('.');
  // Leading zeros are refused: whether they mean octal, systems do not agree.
  if (parts.length !== 4 || !parts.every((part) => octet.test(part))) return null;
  const octets = parts.map(Number);
  return octets.every((value) => value <= 255) ? octets : null;
}

/** The groups of one side of `::`, or null. A dotted end counts as two. */
function parseGroups(text: string): number[] | null {
  if (text === '') return [];
  const parts = text.split(':');
  const groups: number[] = [];
  for (const [index, part] of parts.entries()) {
    if (group.test(part)) groups.push(Number.parseInt(part, 16));
    else {
      const v4 = index === parts.length - 1 ? parseV4(part) : null;
      if (v4 === null) return null;
      const [a = 0, b = 0, c = 0, d = 0] = v4;
      groups.push(a * 256 + b, c * 256 + d);
    }
  }
  return groups;
}

function parseV6(text: string): number[] | null {
  const sides = text.split('::');
  if (sides.length > 2) return null;
  const [head = '', tail] = sides;
  const first = parseGroups(head);
  const last = parseGroups(tail ?? '');
  if (first === null || last === null) return null;
  if (tail === undefined) return first.length === 8 ? first : null;
  // A dotted end stands at the end of the whole address only.
  if (head.includes('.')) return null;
  const missing = 8 - first.length - last.length;
  return missing < 1 ? null : [...first, ...Array.from({ length: missing }, () => 0), ...last];
}

/** `[::1]:443`, `192.0.2.1:443`, `fe80::1%eth0`, `"[::1]"` → the address alone. */
function bare(text: string): string {
  const unquoted = text.trim().replace(/^"(.*)"$/, '$1');
  const bracketed = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(unquoted)?.[1];
  const plain = bracketed ?? unquoted.replace(/^([\d.]+):\d{1,5}$/, '$1');
  return plain.replace(/%[\w.-]*$/, '').toLowerCase();
}

function parse(text: string): number[] | null {
  if (text.length > longest) return null;
  const address = bare(text);
  if (!address.includes(':')) return parseV4(address);
  const groups = parseV6(address);
  if (groups === null) return null;
  const [a, b, c, d, e, f, g = 0, h = 0] = groups;
  const mapped = a === 0 && b === 0 && c === 0 && d === 0 && e === 0 && f === 0xffff;
  return mapped ? [g >> 8, g & 255, h >> 8, h & 255] : groups;
}

const hex = (groups: readonly number[]): string =>
  groups.map((value) => value.toString(16)).join(':');

/**
 * An address in the one form in which it is compared: `192.0.2.1`, `2001:db8:0:0:0:0:0:1`. A port, brackets and a zone
 * are left out, and an IPv4 address inside of IPv6 (`::ffff:192.0.2.1`) is the IPv4 address. Null for anything else.
 */
export function canonicalAddress(text: string): string | null {
  const parts = parse(text);
  if (parts === null) return null;
  return parts.length === 4 ? parts.join('.') : hex(parts);
}

/**
 * What tries are counted for: an IPv4 address, or the first 64 bits of an IPv6 address (`2001:db8:0:0::/64`), of which
 * one subscriber has all the rest. However the address is written, the block is the same. Null for what is no address.
 */
export function addressBlock(text: string): string | null {
  const parts = parse(text);
  if (parts === null) return null;
  return parts.length === 4 ? parts.join('.') : `${hex(parts.slice(0, 4))}::/64`;
}
