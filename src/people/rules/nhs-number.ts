/** The NHS number: ten digits, the last of which checks the others (NHS Data Dictionary: modulus 11). */
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { NhsNumber } from '../types.ts'

export type NhsNumberRefusal = 'no-nhs-number' | 'not-ten-digits' | 'check-digit-wrong'

export const nhsNumberSays = {
  'no-nhs-number': 'Enter the NHS number',
  'not-ten-digits': 'An NHS number has 10 digits, like 999 000 0018',
  'check-digit-wrong': 'This is not an NHS number. Check each digit: one may be wrong, or two may be swapped',
} as const satisfies Record<NhsNumberRefusal, string>

// Spaces or hyphens stand only where people write them: three digits, three, four. Digits are 0 to 9 of
// ASCII.
const written = /^([0-9]{3})([ -]?)([0-9]{3})\2([0-9]{4})$/

/** Reads an NHS number as people write it; spaces around it do not matter. Refuses with the first reason. */
export function readNhsNumber(text: string): Done<NhsNumber, NhsNumberRefusal> {
  const typed = text.trim()
  if (typed === '') return refused('no-nhs-number')
  const found = written.exec(typed)
  if (!found) return refused('not-ten-digits')
  const digits = `${found[1]}${found[3]}${found[4]}`
  return checks(digits) ? done(digits as NhsNumber) : refused('check-digit-wrong')
}

// Weights 10 to 2; 11 less the remainder by 11; eleven counts as nought and ten never occurs.
function checks(digits: string): boolean {
  const sum = [...digits.slice(0, 9)].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}

/** `999 000 0018`: the way it is printed and read out. */
export const sayNhsNumber = (number: NhsNumber): string =>
  `${number.slice(0, 3)} ${number.slice(3, 6)} ${number.slice(6)}`
