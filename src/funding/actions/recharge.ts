import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { type NewEntry, post } from '../../ledger/public.ts'
import { type OrganisationId, organisation, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { budgetsWith, changesFor, factsFor } from '../queries/facts.ts'
import { type Charge, chargesFor } from '../rules/charges.ts'
import { rechargePostings } from '../rules/entries.ts'
import { type ChargeRow, here } from '../tables.ts'
import type { StatementId } from '../types.ts'
import { moveCharged } from './dispute.ts'

export type NewStatement = {
  readonly lead: OrganisationId
  readonly body: OrganisationId
  readonly from: PlainDate
  readonly until: PlainDate
}
export const rechargeSays = {
  'ends-before-it-begins': 'The last day must be on or after the first',
  'not-over-yet': 'The period must be over: its last day cannot be in the future',
  'charged-before': 'Some of these days are in a statement already. Choose days after it',
  'nothing-to-charge': 'This body carries nothing in these days that everybody agreed',
  'not-posted': 'The ledger did not take it. Nothing was charged',
} as const
export type RechargeProblem = keyof typeof rechargeSays

type Budget = {
  readonly reference: Reference
  readonly person: PersonId
  readonly charges: readonly Charge[]
}

/**
 * Charges a body for its part of a period: a statement with a line for each part, and one entry for each
 * budget. What is in dispute is not the body's yet: it stands in the dispute account. Refuses a period that
 * is not over, days that were charged before, and one in which there is nothing to charge.
 */
export async function recharge(
  doing: Doing,
  asked: NewStatement,
): Promise<Done<StatementId, RechargeProblem>> {
  const { lead, body, from, until } = asked
  const problems: RechargeProblem[] = []
  if (until < from) problems.push('ends-before-it-begins')
  if (until >= doing.today) problems.push('not-over-yet')
  if (await chargedWithin(doing, asked)) problems.push('charged-before')
  if (problems.length > 0) return refused(...problems)
  const budgets: Budget[] = []
  for (const { reference, person_id } of await budgetsWith(doing, asked)) {
    await moveCharged(doing, reference)
    const charges = [
      ...(await changesFor(doing, { reference, body, by: until })),
      ...chargesFor(await factsFor(doing, { reference, body, period: { from, until } })),
    ]
    if (charges.length > 0) budgets.push({ reference: reference as Reference, person: person_id, charges })
  }
  if (budgets.length === 0) return refused('nothing-to-charge')
  const id = await writeStatement(doing, asked, budgets)
  const entries = await entriesFor(doing, { ...asked, id }, budgets)
  if (!(await post(doing, entries)).done) return refused('not-posted')
  await record(doing, {
    happened: 'recharged',
    organisation: lead,
    person: null,
    to: id,
    details: { body, from, until, budgets: budgets.length },
  })
  return done(id)
}

const chargedWithin = async (doing: Doing, { lead, body, from, until }: NewStatement): Promise<boolean> =>
  (await here(doing)
    .db.selectFrom('funding.statement')
    .select('id')
    .where('organisation_id', '=', lead)
    .where('body_id', '=', body)
    .where('from_on', '<=', until)
    .where('until_on', '>=', from)
    .executeTakeFirst()) !== undefined

async function writeStatement(
  doing: Doing,
  { lead, body, from, until }: NewStatement,
  budgets: readonly Budget[],
): Promise<StatementId> {
  const { db } = here(doing)
  const id = newId<'recharge statement'>()
  const last = await db
    .selectFrom('funding.statement')
    .select(eb => eb.fn.max('number').as('number'))
    .where('organisation_id', '=', lead)
    .executeTakeFirst()
  await db
    .insertInto('funding.statement')
    .values({
      id,
      number: (last?.number ?? 0) + 1,
      organisation_id: lead,
      person_id: null,
      body_id: body,
      from_on: from,
      until_on: until,
      made_on: doing.today,
      made_by: doing.actor.id,
      made_by_name: doing.actor.name,
    })
    .execute()
  const rows = budgets.flatMap(({ reference, person, charges }) =>
    charges.map(
      (one): ChargeRow => ({
        id: newId<'recharge'>(),
        statement_id: id,
        organisation_id: lead,
        person_id: person,
        reference,
        body_id: body,
        line_key: one.key,
        says: one.says,
        strand: one.strand,
        from_on: one.from,
        until_on: one.until,
        pence: one.pence,
        dispute_id: one.dispute,
        change_id: one.change,
        correction_id: null,
      }),
    ),
  )
  await db.insertInto('funding.charge').values(rows).execute()
  return id
}

async function entriesFor(
  doing: Doing,
  { id, lead, body, from, until }: NewStatement & { readonly id: StatementId },
  budgets: readonly Budget[],
): Promise<readonly NewEntry[]> {
  const [ours, theirs] = [await organisation(doing, lead), await organisation(doing, body)]
  if (ours === null || theirs === null) throw new Error('a body of a recharge cannot be seen')
  return budgets.map(({ reference, person, charges }) => ({
    key: `recharge:${id}:${reference}`,
    effectiveOn: until,
    because: `Recharge of ${sayShortDay(from)} to ${sayShortDay(until)} to ${theirs.name}`,
    organisation: lead,
    person,
    postings: rechargePostings(
      reference,
      { lead: ours.code, body: theirs.code },
      charges.map(one => ({ ...one, disputed: one.dispute !== null })),
    ),
  }))
}
