/** What we accept as a name, a birth, an address, an e-mail address and a telephone number, and why not. */
import { type Done, done, refused } from '../../kernel/answers.ts'
import { addYears, type PlainDate } from '../../kernel/days.ts'
import type { Address, Email, Name, Postcode } from '../types.ts'

export const longestName = 100
export const oldestAge = 120

export type NameRefusal = 'no-name' | 'name-too-long' | 'name-unwritable'
export type BirthRefusal = 'born-in-the-future' | 'born-too-long-ago'
export type PostcodeRefusal = 'no-postcode' | 'not-a-postcode'
export type EmailRefusal = 'no-email' | 'not-an-email'
export type AddressRefusal =
  | 'no-address-line'
  | 'no-town'
  | 'address-too-long'
  | 'address-unwritable'
  | PostcodeRefusal

export const personSays = {
  'no-name': 'Enter a name',
  'name-too-long': `A name must be ${longestName} characters or fewer`,
  'name-unwritable': 'The name holds a character that cannot be shown. Type it again',
  'born-in-the-future': 'The date of birth must be in the past',
  'born-too-long-ago': `The date of birth must be less than ${oldestAge} years ago`,
  'no-postcode': 'Enter the postcode',
  'not-a-postcode': 'Enter a full UK postcode, like LS1 4AP',
  'no-email': 'Enter the e-mail address',
  'not-an-email': 'Enter an e-mail address in the right form, like name@example.com',
  'no-address-line': 'Enter the first line of the address, often the building and street',
  'no-town': 'Enter the town or city',
  'address-too-long': `Each line of the address must be ${longestName} characters or fewer`,
  'address-unwritable': 'The address holds a character that cannot be shown. Type it again',
} as const satisfies Record<
  NameRefusal | BirthRefusal | PostcodeRefusal | EmailRefusal | AddressRefusal,
  string
>

// Controls, and the marks that turn the text around them the other way, would change what stands beside a
// name. The joiners that scripts and emoji need (U+200C, U+200D) and the plain direction marks stay.
const unwritable = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u
const invisible = /[\p{Z}\p{Cf}\p{Cc}\u2800\u3164\uffa0\u115f\u1160]/gu

const plainSpaces = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Zs}\t\r\n]+/gu, ' ')
    .trim()

/** Reads a name in any script, right to left and emoji kept: spaces made single, 1 to 100 characters. */
export function readName(text: string): Done<Name, NameRefusal> {
  if (text.replace(invisible, '') === '') return refused('no-name')
  const name = plainSpaces(text)
  if (!name.isWellFormed() || unwritable.test(name)) return refused('name-unwritable')
  return [...name].length > longestName ? refused('name-too-long') : done(name as Name)
}

/** Why somebody cannot have been born on that day; empty where they can. Today's newborn is born. */
export function whyNotBorn(born: PlainDate, today: PlainDate): readonly BirthRefusal[] {
  if (born > today) return ['born-in-the-future']
  return born < addYears(today, -oldestAge) ? ['born-too-long-ago'] : []
}

// Area letters, district, then one digit and two letters that are never C, I, K, M, O or V (as Royal Mail
// says).
const postcodeShape =
  /^([A-PR-UWYZ](?:[0-9]{1,2}|[A-HK-Y][0-9]{1,2}|[0-9][A-Z]|[A-HK-Y][0-9][A-Z]))([0-9][ABD-HJLNP-UW-Z]{2})$/

/** Reads a UK postcode in any case and spacing: `ls14ap` is LS1 4AP. Whether it is in use is not asked. */
export function readPostcode(text: string): Done<Postcode, PostcodeRefusal> {
  const typed = text.trim().toUpperCase()
  if (typed === '') return refused('no-postcode')
  const plain = typed.replace(/[ \u00a0-]/g, '')
  const found = plain === 'GIR0AA' ? ['', 'GIR', '0AA'] : postcodeShape.exec(plain)
  return found ? done(`${found[1]} ${found[2]}` as Postcode) : refused('not-a-postcode')
}

const local = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const domain = /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/

/**
 * Reads an e-mail address that mail can be sent to. The domain is kept in small letters, the rest as typed.
 */
export function readEmail(text: string): Done<Email, EmailRefusal> {
  const typed = text.trim()
  if (typed === '') return refused('no-email')
  const [name = '', host = '', ...more] = typed.split('@')
  const good =
    more.length === 0 && typed.length <= 254 && name.length <= 64 && local.test(name) && domain.test(host)
  return good ? done(`${name}@${host.toLowerCase()}` as Email) : refused('not-an-email')
}

export type TypedAddress = {
  readonly lines: readonly string[]
  readonly town: string
  readonly postcode: string
}

/**
 * Reads a postal address of one to four lines, town and postcode. Empty lines are left out; all reasons are
 * given.
 */
export function readAddress(typed: TypedAddress): Done<Address, AddressRefusal> {
  const lines = typed.lines.map(plainSpaces).filter(line => line !== '')
  const town = plainSpaces(typed.town)
  const postcode = readPostcode(typed.postcode)
  const because: AddressRefusal[] = []
  if (lines.length === 0) because.push('no-address-line')
  if (town === '') because.push('no-town')
  if (lines.length > 4 || [...lines, town].some(line => [...line].length > longestName))
    because.push('address-too-long')
  if ([...lines, town].some(line => !line.isWellFormed() || unwritable.test(line)))
    because.push('address-unwritable')
  if (!postcode.done) because.push(...postcode.because)
  return postcode.done && because.length === 0
    ? done({ lines, town, postcode: postcode.value })
    : refused(...because)
}

/** The address as lines of a letter. */
export const addressLines = ({ lines, town, postcode }: Address): readonly string[] => [
  ...lines,
  town,
  postcode,
]
