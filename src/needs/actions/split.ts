import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { nothing, type Pence, plus } from '../../kernel/money.ts'
import type { OrganisationId, PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Bodies, carried, type LineSplit, type Strand, strands, whyNotSplit } from '../rules/shares.ts'
import { here } from '../tables.ts'
import type { SplitId } from '../types.ts'

export type NewSplit = {
  readonly reference: string
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly from: PlainDate
  readonly because: string
  readonly bodies: Bodies
  readonly lines: readonly { readonly says: string; readonly weekly: Pence; readonly split: LineSplit }[]
}
export type SplittingProblem = 'does-not-add-up' | 'nobody-else-carries' | 'nothing-said'

const bodyOf = (bodies: Bodies, strand: Strand): OrganisationId => {
  const body = bodies[strand]
  if (body === undefined) throw new Error(`nobody stands behind ${strand}`)
  return body
}

function totalsOf({ lines }: NewSplit): ReadonlyMap<Strand, Pence> {
  const totals = new Map<Strand, Pence>()
  for (const { split, weekly } of lines)
    for (const [strand, sum] of carried(weekly, split, weekly))
      totals.set(strand, plus(totals.get(strand) ?? nothing, sum))
  return totals
}

/**
 * Writes down who carries which share of each line from a day. It holds once every other body agreed.
 * Refuses lines whose shares don't add up (the form names each), a split in which only the board pays, and
 * one without a reason. Nothing of it is ever changed: a newer split takes its place from its own day.
 */
export async function splitLines(doing: Doing, asked: NewSplit): Promise<Done<SplitId, SplittingProblem>> {
  const { bodies, lines, organisation, person } = asked
  const others = [...new Set(strands.flatMap(one => (one === 'health' ? [] : (bodies[one] ?? []))))]
  const wrong = lines.some(({ split, weekly }) => whyNotSplit(split, { weekly, bodies }).length > 0)
  const totals = wrong ? new Map<Strand, Pence>() : totalsOf(asked)
  const carrying = others.filter(body => [...totals.keys()].some(strand => bodies[strand] === body))
  const problems: SplittingProblem[] = []
  if (wrong) problems.push('does-not-add-up')
  else if (carrying.length === 0) problems.push('nobody-else-carries')
  if (asked.because.trim() === '') problems.push('nothing-said')
  if (problems.length > 0) return refused(...problems)
  const id = await writeSplit(doing, asked, carrying)
  const owned = { split_id: id, organisation_id: organisation, person_id: person }
  const { db } = here(doing)
  await db
    .insertInto('needs.share')
    .values(
      lines.flatMap(({ says, split, weekly }) =>
        split.parts.map(({ strand, part }) => ({
          ...owned,
          line_key: split.key,
          strand,
          body_id: bodyOf(bodies, strand),
          says,
          way: split.way,
          part,
          weekly: carried(weekly, split, weekly).get(strand) ?? nothing,
        })),
      ),
    )
    .execute()
  await db
    .insertInto('needs.share_total')
    .values(
      [...totals].map(([strand, weekly]) => ({
        ...owned,
        strand,
        body_id: bodyOf(bodies, strand),
        body_ids: carrying,
        weekly,
      })),
    )
    .execute()
  return done(id)
}

async function writeSplit(
  doing: Doing,
  { reference, organisation, person, from, because }: NewSplit,
  bodies: readonly OrganisationId[],
): Promise<SplitId> {
  const { db } = here(doing)
  const id = newId<'split'>()
  const last = await db
    .selectFrom('needs.split')
    .select(eb => eb.fn.max('number').as('number'))
    .where('reference', '=', reference)
    .executeTakeFirst()
  await db
    .insertInto('needs.split')
    .values({
      id,
      organisation_id: organisation,
      person_id: person,
      reference,
      number: (last?.number ?? 0) + 1,
      from_on: from,
      body_ids: [...bodies],
      because: because.trim(),
      made_by: doing.actor.id,
      made_by_name: doing.actor.name,
      made_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'shares-proposed',
    organisation,
    person,
    to: id,
    because: because.trim(),
    details: { reference, from },
  })
  return id
}

/** A body's word that it carries its part. Refuses a split that it has no part in or may not see. */
export async function agreeShares(
  doing: Doing,
  { split: id, body }: { readonly split: SplitId; readonly body: OrganisationId },
): Promise<
  Done<{ lead: OrganisationId; from: PlainDate; reference: string }, 'no-such-split' | 'agreed-before'>
> {
  const { db } = here(doing)
  const split = await db.selectFrom('needs.split').selectAll().where('id', '=', id).executeTakeFirst()
  if (split === undefined || !split.body_ids.includes(body)) return refused('no-such-split')
  const { organisation_id: lead, person_id, from_on: from, reference } = split
  const wrote = await db
    .insertInto('needs.share_agreed')
    .values({
      split_id: id,
      organisation_id: body,
      lead_id: lead,
      person_id,
      agreed_on: doing.today,
      agreed_by: doing.actor.id,
      agreed_by_name: doing.actor.name,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (wrote.numInsertedOrUpdatedRows === 0n) return refused('agreed-before')
  await record(doing, {
    happened: 'shares-agreed',
    organisation: body,
    person: person_id,
    to: id,
    details: { reference },
  })
  return done({ lead, from, reference })
}
