import type { Actor } from '../../platform/doing.ts'

/** Roles that approve and oversee: they need what a payment was for, and not whom it went to. */
const categoryOnly: readonly string[] = ['team-leader', 'head-of-service', 'panel']

/**
 * Does a reader see whom payments went to? Staff who only approve and oversee see what each was for. Source:
 * practice that people asked for (peers.md, D 7): who is paid is the family's own affair.
 */
export const seesPayees = ({ id, roles }: Pick<Actor, 'id' | 'roles'>): boolean =>
  id === null || roles.length === 0 || roles.some(({ role }) => !categoryOnly.includes(role))
