import type { SightSort } from '../../access/public.ts'
import type { Actor } from '../../platform/doing.ts'
import type { Turn } from '../types.ts'

type Of = {
  readonly turn: Turn
  readonly one: { readonly organisation: string; readonly caseWorker: { readonly id: string } | null }
  readonly sees: SightSort | null
}

const rolesFor = {
  team: ['case-worker', 'team-leader'],
  worker: [],
  leader: ['team-leader', 'head-of-service'],
  approver: ['team-leader', 'head-of-service', 'panel'],
  family: [],
  finance: ['finance-officer'],
  nobody: [],
} as const satisfies Record<Turn['whose'], readonly string[]>

/**
 * Is it the turn of the one who asks? A family's turn is theirs who see the whole record and are no staff.
 */
export function isYours(actor: Actor, { turn, one, sees }: Of): boolean {
  if (turn.whose === 'family') return actor.roles.length === 0 && actor.id !== null && sees === 'all'
  if (turn.whose === 'worker' && one.caseWorker !== null) return one.caseWorker.id === actor.id
  const roles: readonly string[] = rolesFor[turn.whose]
  return actor.roles.some(
    ({ role, organisation }) => organisation === one.organisation && roles.includes(role),
  )
}
