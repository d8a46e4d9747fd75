import { actorMay } from '../../access/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { AskedBudget } from '../types.ts'

type Whose = Pick<AskedBudget, 'organisation' | 'person'>

/**
 * May this actor ask about a budget that they see? The family and whoever helps with the money may. Staff of
 * the body ask only where they may act for others: an auditor or an approver reads, and asks nothing.
 */
export function mayAsk({ actor }: Pick<Doing, 'actor'>, { organisation, person }: Whose): boolean {
  if (actor.id === null || actor.person === person) return true
  const ofTheBody = actor.roles.some(role => role.organisation === organisation)
  return actorMay(actor, 'local-offer.ask') && (!ofTheBody || actorMay(actor, 'access.act-for-others'))
}
