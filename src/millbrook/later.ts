import { sql } from 'kysely'
import { endAgreement, noteFact, prepareAgreement } from '../agreements/public.ts'
import { addDays, addMonths, type PlainDate, weekday } from '../kernel/days.ts'
import { keepSum, type LineKey, showToFamily, writeSupport } from '../needs/public.ts'
import { type InstructionId, noteReturned } from '../payments/public.ts'
import { recordDeath } from '../people/public.ts'
import { draftPlan, handPlan, planOf, signOff, writeWhole } from '../plans/public.ts'
import { hold, testsOf } from '../reviews/public.ts'
import { proposed } from './ahead.ts'
import { signedByBody, signedByPerson, wantedAgreement } from './holding.ts'
import { must } from './must.ts'
import { support } from './needing.ts'
import { approverOf, arrangedLines } from './planning.ts'
import { recovering } from './recovering.ts'
import type { Later, Reviewed, Support } from './types.ts'
import { as, leaderOf, referenceOf, type Walk, workerOf } from './walk.ts'

type Of<What extends Later['what']> = Extract<Later, { readonly what: What }>

async function died(walk: Walk, { on, died: day }: Of<'died'>): Promise<void> {
  const doing = as(walk, workerOf(walk), on)
  const death = { person: walk.folk.person, on: addDays(walk.place.calendar.today, day) }
  must(await recordDeath(doing, death), `the death of ${walk.life.name}`)
}

async function end(walk: Walk, { on, ground, last, because }: Of<'end'>): Promise<void> {
  const doing = as(walk, leaderOf(walk), on)
  const lastDay = addDays(walk.place.calendar.today, last)
  const ending = { reference: referenceOf(walk), on: lastDay, ground, because }
  must(await endAgreement(doing, ending), `ending the budget of ${walk.life.name}`)
}

async function note(walk: Walk, { on, fact, words }: Of<'note'>): Promise<void> {
  const doing = as(walk, workerOf(walk), on)
  const by = walk.life.held?.who ?? walk.life.name
  const noted = { reference: referenceOf(walk), what: fact, on: doing.today, by, words }
  must(await noteFact(doing, noted), `${fact} of ${walk.life.name}`)
}

/** The newest payment of a budget came back from the bank. */
async function returned(walk: Walk, { on, because }: Of<'returned'>): Promise<void> {
  const { staff } = walk.place
  const doing = as(walk, walk.life.icb === 'ashdale' ? staff.farid : staff.ngozi, on)
  const { rows } = await sql<{ id: InstructionId }>`
    select id from payments.instruction_shown
    where reference = ${referenceOf(walk)} and released_on is not null
    order by leaves_on desc limit 1`.execute(walk.doing.transaction)
  const [payment] = rows
  if (!payment) throw new Error(`${walk.life.name} was paid nothing yet`)
  must(await noteReturned(doing, { instruction: payment.id, on: doing.today, because }), 'a return')
}

const mondayAfter = (day: PlainDate): PlainDate => addDays(day, 8 - weekday(day))

/** A new sum, a new version of the plan and a new agreement from a Monday to come. */
async function change(walk: Walk, event: Of<'change'>): Promise<void> {
  const reference = referenceOf(walk)
  const { on, more = [], fewer = [], because } = event
  const doing = as(walk, workerOf(walk), on)
  const from = mondayAfter(addDays(doing.today, event.notice ?? 10))
  let seen = (walk.life.support ?? []).length
  for (const line of fewer) {
    const gone = { reference, seen, change: { remove: `line-${line}` as LineKey } }
    must(await writeSupport(doing, gone), 'taking a line out')
    seen += 1
  }
  await support(doing, reference, more, seen)
  const asked = { reference, kind: 'final', ratesOn: doing.today, from, because } as const
  const { version } = must(await keepSum(doing, asked), `the new sum of ${walk.life.name}`)
  must(await showToFamily(doing, { reference, version }), 'showing the new sum')
  await newPlan(walk, event, from)
  must(await prepareAgreement(doing, await wantedAgreement(walk, doing, from)), 'the new agreement')
  await signedByPerson(walk, on)
  await signedByBody(walk, on)
}

async function newPlan(walk: Walk, { on, more = [] }: Of<'change'>, from: PlainDate): Promise<void> {
  const reference = referenceOf(walk)
  const doing = as(walk, workerOf(walk), on)
  must(await draftPlan(doing, { reference, from: 'sum' }), `the new plan of ${walk.life.name}`)
  const plan = await planOf(doing, reference)
  if (!plan) throw new Error(`${walk.life.name} has no plan`)
  const all: readonly Support[] = [...(walk.life.support ?? []), ...more]
  const lines = arrangedLines(plan, all)
  const details = {
    coordinator: workerOf(walk).name,
    firstReviewOn: addMonths(doing.today, 3),
    noticeDays: 28,
  }
  must(await writeWhole(doing, { reference, seen: plan.changed, lines, details }), 'the new lines')
  must(
    await handPlan(doing, { reference, to: 'approver', words: 'The change we talked about.' }),
    'handing on',
  )
  const approving = as(walk, await approverOf(walk, doing), on)
  must(
    await signOff(approving, { reference, from, because: null }),
    `signing the change of ${walk.life.name} off`,
  )
}

/** A review that was held, with an answer to each of its tests. */
export async function reviewed(walk: Walk, review: Reviewed): Promise<void> {
  const lane = review.lane ?? 'plan-review'
  const { staff } = walk.place
  const finance = walk.life.icb === 'ashdale' ? staff.farid : staff.ngozi
  const doing = as(walk, lane === 'money-audit' ? finance : workerOf(walk), review.on)
  const tests = testsOf[lane].map(([test, asks]) => ({
    test,
    asks,
    answer: review.not?.includes(test) ? ('partly' as const) : ('yes' as const),
    note: '',
  }))
  const { words, theirs = '', follows = 'continue' } = review
  const changeFrom = follows === 'change' ? mondayAfter(addDays(doing.today, 14)) : null
  const held = { reference: referenceOf(walk), lane, heldOn: doing.today, askedBy: 'schedule' as const }
  must(
    await hold(doing, { ...held, tests, words, theirWords: theirs, follows, changeFrom }),
    `the review of ${walk.life.name}`,
  )
}

export async function happens(walk: Walk, event: Later): Promise<void> {
  switch (event.what) {
    case 'died':
      return died(walk, event)
    case 'end':
      return end(walk, event)
    case 'note':
      return note(walk, event)
    case 'change':
      return change(walk, event)
    case 'returned':
      return returned(walk, event)
    case 'once':
    case 'advance':
    case 'ahead':
      return proposed(walk, event)
    case 'recovery':
      return recovering(walk, event)
    default:
      return event satisfies never
  }
}
