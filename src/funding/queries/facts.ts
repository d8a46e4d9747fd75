import { sql } from 'kysely'
import { earlier, later, type PlainDate, plainDate } from '../../kernel/days.ts'
import { type SplitShown, type Strand, splitsOf } from '../../needs/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { AgreedSplit, Charge, CostedLine, Facts } from '../rules/charges.ts'
import { here } from '../tables.ts'

type Days = { readonly from: PlainDate; readonly until: PlainDate }
const forEver = plainDate('9999-12-31')

/** The days on which a budget was held: its agreement signed by both, not yet ended or replaced. */
async function heldDays(doing: Doing, reference: string): Promise<readonly Days[]> {
  const rows = await here(doing)
    .db.selectFrom('agreements.agreement_shown')
    .select(['from_on', 'ends_on', 'replaced_after'])
    .where('reference', '=', reference as never)
    .where('signed_by_person_on', 'is not', null)
    .where('signed_by_body_on', 'is not', null)
    .execute()
  return rows.map(row => ({
    from: row.from_on,
    until: earlier(row.ends_on ?? forEver, row.replaced_after ?? forEver),
  }))
}

/** The lines of every agreed version of a plan, on the days on which it was in force and the budget held. */
export async function costedLines(doing: Doing, reference: string): Promise<readonly CostedLine[]> {
  const rows = await here(doing)
    .db.selectFrom('plans.line_shown as l')
    .innerJoin('plans.version_shown as v', 'v.id', 'l.version_id')
    .select(['l.line_key', 'l.says', 'l.weekly', 'v.in_force_from', 'v.in_force_until'])
    .where('l.reference', '=', reference)
    .where('v.in_force_from', 'is not', null)
    .orderBy('v.number')
    .orderBy('l.place')
    .execute()
  const held = await heldDays(doing, reference)
  return rows.flatMap(row =>
    held.flatMap(days => {
      const from = later(row.in_force_from ?? forEver, days.from)
      const until = earlier(row.in_force_until ?? forEver, days.until)
      if (until < from) return []
      return [{ key: row.line_key, says: row.says, weekly: row.weekly, from, until }]
    }),
  )
}

export const agreedSplits = (splits: readonly SplitShown[]): readonly AgreedSplit[] =>
  splits.flatMap(split => {
    if (split.agreed_on === null) return []
    const { from_on: from, number, agreed_on: agreedOn, lines, totals } = split
    const bodies = new Map<Strand, OrganisationId>(totals.map(({ strand, body_id }) => [strand, body_id]))
    return [{ from, number, agreedOn, lines, bodies }]
  })

/**
 * Disputes of a budget with how each was settled, the newest first; the sums as a correction left them.
 */
export const disputesOf = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('funding.dispute as d')
    .leftJoin('funding.settlement as s', 's.dispute_id', 'd.id')
    .leftJoinLateral(
      eb =>
        eb
          .selectFrom('funding.settlement_again as x')
          .select(['x.disputed', 'x.body_pence'])
          .whereRef('x.dispute_id', '=', 'd.id')
          .orderBy('x.place', 'desc')
          .limit(1)
          .as('again'),
      join => join.onTrue(),
    )
    .selectAll('d')
    .select(eb => [
      eb.fn.coalesce('again.disputed', 's.disputed').as('disputed'),
      eb.fn.coalesce('again.body_pence', 's.body_pence').as('body_pence'),
    ])
    .select(['s.hundredths', 's.settled_on', 's.because as settled_because'])
    .where('d.reference', '=', reference)
    .orderBy('d.raised_on', 'desc')
    .orderBy('d.id')
    .execute()
export type DisputeShown = Awaited<ReturnType<typeof disputesOf>>[number]

/** All that the charges of a body for one budget in a period rest on. */
export async function factsFor(
  doing: Doing,
  { reference, body, period }: Pick<Facts, 'body' | 'period'> & { readonly reference: string },
): Promise<Facts> {
  const disputes = await disputesOf(doing, reference)
  return {
    body,
    period,
    lines: await costedLines(doing, reference),
    splits: agreedSplits(await splitsOf(doing, reference)),
    disputes: disputes
      .filter(({ settled_on }) => settled_on === null)
      .map(one => ({
        id: one.id,
        key: one.line_key,
        strand: one.strand,
        from: one.from_on,
        until: one.until_on,
      })),
  }
}

/** A body's parts of changes from a past day that were made by a day and not charged yet. */
export async function changesFor(
  doing: Doing,
  {
    reference,
    body,
    by,
  }: { readonly reference: string; readonly body: OrganisationId; readonly by: PlainDate },
): Promise<readonly Charge[]> {
  const rows = await here(doing)
    .db.selectFrom('funding.change as c')
    .innerJoin('funding.change_share as s', 's.change_id', 'c.id')
    .leftJoin('funding.charge as h', join =>
      join.onRef('h.change_id', '=', 'c.id').on(sql<boolean>`h.strand = s.strand`),
    )
    .select(['c.id', 'c.line_key', 'c.says', 'c.from_on', 'c.until_on', 's.strand', 's.pence'])
    .where('c.reference', '=', reference)
    .where('c.made_on', '<=', by)
    .where('s.body_id', '=', body)
    .where('h.id', 'is', null)
    .execute()
  return rows.flatMap(row =>
    row.strand === 'health'
      ? []
      : [
          {
            key: row.line_key,
            says: `${row.says}, changed from a past day`,
            strand: row.strand,
            from: row.from_on,
            until: row.until_on,
            pence: row.pence,
            dispute: null,
            change: row.id,
          },
        ],
  )
}

/** The budgets of a board in which a body carries a part that was agreed. */
export async function budgetsWith(
  doing: Doing,
  { lead, body }: { readonly lead: OrganisationId; readonly body: OrganisationId },
) {
  const rows = await here(doing)
    .db.selectFrom('needs.split_shown')
    .select(['reference', 'person_id'])
    .distinct()
    .where('organisation_id', '=', lead)
    .where('agreed_on', 'is not', null)
    .where(eb => eb(eb.val(body), '=', eb.fn.any('body_ids')))
    .orderBy('reference')
    .execute()
  return rows
}
