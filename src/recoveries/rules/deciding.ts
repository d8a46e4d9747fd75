import { addDays, later, type PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import type { Outcome, Recovery } from '../types.ts'
import { isOpen, standingOf, termsOf } from './standing.ts'

/** Who decides, with the most that each of their roles may decide about; none is no sum at all. */
export type Decider = {
  readonly id: string | null
  readonly limits: readonly Pence[]
}

export const decideSays = {
  'not-found': 'There is no such recovery',
  'role-may-not-decide': 'Your role does not decide about money asked back in this organisation',
  'above-limit': 'The amount is more than your role may decide about',
  'proposed-it': 'You proposed it. Somebody else must decide',
  'sent-the-notice': 'You sent the notice. Somebody else must look at it again',
  'told-already': 'The notice was sent already',
  'over-already': 'This recovery is over',
  'less-is-there-now':
    'There is less to ask for now than on the day of the proposal. Withdraw it and look again',
  'notice-incomplete': 'The notice does not say everything that it must',
  'no-objection': 'Nobody has objected, so there is nothing to look at again',
  'answered-already': 'This was answered while your page was open. Nothing of what you sent was saved',
  'reasons-missing': 'Give the reasons, as they will stand in the letter',
  'amount-not-less': 'Enter a smaller amount than before, above nought. Choose “drop” to ask for nothing',
} as const
export type DecideProblem = keyof typeof decideSays

function whyNotDecide(
  one: Recovery,
  decider: Decider,
  amount: Pence,
): readonly (readonly [boolean, DecideProblem])[] {
  const { limits } = decider
  return [
    [limits.length === 0, 'role-may-not-decide'],
    [limits.length > 0 && limits.every(most => most < amount), 'above-limit'],
    [decider.id === null || decider.id === one.proposedBy, 'proposed-it'],
  ]
}

const named = <Name>(checks: readonly (readonly [boolean, Name])[]): readonly Name[] =>
  checks.filter(([so]) => so).map(([, name]) => name)

/**
 * Every reason why the notice may not be sent by this decider. `mostNow` is what could be asked today on the
 * same ground; `complete` whether the notice has its four parts and its receivers (DP-REPAY-02, -04).
 */
export function whyNotTell(
  one: Recovery,
  decider: Decider,
  now: { readonly mostNow: Pence; readonly complete: boolean },
): readonly DecideProblem[] {
  return named([
    [one.withdrawn !== null, 'over-already'],
    [one.notice !== null, 'told-already'],
    ...whyNotDecide(one, decider, one.amount),
    [now.mostNow < one.amount, 'less-is-there-now'],
    [!now.complete, 'notice-incomplete'],
  ])
}

export type Answering = { readonly outcome: Outcome; readonly amount: Pence | null; readonly because: string }

/**
 * Every reason why an objection may not be answered so: the second decision is made by somebody who neither
 * proposed it nor sent the notice, says why, and never asks for more than the first (our own rule).
 */
export function whyNotAnswer(
  one: Recovery,
  decider: Decider,
  { outcome, amount, because }: Answering,
): readonly DecideProblem[] {
  const less = amount !== null && amount > nothing && amount < one.amount
  return named([
    [one.withdrawn !== null, 'over-already'],
    [one.objection === null, 'no-objection'],
    [one.answer !== null, 'answered-already'],
    ...whyNotDecide(one, decider, one.amount),
    [decider.id !== null && decider.id === one.notice?.by, 'sent-the-notice'],
    [because.trim() === '', 'reasons-missing'],
    [outcome === 'less' && !less, 'amount-not-less'],
  ])
}

export const objectSays = {
  'not-found': 'There is no such recovery',
  'not-told-yet': 'There is nothing to object to yet',
  'not-yours': 'Only somebody whom the letter was sent to can object, or staff who write it down for them',
  'caller-may-not-do-this': 'The person who called may not do this, so you cannot do it for them',
  'one-is-there': 'We have an objection already. Send anything more as a message',
  'entered-already': 'The money was entered as to be paid back. Send us a message, or complain',
  'over-already': 'Nothing is asked for any more',
  'nothing-said': 'Say what you think is wrong',
  'too-long': 'Use 5,000 characters or fewer, or send the rest as a file',
  'who-missing': 'Enter who objects',
  'not-a-paper': 'Choose a photo (JPEG or PNG), a PDF or a text file',
} as const
export type ObjectProblem = keyof typeof objectSays

/** Every reason why nobody may object any more, or yet; the right to it is reg 15(4) (DP-REPAY-03). */
export const whyNotObject = (one: Recovery): readonly ObjectProblem[] =>
  named([
    [one.notice === null, 'not-told-yet'],
    [one.withdrawn !== null, 'over-already'],
    [one.objection !== null, 'one-is-there'],
    [one.posted !== null, 'entered-already'],
  ])

export const enterSays = {
  'not-found': 'There is no such recovery',
  'not-yours-to-enter': 'Only a finance officer can do this',
  'not-told': 'No notice was sent, so nothing can move',
  'over-already': 'Nothing is asked for any more',
  'objection-open': 'Somebody objected and has no answer yet, so nothing can move',
  'before-its-day': 'Nothing moves before the day in the letter',
  paused: 'It is paused, so nothing can move',
  'entered-already': 'It was entered already',
  'no-coming-payment': 'No regular payment is to come, so nothing can be taken off one. Take it back',
  'less-is-there-now':
    'There is less money there now than is asked for. Look at it again before it is entered',
} as const
export type EnterProblem = keyof typeof enterSays

/** Every reason why a recovery may not be entered in the ledger today: never without all that goes before. */
export function whyNotEnter(one: Recovery, today: PlainDate, thereNow: Pence): readonly EnterProblem[] {
  const { movesOn, pausedUntil, amount } = termsOf(one, today)
  const over = one.withdrawn !== null || one.answer?.outcome === 'dropped'
  return named([
    [one.posted !== null, 'entered-already'],
    [over, 'over-already'],
    [one.notice === null, 'not-told'],
    [one.objection !== null && one.answer === null, 'objection-open'],
    [pausedUntil !== null, 'paused'],
    [movesOn !== null && today < movesOn, 'before-its-day'],
    [one.posted === null && !over && thereNow < amount, 'less-is-there-now'],
  ])
}

export const repaySays = {
  'not-found': 'There is no such recovery',
  'not-yours-to-note': 'Only a finance officer can note that money came back',
  'not-entered': 'Nothing is to be paid back yet',
  'amount-missing': 'Enter how much came back',
  'comes-off-a-payment': 'It is taken off a payment. Nobody pays it back',
  'more-than-is-owed': 'This is more than is left to repay. Give the rest back to them',
  'in-the-future': 'The day it came cannot be in the future',
  'before-it-was-entered': 'It cannot have come before it was asked for',
} as const
export type RepayProblem = keyof typeof repaySays

export type Repaying = { readonly amount: Pence; readonly on: PlainDate }

/** Every reason why money that came back may not be noted so. */
export function whyNotRepay(
  one: Recovery,
  { amount, on }: Repaying,
  today: PlainDate,
): readonly RepayProblem[] {
  return named([
    [one.posted === null, 'not-entered'],
    [one.way === 'net', 'comes-off-a-payment'],
    [amount <= nothing, 'amount-missing'],
    [amount > termsOf(one, today).left, 'more-than-is-owed'],
    [on > today, 'in-the-future'],
    [one.notice !== null && on < one.notice.sentOn, 'before-it-was-entered'],
  ])
}

export const stopSays = {
  'not-found': 'There is no such recovery',
  'not-yours-to-stop': 'Your role cannot do this',
  'over-already': 'This recovery is over',
  'entered-already': 'The money was entered as to be paid back already',
  'reasons-missing': 'Say why',
  'ends-before-it-begins': 'The last day of the pause is before its first',
  'not-told-yet': 'No notice was sent yet, so there is nothing to pause',
} as const
export type StopProblem = keyof typeof stopSays

/** Why a recovery may not be withdrawn: once entered, it is undone in the ledger and not here. */
export const whyNotWithdraw = (one: Recovery, because: string, today: PlainDate): readonly StopProblem[] =>
  named([
    [one.posted !== null, 'entered-already'],
    [!isOpen(standingOf(one, today)), 'over-already'],
    [because.trim() === '', 'reasons-missing'],
  ])

export type Pausing = { readonly from: PlainDate; readonly until: PlainDate; readonly because: string }

export const whyNotPause = (one: Recovery, pause: Pausing, today: PlainDate): readonly StopProblem[] =>
  named([
    [!isOpen(standingOf(one, today)), 'over-already'],
    [one.notice === null, 'not-told-yet'],
    [pause.until < pause.from, 'ends-before-it-begins'],
    [pause.because.trim() === '', 'reasons-missing'],
  ])

export type Days = { readonly objectDays: number; readonly repayDays: number }

/**
 * The days of a notice: objections until `objectBy`, nothing moves before the day after it, and nobody has to
 * repay before anything moves. The day of sending is not counted (K2).
 */
export function daysOfNotice(sentOn: PlainDate, { objectDays, repayDays }: Days) {
  const objectBy = addDays(sentOn, objectDays)
  const movesOn = addDays(objectBy, 1)
  return { objectBy, movesOn, repayBy: later(addDays(sentOn, repayDays), movesOn) }
}

/**
 * The days after a second decision: never sooner than the notice said, some days to read it, and the whole
 * time to repay again, because nobody pays what they objected to (our own rule).
 */
export function daysOfAnswer(
  answeredOn: PlainDate,
  { movesOn, repayDays, readDays }: { movesOn: PlainDate; repayDays: number; readDays: number },
) {
  const moves = later(movesOn, addDays(answeredOn, Math.max(1, readDays)))
  return { movesOn: moves, repayBy: later(addDays(answeredOn, repayDays), moves) }
}
