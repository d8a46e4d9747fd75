/** Telephone numbers: kept with their country, said as people in the United Kingdom read them out. */
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Telephone } from '../types.ts'

export type TelephoneRefusal = 'no-telephone' | 'not-a-telephone'

export const telephoneSays = {
  'no-telephone': 'Enter the telephone number',
  'not-a-telephone': 'Enter a telephone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192',
} as const satisfies Record<TelephoneRefusal, string>

// The first digits of the national numbering plan (Ofcom); nine digits only where old short numbers live on.
const british = /^(?:[1235789][0-9]{9}|(?:1[0-9]|80|84|50)[0-9]{7})$/

/**
 * Reads a telephone number: a UK one with or without +44, or another country's with its +. Spaces, hyphens,
 * dots and brackets do not matter. Kept as `+44` and the digits.
 */
export function readTelephone(text: string): Done<Telephone, TelephoneRefusal> {
  const typed = text.trim()
  if (typed === '') return refused('no-telephone')
  if (!/^[+(]*[0-9][0-9 ().\u00a0-]*$/.test(typed)) return refused('not-a-telephone')
  const plain = typed.replace(/[^0-9+]/g, '').replace(/^00/, '+')
  const national = plain.startsWith('+44') ? plain.slice(3).replace(/^0/, '') : plain.replace(/^0/, '')
  if (plain.startsWith('+44') || /^0/.test(plain))
    return british.test(national) ? done(`+44${national}` as Telephone) : refused('not-a-telephone')
  return /^\+[1-9][0-9]{6,14}$/.test(plain) ? done(plain as Telephone) : refused('not-a-telephone')
}

/** `020 7946 0018`, `0161 496 0123`, `07700 900982`; numbers of other countries as `+33 142685300`. */
export function sayTelephone(number: Telephone): string {
  if (!number.startsWith('+44')) return number.replace(/^(\+(?:1|7|[2-9][0-9]))/, '$1 ')
  const digits = `0${number.slice(3)}`
  if (/^02/.test(digits)) return digits.replace(/^(...)(....)/, '$1 $2 ')
  if (/^0(?:1[0-9]1|11[0-9]|[389])/.test(digits)) return digits.replace(/^(....)(...)/, '$1 $2 ')
  return digits.replace(/^(.....)/, '$1 ')
}
