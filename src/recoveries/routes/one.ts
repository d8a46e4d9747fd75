import { isStaff, may, mayFor, type Route } from '../../access/public.ts'
import { senderOf } from '../../agreements/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { openFile } from '../../platform/files.ts'
import { tooLate, one as typedOne } from '../../platform/forms.ts'
import { type Answer, type Asked, notFound } from '../../platform/route.ts'
import { findRule } from '../../rights/public.ts'
import { enter } from '../actions/enter.ts'
import { mayObject } from '../actions/object.ts'
import { repay } from '../actions/repay.ts'
import { pause, withdraw } from '../actions/stop.ts'
import { mostNow, tell } from '../actions/tell.ts'
import { pauseForm, repaymentForm, withdrawalForm } from '../forms.ts'
import { recoveryPage } from '../pages/recovery.tsx'
import type { May } from '../pages/shows.ts'
import { budgetFound } from '../queries/found.ts'
import { deciderIn } from '../queries/settings.ts'
import {
  decideSays,
  enterSays,
  type RepayProblem,
  repaySays,
  type StopProblem,
  stopSays,
  whyNotEnter,
  whyNotTell,
} from '../rules/deciding.ts'
import { type Standing, standingOf, termsOf } from '../rules/standing.ts'
import { takesFromOutside } from '../rules/surplus.ts'
import type { Recovery } from '../types.ts'
import { errorsAt, nothingWrong, type Seen, seenOne, type Wrong } from './seeing.ts'

type Found = Seen & { readonly one: Recovery }

const doneSays: Readonly<Record<string, string>> = {
  proposed: 'Proposed. Nothing was sent. Somebody else decides about the letter.',
  told: 'The letter is sent. Nothing moves before the day in it.',
  objected: 'We have your objection, and nothing moves. There is a letter with the day of the answer.',
  answered: 'The answer is sent.',
  paused: 'It is paused. They get a letter with the new days.',
  withdrawn: 'It is taken back.',
  entered: 'It is entered in the ledger as to be paid back.',
  repaid: 'Noted.',
}

const repayRules = ['DP-REPAY-01', 'DP-REPAY-02', 'DP-REPAY-03', 'DP-REPAY-04', 'PROTECTED-MONEY'] as const
const netRules = ['DP-AMT-04', 'DP-AMT-05', 'DP-DEC-05', 'PROTECTED-MONEY'] as const

async function mays(doing: Doing, one: Recovery): Promise<May> {
  const decides = may(doing, 'recoveries.decide')
  const handles = mayFor(doing, 'recoveries.note-money', one.organisation)
  return {
    object: may(doing, 'recoveries.object') && (await mayObject(doing, one)),
    tell: decides,
    answer: decides && doing.actor.id !== one.proposedBy && doing.actor.id !== (one.notice?.by ?? null),
    stop: may(doing, 'recoveries.stop'),
    enter: handles,
    repay: handles,
  }
}

/** What stands against the next step today, in sentences, so that nobody presses a button in vain. */
async function whatStands(doing: Doing, one: Recovery, standing: Standing): Promise<readonly string[]> {
  const budget = isStaff(doing.actor) ? await budgetFound(doing, one.reference) : null
  if (budget === null) return []
  if (standing === 'proposed') {
    const now = { mostNow: mostNow(budget, one), complete: true }
    return whyNotTell(one, await deciderIn(doing, one.organisation), now).map(reason => decideSays[reason])
  }
  const { outsidePlan, held } = budget.found
  const there = takesFromOutside(one.ground) ? outsidePlan : held
  return standing === 'to-enter' ? whyNotEnter(one, doing.today, there).map(reason => enterSays[reason]) : []
}

async function page(doing: Doing, asked: Asked, of: Found & { readonly wrong?: Wrong }): Promise<Answer> {
  const { one, staff, strip, wrong = nothingWrong } = of
  const standing = standingOf(one, doing.today)
  const from = await senderOf(doing, { organisation_id: one.organisation, reference: one.reference })
  return recoveryPage({
    one,
    terms: termsOf(one, doing.today),
    standing,
    today: doing.today,
    staff,
    may: await mays(doing, one),
    stands: await whatStands(doing, one, standing),
    reach: from.reach,
    rules: (one.way === 'net' ? netRules : repayRules).map(findRule),
    ...strip,
    ...wrong,
    done: wrong.errors.length > 0 ? undefined : doneSays[typedOne(asked.query, 'done')],
  })
}

async function show(doing: Doing, asked: Asked): Promise<Answer> {
  const found = await seenOne(doing, asked, 'recovery')
  return found === null ? notFound : page(doing, asked, found)
}

type Doings = (
  doing: Doing,
  asked: Asked,
  found: Found,
) => Promise<readonly Wrong['errors'][number][] | string>

/** One step of a recovery: on with it, or the page again with every reason and what was typed. */
const step =
  (act: Doings) =>
  async (doing: Doing, asked: Asked): Promise<Answer> => {
    const found = await seenOne(doing, asked, 'recovery')
    if (found === null) return notFound
    const answered = await act(doing, asked, found)
    if (typeof answered === 'string')
      return `/recoveries/${found.found.reference}/${found.one.number}?done=${answered}`
    return page(doing, asked, { ...found, wrong: { typed: asked.form, errors: answered } })
  }

const telling = step(async (doing, _asked, { one }) => {
  const told = await tell(doing, one)
  return told.done ? 'told' : errorsAt(told.because, decideSays, () => 'maincontent')
})

const entering = step(async (doing, _asked, { one }) => {
  const entered = await enter(doing, one)
  return entered.done ? 'entered' : errorsAt(entered.because, enterSays, () => 'maincontent')
})

const stopAt = (prefix: 'withdraw' | 'pause') => (reason: StopProblem) =>
  prefix === 'pause' && reason === 'ends-before-it-begins' ? 'pauseUntil-day' : `${prefix}Because`

const isOver = ({ withdrawn }: Recovery): boolean => withdrawn !== null
const overAlready = (prefix: 'withdraw' | 'pause', form: Asked['form']) => {
  const says = tooLate(stopSays['over-already'], typedOne(form, `${prefix}Because`))
  return [{ field: `${prefix}Because`, says }]
}

const withdrawing = step(async (doing, { form }, { one }) => {
  if (isOver(one)) return overAlready('withdraw', form)
  const read = withdrawalForm.read(form)
  if (!read.ok) return read.errors
  const because = read.value.withdrawBecause
  const done = await withdraw(doing, { ...one, because })
  return done.done ? 'withdrawn' : errorsAt(done.because, stopSays, stopAt('withdraw'))
})

const pausing = step(async (doing, { form }, { one }) => {
  if (isOver(one)) return overAlready('pause', form)
  const read = pauseForm(doing.today).read(form)
  if (!read.ok) return read.errors
  const { pauseFrom: from, pauseUntil: until, pauseBecause: because } = read.value
  const { reference, number } = one
  const paused = await pause(doing, { reference, number, from, until, because })
  return paused.done ? 'paused' : errorsAt(paused.because, stopSays, stopAt('pause'))
})

const repaidAt = (reason: RepayProblem): string =>
  reason === 'in-the-future' || reason === 'before-it-was-entered' ? 'repaidOn-day' : 'repaidAmount'

const repaying = step(async (doing, { form }, { one }) => {
  const read = repaymentForm(doing.today).read(form)
  if (!read.ok) return read.errors
  const { repaidAmount: amount, repaidOn: on, repaidHow: how, repaidWords } = read.value
  const { reference, number } = one
  const repaid = await repay(doing, { reference, number, amount, on, how, words: repaidWords ?? '' })
  return repaid.done ? 'repaid' : errorsAt(repaid.because, repaySays, repaidAt)
})

async function file(doing: Doing, asked: Asked): Promise<Answer> {
  const kept = (await seenOne(doing, asked, 'recovery-file'))?.one.objection?.file ?? null
  return kept === null ? notFound : ((await openFile(doing, kept)) ?? notFound)
}

const at = '/recoveries/:reference/:number' as const
export const oneRoutes: readonly Route[] = [
  { at: `GET ${at}`, allow: 'recoveries.read', handle: show },
  { at: `POST ${at}/notice`, allow: 'recoveries.decide', handle: telling },
  { at: `POST ${at}/withdrawal`, allow: 'recoveries.stop', handle: withdrawing },
  { at: `POST ${at}/pauses`, allow: 'recoveries.stop', handle: pausing },
  { at: `POST ${at}/entry`, allow: 'recoveries.note-money', handle: entering },
  { at: `POST ${at}/repayments`, allow: 'recoveries.note-money', handle: repaying },
  { at: `GET ${at}/file`, allow: 'recoveries.read', handle: file },
]
