import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { negative } from '../../kernel/money.ts'
import { entryByKey, type NewEntry, post, type Reversal, reverse } from '../../ledger/public.ts'
import { type OrganisationId, organisation, type PersonId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { correctionLetters, type Letter, sendAll } from '../letters.ts'
import { correctionsFor, madeCorrections } from '../queries/issued.ts'
import type { CorrectingProblem, Correction } from '../rules/corrections.ts'
import { rechargePostings } from '../rules/entries.ts'
import { bodyNames } from '../showing.ts'
import { here } from '../tables.ts'
import type { CorrectionId } from '../types.ts'

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
  readonly entries: readonly Pick<NewEntry, 'because' | 'effectiveOn' | 'postings'>[]
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
  const entries: Corrected['entries'][number][] = []
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
): Promise<Done<Corrected['entries'], CorrectingProblem>> {
  const base = `recharge:${one.issued.statement}:${asked.reference}`
  const before = (await madeCorrections(doing, asked)).findLast(
    made => made.statement_id === one.issued.statement,
  )
  const standing = await entryByKey(doing, before === undefined ? base : `${base}:${before.id}`)
  const id = await write(doing, asked, one)
  const entries: Corrected['entries'][number][] = []
  if (standing !== null) {
    const because = `Undone, the shares changed: ${standing.because}`.slice(0, 500)
    const undone = await reverse(doing, {
      entry: standing.id,
      on: asked.on,
      key: `${base}:undo:${id}`,
      because,
    })
    if (!undone.done) return refused('not-posted')
    const effectiveOn = asked.on === 'original-day' ? standing.effectiveOn : doing.today
    const postings = standing.postings.map(({ account, pence }) => ({
      account,
      pence: negative(pence),
    }))
    entries.push({ because, effectiveOn, postings })
  }
  const again = await entryFor(doing, asked, { one, key: `${base}:${id}` })
  if (again.postings.length === 0) return done(entries)
  return (await post(doing, [again])).done ? done([...entries, again]) : refused('not-posted')
}

async function entryFor(
  doing: Doing,
  { reference, lead, person, on }: NewCorrection,
  { one, key }: { readonly one: Correction; readonly key: string },
): Promise<NewEntry> {
  const { issued, replaced, charges } = one
  const [ours, theirs] = [await organisation(doing, lead), await organisation(doing, issued.body)]
  if (ours === null || theirs === null) throw new Error('a body of a recharge cannot be seen')
  const kept = issued.charges.filter(charge => !replaced.includes(charge))
  const counting = [...kept, ...charges.map(charge => ({ ...charge, disputed: false }))]
  return {
    key,
    effectiveOn: on === 'original-day' ? issued.period.until : doing.today,
    because: `Recharge statement ${issued.number} to ${theirs.name}, with the shares that hold now`,
    organisation: lead,
    person,
    postings: rechargePostings(reference, { lead: ours.code, body: theirs.code }, counting),
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
          dispute_id: null,
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
