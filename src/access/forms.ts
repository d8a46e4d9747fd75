import { plainDate, readPlainDate } from '../kernel/days.ts'
import { readId } from '../kernel/ids.ts'
import { choice, day, type Field, form, one, optionalDay, text } from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'
import { type Role, roles } from './permissions.ts'
import type { Filter } from './queries/looks.ts'

/** An e-mail address as we take it; null where it is not one. */
export function emailIn(typed: string): string | null {
  const plain = typed.trim()
  const shape = /^[^\s@<>",;:\\()[\]]+@[^\s@.<>",;:\\()[\]]+(\.[^\s@.<>",;:\\()[\]]+)+$/
  return plain.length <= 254 && shape.test(plain) ? plain : null
}

/** A password is taken as typed: it may begin or end with a space. */
const password =
  (missing: string): Field<string> =>
  (typed, name) => {
    const value = typed[name]
    return typeof value === 'string' && value !== '' ? { value: value.slice(0, 200) } : { says: missing }
  }

const newPassword =
  (missing: string): Field<string> =>
  (typed, name) => {
    const value = typed[name]
    if (typeof value !== 'string' || value === '') return { says: missing }
    if ([...value].length < 12) return { says: 'Your password must be 12 characters or more' }
    return [...value].length > 200 ? { says: 'Your password must be 200 characters or fewer' } : { value }
  }

const email: Field<string> = (typed, name) => {
  const value = one(typed, name)
  if (value === '') return { says: 'Enter your e-mail address' }
  const read = emailIn(value)
  return read === null ? { says: 'Enter an e-mail address, like name@example.com' } : { value: read }
}

export const signInForm = form({
  email: text({ missing: 'Enter your e-mail address', most: 254, called: 'Your e-mail address' }),
  password: password('Enter your password'),
})

export const codeForm = form({ code: text({ missing: 'Enter the code', most: 40, called: 'The code' }) })
export const passwordForm = form({ password: password('Enter your password') })
export const newPasswordForm = form({
  'old-password': password('Enter your password now'),
  'new-password': newPassword('Enter a new password'),
})

export const signUpForm = form({
  name: text({ missing: 'Enter your name', most: 200, called: 'Your name' }),
  email,
  password: newPassword('Choose a password'),
})

/** Roles that an administrator gives: not those that everybody has. */
export const givenRoles: readonly Role[] = roles.filter(role => role !== 'visitor' && role !== 'person')

const first = plainDate('2009-01-01')

export const roleForm = form({
  email,
  role: choice(givenRoles, 'Choose a role'),
  organisation: (typed, name) => {
    const value = readId<'organisation'>(one(typed, name))
    return value === null ? { says: 'Choose an organisation' } : { value }
  },
  from: day({ missing: 'Enter the first day', called: 'The first day', from: first }),
  until: optionalDay({ called: 'The last day', from: first }),
})

export const endRoleForm = form({
  until: day({ missing: 'Enter the last day', called: 'The last day', from: first }),
})

export const callForm = form({
  person: (typed, name) => {
    const value = readId<'person'>(one(typed, name))
    return value === null ? { says: 'Choose who called' } : { value }
  },
})

const kinds = ['change', 'look', 'refused'] as const

/** What an auditor asks for, out of an address; anything that cannot be read asks for nothing. */
export function filterIn(query: Typed): Filter {
  const kind = kinds.find(one => one === query['kind']) ?? null
  const dayAt = (name: string) => readPlainDate(one(query, name))
  const actor = one(query, 'actor').slice(0, 200)
  return {
    person: readId(one(query, 'person')),
    actor: actor === '' ? null : actor,
    kind,
    from: dayAt('from'),
    until: dayAt('until'),
  }
}

/** Where to go after signing in: only an address of this site, never another's. */
export function goOn(typed: Typed): string {
  const next = one(typed, 'next')
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(next) && !next.startsWith('/access/sign') ? next : '/home'
}
