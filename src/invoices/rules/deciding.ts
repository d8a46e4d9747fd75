import { nothing, type Pence } from '../../kernel/money.ts'
import type { Found, Line, Outcome } from '../types.ts'

export const enterSays = {
  'budget-not-found': 'There is no signed budget of this reference that you can see',
  'not-yours-to-enter': 'Only the person, whoever holds the budget, and staff can enter an invoice',
  'name-missing': 'Enter the supplier’s name, with letters or figures',
  'number-missing': 'Enter the number on the invoice, with letters or figures',
  'ends-before-it-begins': 'The last day must be on or after the first',
  'no-lines': 'Enter at least one line of the invoice',
  'too-many-lines': 'An invoice has at most 200 lines. Enter the rest as another part of it',
  'lines-do-not-add-up': 'The lines do not come to the total of the invoice',
  'not-a-paper': 'Choose a photo (JPEG or PNG) or a PDF',
} as const
export type EnterProblem = keyof typeof enterSays
export const mostLines = 200

export const decideSays = {
  'role-may-not': 'Only staff of the ICB decide about an invoice',
  'entered-it-yourself': 'You entered this invoice yourself. Somebody else has to decide about it',
  'nothing-decided': 'Choose for at least one line what you decide',
  'decided-already': 'This line has been decided about already. Load the page again',
  stopped: 'Something stops this line. It cannot be accepted: dispute it, with the reason',
  'say-why-disputed': 'Say why it is disputed: the supplier reads it',
  'say-why-accepted': 'Say why it is accepted although something was found',
  'sum-not-in-line': 'The disputed sum must be above nothing and at most the line',
  'not-posted': 'The ledger did not take it. Nothing was decided: try again',
} as const
export type DecideProblem = keyof typeof decideSays

/** What somebody decides about one line. `disputed` is nought where all of it is accepted. */
export type Deciding = { readonly disputed: Pence; readonly because: string }

/**
 * Every reason why a line cannot be decided so; empty where it can. What something stops is not paid at all:
 * it can only be disputed as a whole. What is to be looked at is accepted with a reason.
 */
export function whyNotDecide(
  line: Pick<Line, 'amount' | 'decided'>,
  findings: readonly Pick<Found, 'grade'>[],
  { disputed, because }: Deciding,
): readonly DecideProblem[] {
  const [said, whole] = [because.trim() !== '', disputed === line.amount]
  const weighs = (grade: Found['grade']) => findings.some(one => one.grade === grade)
  const checks: readonly (readonly [boolean, DecideProblem])[] = [
    [line.decided !== null, 'decided-already'],
    [disputed < nothing || disputed > line.amount, 'sum-not-in-line'],
    [!whole && weighs('stop'), 'stopped'],
    [disputed > nothing && !said, 'say-why-disputed'],
    [disputed === nothing && weighs('warning') && !said, 'say-why-accepted'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}

export const settleSays = {
  'role-may-not': 'Only staff of the ICB settle a dispute',
  'line-not-found': 'There is no such line',
  'not-in-dispute': 'Nothing of this line is in dispute',
  'settled-already': 'This dispute was settled already. Load the page again',
  'sum-not-in-dispute': 'The sum must be above nothing and less than what is in dispute',
  'credit-not-in-dispute': 'The credit note must be above nothing and at most what is in dispute',
  'credit-number-missing': 'Enter the number of the credit note',
  'say-how': 'Say how it was settled, and with whom',
  'no-plan-line': 'No line of the plan is for this, so nothing of it can be paid out of the budget',
  'not-posted': 'The ledger did not take it. Nothing was settled: try again',
} as const
export type SettleProblem = keyof typeof settleSays

export type Settling = {
  readonly outcome: Outcome
  /** What is paid (`in-part`), or what the credit note takes off (`credit-note`). */
  readonly sum: Pence
  readonly creditNote: string
  readonly because: string
}

/** Every reason why a dispute cannot be settled so; empty where it can. */
export function whyNotSettle(
  { decided, settled, lineKey }: Pick<Line, 'decided' | 'settled' | 'lineKey'>,
  { outcome, sum, creditNote, because }: Settling,
): readonly SettleProblem[] {
  const disputed = decided?.disputed ?? nothing
  const credits = outcome === 'credit-note'
  const pays = outcome === 'in-full' || outcome === 'in-part' || (credits && sum < disputed)
  const checks: readonly (readonly [boolean, SettleProblem])[] = [
    [disputed === nothing, 'not-in-dispute'],
    [settled !== null, 'settled-already'],
    [outcome === 'in-part' && (sum <= nothing || sum >= disputed), 'sum-not-in-dispute'],
    [credits && (sum <= nothing || sum > disputed), 'credit-not-in-dispute'],
    [credits && creditNote.trim() === '', 'credit-number-missing'],
    [pays && lineKey === null, 'no-plan-line'],
    [because.trim() === '', 'say-how'],
  ]
  return checks.filter(([so]) => so).map(([, problem]) => problem)
}

export const paidSays = {
  'not-yours-to-note': 'Only whoever holds the budget, or staff for them, can note this',
  'nothing-to-pay': 'Nothing of this invoice is to be paid from the budget’s account',
  'more-than-to-pay': 'The sum must be above nothing and at most what is still to be paid',
  'in-the-future': 'The day cannot be in the future',
} as const
export type PaidProblem = keyof typeof paidSays
