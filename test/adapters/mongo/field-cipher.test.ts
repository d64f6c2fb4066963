import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CipherError, createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';

const cipher = createFieldCipher(randomBytes(32));
const other = createFieldCipher(randomBytes(32));

/** The sealed text with one bit of its byte at `position` turned. */
function damage(sealed: string, position: number): string {
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  const at = position % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return `v1.${bytes.toString('base64url')}`;
}

describe('sealed fields', () => {
  it('any text comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => cipher.open(cipher.seal(text)) === text),
    );
  });

  it('the sealed form does not show the text and differs each time', () => {
    const sealed = cipher.seal('Nguyễn Thị Lan');
    expect(sealed).toMatch(/^v1\.[\w-]+$/);
    expect(Buffer.from(sealed.slice('v1.'.length), 'base64url').includes('Nguyễn')).toBe(false);
    expect(cipher.seal('Nguyễn Thị Lan')).not.toBe(sealed);
  });

  it('one changed bit anywhere is refused', () => {
    const sealed = cipher.seal('0912 345 678');
    fc.assert(
      fc.property(fc.nat(200), (position) => {
        expect(() => cipher.open(damage(sealed, position))).toThrow(CipherError);
      }),
    );
  });

  it.each([
    ['sealed with another key', other.seal('x')],
    ['of an unknown version', cipher.seal('x').replace('v1.', 'v9.')],
    ['cut short', cipher.seal('x').slice(0, 12)],
    ['never sealed', 'Nguyễn Văn A'],
    ['empty', ''],
  ])('a text %s is refused', (_name, sealed) => {
    expect(() => cipher.open(sealed)).toThrow(CipherError);
  });

  it('a data key of another length is refused', () => {
    expect(() => createFieldCipher(randomBytes(16))).toThrow(RangeError);
  });
});

describe('keyed hashes', () => {
  it('are equal for equal values of one purpose only', () => {
    const hash = cipher.keyedHash('resident', 'zalo:1:2');
    expect(cipher.keyedHash('resident', 'zalo:1:2')).toBe(hash);
    expect(cipher.keyedHash('resident', 'zalo:1:3')).not.toBe(hash);
    expect(cipher.keyedHash('other', 'zalo:1:2')).not.toBe(hash);
    expect(other.keyedHash('resident', 'zalo:1:2')).not.toBe(hash);
  });
});

describe('file keys', () => {
  it('open a file after the key was unwrapped', () => {
    const { key, wrapped } = cipher.newFileKey();
    const sealed = key.seal(Buffer.from('bytes of a photo'), 'e1');
    expect(cipher.unwrapFileKey(wrapped).open(sealed, 'e1').toString()).toBe('bytes of a photo');
  });

  it('refuse the bytes of another file and keys wrapped by another data key', () => {
    const { key, wrapped } = cipher.newFileKey();
    const sealed = key.seal(Buffer.from('bytes'), 'e1');
    expect(() => key.open(sealed, 'e2')).toThrow(CipherError);
    expect(() => cipher.newFileKey().key.open(sealed, 'e1')).toThrow(CipherError);
    expect(() => other.unwrapFileKey(wrapped)).toThrow(CipherError);
  });

  it('are never field keys', () => {
    const { wrapped } = cipher.newFileKey();
    expect(() => cipher.open(wrapped)).toThrow(CipherError);
  });
});
