import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { entryByKey, type NewEntry, post, type Reversal } from '../../ledger/public.ts'
import { type OrganisationId, organisation, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { correctionLetters, type Letter, sendAll } from '../letters.ts'
import { correctionsFor, madeCorrections } from '../queries/issued.ts'
import type { CorrectingProblem, Correction } from '../rules/corrections.ts'
import { type Codes, rechargePostings } from '../rules/entries.ts'
import { bodyNames } from '../showing.ts'
import { here } from '../tables.ts'
import type { CorrectionId } from '../types.ts'
import { type Posting, settleAgain, undo } from './settle-again.ts'

export type NewCorrection = {
  readonly reference: Reference
  readonly lead: OrganisationId
  readonly person: PersonId
  /** From which day it counts in the books: as if it had never been otherwise, or from today on. */
  readonly on: Reversal['on']
  readonly because: string
}

/** What correcting did, or would do: shown before it is posted, and the same afterwards. */
export type Corrected = {
  readonly corrections: readonly Correction[]
  /** What is undone and what is posted in its place, in the order in which it is posted. */
  readonly entries: readonly Posting[]
  readonly letters: readonly Letter[]
}

/**
 * Makes the statements of a budget follow the shares that everybody agreed, also from a past day: each
 * entry is
 * undone by its mirror, at its own day or today, and posted again with the new parts. Only funds of bodies
 * are
 * touched: what the person gets stays as it is. A page that shows the result rolls all of it back. Refuses
 * where
 * nothing moves, and without a reason.
 */
export async function correctShares(
  doing: Doing,
  asked: NewCorrection,
): Promise<Done<Corrected, CorrectingProblem>> {
  const because = asked.because.trim()
  const corrections = await correctionsFor(doing, asked)
  const problems: CorrectingProblem[] = []
  if (corrections.length === 0) problems.push('nothing-to-correct')
  if (because === '') problems.push('nothing-said')
  if (problems.length > 0) return refused(...problems)
  const entries: Posting[] = []
  for (const one of corrections) {
    const posted = await correctOne(doing, { ...asked, because }, one)
    if (!posted.done) return posted
    entries.push(...posted.value)
  }
  const { reference, lead, person } = asked
  const names = await bodyNames(doing, [lead, ...corrections.map(({ issued }) => issued.body)])
  const letters = correctionLetters(corrections, { names, because })
  await sendAll(doing, { organisation: lead, person, reference }, letters)
  return done({ corrections, entries, letters })
}

async function correctOne(
  doing: Doing,
  asked: NewCorrection,
  one: Correction,
): Promise<Done<readonly Posting[], CorrectingProblem>> {
  const { codes, name } = await bodiesOf(doing, asked.lead, one.issued.body)
  const base = `recharge:${one.issued.statement}:${asked.reference}`
  const before = (await madeCorrections(doing, asked)).findLast(
    made => made.statement_id === one.issued.statement,
  )
  const standing = await entryByKey(doing, before === undefined ? base : `${base}:${before.id}`)
  const id = await write(doing, asked, one)
  const entries: Posting[] = []
  if (standing !== null) {
    const because = 'Undone, the shares changed'
    const undone = await undo(doing, standing, { on: asked.on, key: `${base}:undo:${id}`, because })
    if (undone === null) return refused('not-posted')
    entries.push(undone)
  }
  const again = entryFor(doing, { ...asked, codes, name }, { one, key: `${base}:${id}` })
  if (again.postings.length > 0) {
    if (!(await post(doing, [again])).done) return refused('not-posted')
    entries.push(again)
  }
  for (const settled of one.settled) {
    const to = { ...asked, body: one.issued.body, codes, correction: id }
    const posted = await settleAgain(doing, to, settled)
    if (!posted.done) return posted
    entries.push(...posted.value)
  }
  return done(entries)
}

type Bodies = { readonly codes: Codes; readonly name: string }

async function bodiesOf(doing: Doing, lead: OrganisationId, body: OrganisationId): Promise<Bodies> {
  const [ours, theirs] = [await organisation(doing, lead), await organisation(doing, body)]
  if (ours === null || theirs === null) throw new Error('a body of a recharge cannot be seen')
  return { codes: { lead: ours.code, body: theirs.code }, name: theirs.name }
}

/** The recharge with what stays and what is new: what was charged as disputed comes out of the dispute. */
function entryFor(
  doing: Doing,
  { reference, lead, person, on, codes, name }: NewCorrection & Bodies,
  { one, key }: { readonly one: Correction; readonly key: string },
): NewEntry {
  const { issued, replaced, charges } = one
  const kept = issued.charges.filter(charge => !replaced.includes(charge))
  const counting = [
    ...kept.map(charge => ({ ...charge, disputed: charge.dispute?.moved === false })),
    ...charges.map(charge => ({ ...charge, disputed: charge.dispute !== null })),
  ]
  return {
    key,
    effectiveOn: on === 'original-day' ? issued.period.until : doing.today,
    because: `Recharge statement ${issued.number} to ${name}, with the shares that hold now`,
    organisation: lead,
    person,
    postings: rechargePostings(reference, codes, counting),
  }
}

async function write(
  doing: Doing,
  { reference, lead, person, on, because }: NewCorrection,
  { issued, replaced, charges, before, after }: Correction,
): Promise<CorrectionId> {
  const { db } = here(doing)
  const id = newId<'recharge correction'>()
  const owned = { organisation_id: lead, person_id: person, body_id: issued.body }
  const made = { made_on: doing.today, made_by: doing.actor.id, made_by_name: doing.actor.name }
  await db
    .insertInto('funding.correction')
    .values({
      id,
      ...owned,
      ...made,
      statement_id: issued.statement,
      reference,
      counts_on: on,
      before_pence: before,
      after_pence: after,
      because,
    })
    .execute()
  if (replaced.length > 0)
    await db
      .insertInto('funding.charge_replaced')
      .values(replaced.map(one => ({ charge_id: one.id, correction_id: id, ...owned })))
      .execute()
  if (charges.length > 0)
    await db
      .insertInto('funding.charge')
      .values(
        charges.map(one => ({
          id: newId<'recharge'>(),
          statement_id: issued.statement,
          ...owned,
          reference,
          line_key: one.key,
          says: one.says,
          strand: one.strand,
          from_on: one.from,
          until_on: one.until,
          pence: one.pence,
          dispute_id: one.dispute,
          change_id: null,
          correction_id: id,
        })),
      )
      .execute()
  await record(doing, {
    happened: 'recharge-corrected',
    organisation: lead,
    person,
    to: id,
    because,
    details: { reference, statement: issued.number, before, after, on },
  })
  return id
}
