import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import { figuresOver, type OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { leftOf } from '../rules/netting.ts'
import { settingNames } from '../rules/settings.ts'
import { here } from '../tables.ts'
import type { ProposalId } from '../types.ts'
import { advancesOf } from './advances.ts'

const all = (doing: Doing) =>
  here(doing)
    .db.selectFrom('payments.proposal as p')
    .innerJoin('people.person_shown as n', 'n.id', 'p.person_id')
    .leftJoin('payments.proposal_decision as d', 'd.proposal_id', 'p.id')
    .leftJoin('payments.proposal_ended as e', 'e.proposal_id', 'p.id')
    .selectAll('p')
    .select(['n.full_name', 'd.agreed', 'd.because as decided_because', 'd.who_name as decided_by'])
    .select(['d.on_day as decided_on', 'e.on_day as ended_on', 'e.because as ended_because'])

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]
const shown = ({ agreed, decided_because, decided_by, decided_on, ...row }: Row) => ({
  ...row,
  decision:
    agreed === null || decided_on === null
      ? null
      : { agreed, because: decided_because ?? '', by: decided_by ?? '', on: decided_on },
})
export type ProposalShown = ReturnType<typeof shown>

/** The proposals of an organisation, those that wait first, then the newest. */
export async function proposalsOf(
  doing: Doing,
  organisation: OrganisationId,
): Promise<readonly ProposalShown[]> {
  const rows = await all(doing)
    .where('p.organisation_id', '=', organisation)
    .orderBy('d.on_day', 'desc')
    .orderBy('p.id', 'desc')
    .limit(200)
    .execute()
  const found = rows.map(shown)
  const waits = (urgent: boolean) => found.filter(one => one.decision === null && one.urgent === urgent)
  return [...waits(true), ...waits(false), ...found.filter(one => one.decision !== null)]
}

/** What the reader proposed that waits, or was decided since a day: the newest first. */
export async function ownProposals(doing: Doing, since: PlainDate): Promise<readonly ProposalShown[]> {
  if (doing.actor.id === null) return []
  const rows = await all(doing)
    .where('p.who', '=', doing.actor.id)
    .where(or => or.or([or('d.on_day', 'is', null), or('d.on_day', '>=', since)]))
    .orderBy('p.id', 'desc')
    .limit(20)
    .execute()
  return rows.map(shown)
}

/** Those of one case that were agreed, oldest first. */
export async function agreedOf(doing: Doing, reference: string): Promise<readonly ProposalShown[]> {
  const rows = await all(doing)
    .where('p.reference', '=', reference)
    .where('d.agreed', '=', true)
    .orderBy('p.id')
    .execute()
  return rows.map(shown)
}

/** One proposal; null where there is none that this actor may see. */
export async function proposalAt(doing: Doing, id: ProposalId): Promise<ProposalShown | null> {
  const row = await all(doing).where('p.id', '=', id).executeTakeFirst()
  return row === undefined ? null : shown(row)
}

export type UseShown = Awaited<ReturnType<typeof usesOf>>[number]

/** The uses of something agreed ahead, newest first, with what became of each; ended ones count no more. */
export const usesOf = (doing: Doing, proposal: ProposalId) =>
  here(doing)
    .db.selectFrom('payments.repeat_use as u')
    .innerJoin('payments.obligation_shown as o', 'o.id', 'u.obligation_id')
    .selectAll('u')
    .select(['o.because', 'o.due_on', 'o.ended_on', 'o.ended_because', 'o.run_id', 'o.released_on'])
    .select('o.returned_on')
    .where('u.proposal_id', '=', proposal)
    .orderBy('u.used_on', 'desc')
    .orderBy('u.id', 'desc')
    .execute()

/** Below how much of what was agreed ahead, in hundredths, little is left: as set for a day. */
export const littleOn = async (doing: Doing, organisation: OrganisationId, day: PlainDate): Promise<number> =>
  (await figuresOver(doing, organisation, settingNames))(day)['payments-little-percent']

/** What of a budget's advances left us, stayed out, and was taken off no payment so far. */
export async function advanceAhead(doing: Doing, reference: string): Promise<Pence> {
  const paid = (await advancesOf(doing, { reference })).filter(({ paidOn }) => paidOn !== null)
  return plus(nothing, ...paid.map(leftOf))
}
