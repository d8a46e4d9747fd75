import { may, record, rolesOf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { proposalAt } from '../queries/proposals.ts'
import { here } from '../tables.ts'
import { tellProposal, tellProposer } from '../tell-proposal.ts'
import type { ProposalId } from '../types.ts'
import { owe } from './owe.ts'

export const decideSays = {
  'role-may-not': 'Only somebody who releases payments may agree.',
  'not-found': 'There is no such proposal.',
  'decided-before': 'Somebody has decided about it already.',
  'own-proposal': 'You proposed it yourself. Somebody else has to agree.',
  'say-why': 'Say why you agree, or why not.',
  'not-owed': 'It could not be written down as owed.',
} as const
export type DecideReason = keyof typeof decideSays
export type ProposalAnswer = { readonly agreed: boolean; readonly because: string }

/**
 * Agrees to what somebody else proposed, or does not, with the reason. What is agreed is owed from then on,
 * and the holder is told in a letter: why, when, and of an advance how it is taken off and where that stops.
 */
export async function decideProposal(
  doing: Doing,
  id: ProposalId,
  { agreed, because }: ProposalAnswer,
): Promise<Done<ProposalId, DecideReason>> {
  const proposal = await proposalAt(doing, id)
  if (proposal === null) return refused('not-found')
  const checks: readonly (readonly [boolean, DecideReason])[] = [
    [doing.actor === theService || !may(doing, 'payments.release'), 'role-may-not'],
    [proposal.decision !== null, 'decided-before'],
    [proposal.who === doing.actor.id, 'own-proposal'],
    [because.trim() === '', 'say-why'],
  ]
  const reasons = checks.filter(([so]) => so).map(([, reason]) => reason)
  if (reasons.length > 0) return refused(...reasons)
  if (agreed && proposal.what !== 'repeat') {
    const owed = await owe(doing, {
      agreement: proposal.agreement_id,
      part: proposal.part,
      kind: proposal.what,
      amount: proposal.amount,
      dueOn: proposal.from_on,
      because: proposal.because,
      source: { of: 'proposal', id },
    })
    if (!owed.done) return refused('not-owed')
  }
  await tellProposer(doing, proposal, agreed)
  const notice = agreed ? await tellProposal(doing, proposal, because.trim()) : null
  const { organisation_id, person_id } = proposal
  await here(doing)
    .db.insertInto('payments.proposal_decision')
    .values({
      proposal_id: id,
      organisation_id,
      person_id,
      agreed,
      because: because.trim(),
      who: doing.actor.id ?? '',
      who_name: doing.actor.name,
      who_role: rolesOf(doing.actor)[0] ?? '',
      on_day: doing.today,
      notice_id: notice,
    })
    .execute()
  await record(doing, {
    happened: agreed ? 'payment-agreed' : 'payment-not-agreed',
    organisation: organisation_id,
    person: person_id,
    to: id,
    because: because.trim(),
    details: { reference: proposal.reference, what: proposal.what, amount: proposal.amount },
  })
  return done(id)
}
