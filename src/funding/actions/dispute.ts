import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { daysInside, earlier, later, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { nothing, type Pence, pence, plus, timesRoundedHalfUp } from '../../kernel/money.ts'
import { type NewEntry, post } from '../../ledger/public.ts'
import type { LineKey } from '../../needs/public.ts'
import { type OrganisationId, organisation, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type DisputeShown, disputesOf } from '../queries/facts.ts'
import { type Codes, disputePostings, settlementPostings } from '../rules/entries.ts'
import { settledPart } from '../rules/settled.ts'
import { here } from '../tables.ts'
import type { DisputeId, Recharged } from '../types.ts'

export type NewDispute = {
  readonly reference: string
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly body: OrganisationId
  readonly key: LineKey
  readonly says: string
  readonly strand: Recharged
  readonly from: PlainDate
  readonly until: PlainDate
  /** Who pays meanwhile without prejudice: the board or the body. */
  readonly interim: OrganisationId
  readonly because: string
}
export const disputeSays = {
  'ends-before-it-begins': 'The last day must be on or after the first',
  'disputed-before': 'This part of the line is in dispute for some of these days already',
  'nothing-said': 'Say what the dispute is about',
  'no-such-dispute': 'There is no such dispute',
  'settled-before': 'This dispute was settled before',
  'not-posted': 'The ledger did not take it. Nothing was settled',
} as const
export type DisputeProblem = keyof typeof disputeSays

/**
 * Puts a line's part of one body into dispute for a period, with who pays meanwhile. Only that part waits:
 * everything else is recharged and paid as ever. Refuses days that are in dispute already.
 */
export async function raiseDispute(
  doing: Doing,
  asked: NewDispute,
): Promise<Done<DisputeId, DisputeProblem>> {
  const problems: DisputeProblem[] = []
  if (asked.until < asked.from) problems.push('ends-before-it-begins')
  if (asked.because.trim() === '') problems.push('nothing-said')
  const others = await disputesOf(doing, asked.reference)
  const again = others.some(
    one =>
      one.line_key === asked.key &&
      one.strand === asked.strand &&
      one.from_on <= asked.until &&
      one.until_on >= asked.from,
  )
  if (again) problems.push('disputed-before')
  if (problems.length > 0) return refused(...problems)
  const id = newId<'funding dispute'>()
  await here(doing)
    .db.insertInto('funding.dispute')
    .values({
      id,
      organisation_id: asked.organisation,
      person_id: asked.person,
      reference: asked.reference,
      body_id: asked.body,
      line_key: asked.key,
      says: asked.says,
      strand: asked.strand,
      from_on: asked.from,
      until_on: asked.until,
      interim_id: asked.interim,
      because: asked.because.trim(),
      raised_on: doing.today,
      raised_by: doing.actor.id,
      raised_by_name: doing.actor.name,
    })
    .execute()
  await record(doing, {
    happened: 'share-disputed',
    organisation: asked.organisation,
    person: asked.person,
    to: id,
    because: asked.because.trim(),
    details: { reference: asked.reference, line: asked.key, from: asked.from, until: asked.until },
  })
  // The books are the board's: what was charged before is moved when its own people next touch them.
  if (doing.actor.roles.some(one => one.organisation === asked.organisation))
    await moveCharged(doing, asked.reference)
  return done(id)
}

const codesOf = async (doing: Doing, one: DisputeShown): Promise<Codes> => {
  const [lead, body] = [
    await organisation(doing, one.organisation_id),
    await organisation(doing, one.body_id),
  ]
  if (lead === null || body === null) throw new Error('a body of a dispute cannot be seen')
  return { lead: lead.code, body: body.code }
}

const about = (one: DisputeShown, key: string, because: string, effectiveOn: PlainDate) => ({
  key,
  because,
  effectiveOn,
  organisation: one.organisation_id,
  person: one.person_id,
})

/** Moves what was charged before it was disputed out of the body's fund, by days where only some are. */
export async function moveCharged(doing: Doing, reference: string): Promise<void> {
  for (const one of await disputesOf(doing, reference)) {
    if (one.settled_on !== null) continue
    const rows = await here(doing)
      .db.selectFrom('funding.charge as c')
      .leftJoin('funding.disputed_charge as m', 'm.charge_id', 'c.id')
      .leftJoin('funding.charge_replaced as r', 'r.charge_id', 'c.id')
      .selectAll('c')
      .where('r.charge_id', 'is', null)
      .where('m.charge_id', 'is', null)
      .where('c.dispute_id', 'is', null)
      .where('c.reference', '=', reference)
      .where('c.line_key', '=', one.line_key)
      .where('c.strand', '=', one.strand)
      .where('c.from_on', '<=', one.until_on)
      .where('c.until_on', '>=', one.from_on)
      .execute()
    const moved = rows.map(row => ({ id: row.id, pence: partOf(row, one) })).filter(row => row.pence > 0n)
    if (moved.length > 0) await moveAll(doing, one, moved)
  }
}

type Span = { readonly from_on: PlainDate; readonly until_on: PlainDate }
const partOf = (charge: Span & { readonly pence: Pence }, dispute: Span): Pence => {
  const inside = daysInside(
    later(charge.from_on, dispute.from_on),
    earlier(charge.until_on, dispute.until_on),
  )
  const all = daysInside(charge.from_on, charge.until_on)
  return timesRoundedHalfUp(charge.pence, BigInt(inside), BigInt(all))
}

async function moveAll(
  doing: Doing,
  one: DisputeShown,
  moved: readonly { readonly id: string; readonly pence: Pence }[],
): Promise<void> {
  const { organisation_id, person_id, body_id } = one
  await here(doing)
    .db.insertInto('funding.disputed_charge')
    .values(
      moved.map(({ id, pence: sum }) => ({
        dispute_id: one.id,
        charge_id: id as never,
        organisation_id,
        person_id,
        body_id,
        pence: sum,
      })),
    )
    .execute()
  const sum = plus(...moved.map(row => row.pence))
  const charged = { key: one.line_key, strand: one.strand, pence: sum, disputed: true }
  const entry: NewEntry = {
    ...about(one, `dispute:${one.id}:${moved[0]?.id ?? ''}`, `In dispute: ${one.says}`, doing.today),
    postings: disputePostings(one.reference as Reference, await codesOf(doing, one), charged),
  }
  const posted = await post(doing, [entry])
  if (!posted.done) throw new Error(`a dispute was not posted: ${posted.because.join(', ')}`)
}

/** What stands in a dispute: charged as disputed, or moved into it; not what was replaced since. */
export async function disputedSum(doing: Doing, dispute: DisputeId): Promise<Pence> {
  const rows = await here(doing)
    .db.selectFrom('funding.charge as c')
    .leftJoin('funding.disputed_charge as m', 'm.charge_id', 'c.id')
    .leftJoin('funding.charge_replaced as r', 'r.charge_id', 'c.id')
    .select(eb => eb.fn.coalesce('m.pence', 'c.pence').as('pence'))
    .where('r.charge_id', 'is', null)
    .where(eb => eb.or([eb('c.dispute_id', '=', dispute), eb('m.dispute_id', '=', dispute)]))
    .execute()
  return plus(nothing, ...rows.map(row => row.pence))
}

export type NewSettlement = {
  readonly reference: string
  readonly dispute: DisputeId
  /** The body's part of what is in dispute, in hundredths of a percent; the board carries the rest. */
  readonly hundredths: number
  readonly because: string
}

/**
 * Settles a dispute: the body carries its part (rounded once, half a penny up), the board the rest, and the
 * dispute account is at nought. Refuses one that is not there or was settled, and one without a reason.
 */
export async function settleDispute(
  doing: Doing,
  { reference, dispute: id, hundredths, because }: NewSettlement,
): Promise<Done<{ readonly disputed: Pence; readonly bodyPays: Pence }, DisputeProblem>> {
  if (because.trim() === '') return refused('nothing-said')
  await moveCharged(doing, reference)
  const one = (await disputesOf(doing, reference)).find(found => found.id === id)
  if (one === undefined) return refused('no-such-dispute')
  if (one.settled_on !== null) return refused('settled-before')
  const disputed = await disputedSum(doing, id)
  const bodyPays = settledPart(disputed, hundredths)
  const { organisation_id, person_id, body_id } = one
  await here(doing)
    .db.insertInto('funding.settlement')
    .values({
      dispute_id: id,
      organisation_id,
      person_id,
      body_id,
      hundredths,
      disputed,
      body_pence: bodyPays,
      because: because.trim(),
      settled_on: doing.today,
      settled_by: doing.actor.id,
      settled_by_name: doing.actor.name,
    })
    .execute()
  const charged = { key: one.line_key, strand: one.strand, pence: disputed, disputed: true, bodyPays }
  const said = `Dispute settled: ${one.says}, ${sayShortDay(one.from_on)} to ${sayShortDay(one.until_on)}`
  const entry: NewEntry = {
    ...about(one, `settlement:${id}`, said, doing.today),
    postings: settlementPostings(reference as Reference, await codesOf(doing, one), charged),
  }
  if (disputed > pence(0n) && !(await post(doing, [entry])).done) return refused('not-posted')
  await record(doing, {
    happened: 'dispute-settled',
    organisation: organisation_id,
    person: person_id,
    to: id,
    because: because.trim(),
    details: { reference, disputed, bodyPays },
  })
  return done({ disputed, bodyPays })
}
