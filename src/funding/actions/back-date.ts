import { record } from '../../access/public.ts'
import { agreementOn, type PaidPart } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { newId, type Reference } from '../../kernel/ids.ts'
import { negative, sayMoney } from '../../kernel/money.ts'
import { allocatedTo, fundOf, type NewEntry, post } from '../../ledger/public.ts'
import { type LineKey, type Strand, splitsOf, strandNames } from '../../needs/public.ts'
import { sendLetter } from '../../notices/public.ts'
import { owe } from '../../payments/public.ts'
import { type OrganisationId, organisation, type PersonId, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { agreedSplits, costedLines } from '../queries/facts.ts'
import { type PaidLineShown, paidLines } from '../queries/paid-lines.ts'
import {
  type Arrears,
  arrearsOf,
  type BackDatingProblem,
  type Change,
  whyNotBackDate,
} from '../rules/back-dated.ts'
import { here } from '../tables.ts'

export type NewChange = {
  readonly reference: Reference
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly key: LineKey
  readonly change: Change
  readonly because: string
}

/** What a change did, or would do: shown before it is posted, and the same afterwards. */
export type Changed = {
  readonly line: PaidLineShown
  readonly arrears: Arrears
  readonly dueOn: PlainDate
  readonly entry: NewEntry
  readonly letter: { readonly title: string; readonly paragraphs: readonly string[] }
}

export type ChangeProblem = BackDatingProblem | 'no-such-line' | 'nothing-said' | 'not-posted'

const letterOf = ({ line, arrears }: Pick<Changed, 'line' | 'arrears'>, because: string) => ({
  title: `Your budget is raised from ${sayShortDay(arrears.from)}`,
  paragraphs: [
    `“${line.says}” was ${sayMoney(arrears.before)} a week. From ${sayShortDay(arrears.from)} it is ` +
      `${sayMoney(arrears.after)} a week.`,
    `We owe you ${sayMoney(arrears.arrears)} for ${sayShortDay(arrears.from)} to ` +
      `${sayShortDay(arrears.until)}. It comes with the next payment.`,
    `Why: ${because}`,
    'You need not do anything. If you think this is not right, send us a message from your budget’s page.',
  ],
})

/**
 * Changes a line's rate, units or start from a past day: what is owed for the days that were paid already is
 * set aside and owed, shared as the line was shared then, and the holder is told. The other bodies are
 * charged with the next statement. A page that shows the result instead of redirecting rolls all of it back:
 * that is the preview. Refuses what `whyNotBackDate` says.
 */
export async function backDate(doing: Doing, asked: NewChange): Promise<Done<Changed, ChangeProblem>> {
  const { reference, key, change } = asked
  const because = asked.because.trim()
  const line = (await paidLines(doing, reference)).find(one => one.key === key)
  const agreement = await agreementOn(doing, reference, doing.today)
  if (line === undefined || agreement === null) return refused('no-such-line')
  const problems: ChangeProblem[] = [...whyNotBackDate(line, change)]
  if (because === '') problems.push('nothing-said')
  if (problems.length > 0) return refused(...problems)
  const splits = await splitsOf(doing, reference)
  const facts = { lines: await costedLines(doing, reference), splits: agreedSplits(splits) }
  const arrears = arrearsOf(line, change, facts)
  const letter = letterOf({ line, arrears }, because)
  const id = newId()
  const entry = await entryOf(doing, asked, { id, arrears, line })
  if (!(await post(doing, [entry])).done) return refused('not-posted')
  const owed = await owe(doing, {
    agreement: agreement.id,
    part: line.way as PaidPart,
    kind: 'difference',
    amount: arrears.arrears,
    dueOn: doing.today,
    from: arrears.from,
    until: arrears.until,
    because: letter.title,
  })
  if (!owed.done) return refused('not-posted')
  await write(doing, asked, { id, line, arrears, obligation: owed.value })
  await tell(doing, asked, letter)
  return done({ line, arrears, dueOn: doing.today, entry, letter })
}

type Made = { readonly id: string; readonly line: PaidLineShown; readonly arrears: Arrears }

async function entryOf(
  doing: Doing,
  { reference, organisation: lead, person }: NewChange,
  { id, arrears, line }: Made,
): Promise<NewEntry> {
  const body = await organisation(doing, lead)
  if (body === null) throw new Error(`The organisation of ${reference} cannot be seen`)
  return {
    key: `change:${id}`,
    effectiveOn: arrears.from,
    because:
      `${line.says} raised from ${sayShortDay(arrears.from)}: ` + `owed up to ${sayShortDay(arrears.until)}`,
    organisation: lead,
    person,
    postings: [
      { account: fundOf(body.code), pence: negative(arrears.arrears) },
      { account: allocatedTo(reference), pence: arrears.arrears },
    ],
  }
}

async function write(
  doing: Doing,
  { reference, organisation: organisation_id, person: person_id, change, because }: NewChange,
  { id, line, arrears, obligation }: Made & { readonly obligation: string },
): Promise<void> {
  const { db } = here(doing)
  await db
    .insertInto('funding.change')
    .values({
      id,
      organisation_id,
      person_id,
      reference,
      kind: change.kind,
      line_key: line.key,
      says: line.says,
      before_weekly: arrears.before,
      after_weekly: arrears.after,
      from_on: arrears.from,
      until_on: arrears.until,
      arrears: arrears.arrears,
      obligation_id: obligation,
      because: because.trim(),
      made_on: doing.today,
      made_by: doing.actor.id,
      made_by_name: doing.actor.name,
    })
    .execute()
  const bodies = await bodiesOf(doing, reference, arrears.from)
  const shares = [...arrears.shares].filter(([, pence]) => pence > 0n)
  await db
    .insertInto('funding.change_share')
    .values(
      shares.map(([strand, pence]) => ({
        change_id: id,
        strand,
        organisation_id,
        person_id,
        body_id: bodies.get(strand) ?? organisation_id,
        pence,
      })),
    )
    .execute()
  await record(doing, {
    happened: 'budget-changed-from-a-past-day',
    organisation: organisation_id,
    person: person_id,
    to: id,
    because: because.trim(),
    details: { reference, kind: change.kind, from: arrears.from, arrears: arrears.arrears },
  })
}

async function bodiesOf(doing: Doing, reference: string, day: PlainDate) {
  const held = agreedSplits(await splitsOf(doing, reference)).filter(({ from }) => from <= day)
  return held[0]?.bodies ?? new Map<Strand, OrganisationId>()
}

async function tell(doing: Doing, asked: NewChange, letter: Changed['letter']): Promise<void> {
  const person = await personShown(doing, asked.person)
  await sendLetter(doing, {
    organisation: asked.organisation,
    person: asked.person,
    to: { name: person?.fullName ?? '' },
    kind: 'sum',
    title: letter.title,
    paragraphs: letter.paragraphs,
    from: {
      name: doing.actor.name,
      role: 'Finance',
      reach: 'Send us a message from your budget’s page, or call the number on your agreement',
    },
    reference: asked.reference,
    sees: 'money',
    deliver: ['screen', 'mail'],
  })
}

/** Who carries how much of arrears, in words: `Social care £85.14`. */
export const saidShares = (shares: Arrears['shares']): readonly string[] =>
  [...shares]
    .filter(([, sum]) => sum !== 0n)
    .map(([strand, sum]) => `${strandNames[strand]} ${sayMoney(sum)}`)
