import type { Actor } from '../../platform/doing.ts'

/** Roles that approve and oversee: they need what a payment was for, and not whom it went to. */
const categoryOnly: readonly string[] = ['team-leader', 'head-of-service', 'panel']

/**
 * Does a reader see whom payments went to? Staff who only approve and oversee see what each was for. Source:
 * practice that people asked for (peers.md, D 7): who is paid is the family's own affair.
 */
export const seesPayees = ({ id, roles }: Pick<Actor, 'id' | 'roles'>): boolean =>
  id === null || roles.length === 0 || roles.some(({ role }) => !categoryOnly.includes(role))

type Said = { readonly says: string; readonly matched_because: string | null }
type Whole = Said & { readonly payee: string; readonly memo: string; readonly bank_reference: string }

export const hiddenName = 'Name not shown to you'

/** A line without whom it went to: the day, the sum and what it was for stay. */
export const withoutName = <Line extends Said>(line: Line): Line => ({
  ...line,
  says: hiddenName,
  matched_because: line.matched_because === null ? null : 'You see what it was for, and not whom it went to.',
})

/** The same for all that the bank wrote. */
export const withoutWords = <Line extends Whole>(line: Line): Line => ({
  ...withoutName(line),
  payee: hiddenName,
  memo: '',
  bank_reference: '',
})
