/** The polynomial, its bits turned round. */
const POLYNOMIAL = 0xedb88320;

/**
 * Cyclic redundancy check of bytes: another one for every single wrong sign of a text.
 *
 * @see ISO 3309; RFC 1952, §8
 */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? POLYNOMIAL : 0);
  }
  return ~sum >>> 0;
}
