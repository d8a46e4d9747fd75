import { randomBytes } from 'node:crypto'
import type { Brand, Id } from './brand.ts'

let random = Buffer.alloc(0)
// Chance comes by the page: a payment run needs a hundred thousand ids.
function sixteenBytes(): Buffer {
  if (random.length < 16) random = randomBytes(4096)
  const taken = random.subarray(0, 16)
  random = random.subarray(16)
  return taken
}

/** A new id, version 7: ids made later sort later. */
export function newId<Name extends string>(at: number = Date.now()): Id<Name> {
  const bytes = sixteenBytes()
  bytes.writeUIntBE(at, 0, 6)
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = bytes.toString('hex')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') as Id<Name>
}

const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** An id out of an address or a form; null where it has not the shape of one. */
export const readId = <Name extends string>(text: string): Id<Name> | null =>
  idShape.test(text) ? (text as Id<Name>) : null

/** What a person reads out on the telephone: `PHB-7K3M-9QT`, the last character checks the others. */
export type Reference = Brand<string, 'reference'>

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function checkCharacter(body: string): string {
  // Weighted by place, modulo the prime 31: one wrong character or two swapped neighbours never pass.
  const sum = [...body].reduce(
    (total, letter, place) => total + (letters.indexOf(letter) % 31) * (place + 2),
    0,
  )
  return letters[sum % 31] ?? '0'
}

/** A new reference of six random characters and a check character. */
export function newReference(): Reference {
  const body = [...randomBytes(6)].map(byte => letters[byte % 31] ?? '0').join('')
  return `PHB-${body.slice(0, 4)}-${body.slice(4)}${checkCharacter(body)}` as Reference
}

/** Reads a reference as people type it (small letters, no hyphens, O for 0); null where the check fails. */
export function readReference(text: string): Reference | null {
  const plain = text
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replace(/^PHB(?=.{7}$)/, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Y]{7}$/.test(plain)) return null
  const body = plain.slice(0, 6)
  return checkCharacter(body) === plain[6]
    ? (`PHB-${body.slice(0, 4)}-${body.slice(4)}${plain[6]}` as Reference)
    : null
}
