import { agreementOn, endingOf, newestAgreement } from '../../agreements/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { nothing, type Pence, pence } from '../../kernel/money.ts'
import { accountsOf, balancesOf, heldBy, outsidePlanOf } from '../../ledger/public.ts'
import { advanceAhead } from '../../payments/public.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type Case, caseOf } from '../../requests/public.ts'
import { standingOf } from '../rules/standing.ts'
import { type Found, notCarried, workingOf } from '../rules/surplus.ts'
import { here } from '../tables.ts'
import type { Kept, Working } from '../types.ts'
import { recoveriesOf } from './recoveries.ts'
import { figuresOf, type SettingShown, settingsOf } from './settings.ts'

/** A budget of which money may be asked back, with what its agreement and the death of its person say. */
export type Budget = {
  readonly one: Case
  readonly found: Found
  readonly settings: readonly SettingShown[]
  readonly holder: string
  readonly employs: boolean
  readonly diedOn: PlainDate | null
}

async function agreementFor(doing: Doing, reference: string) {
  const today = await agreementOn(doing, reference, doing.today)
  const one = today ?? (await newestAgreement(doing, reference))
  return one?.signed_by_person_on != null && one.signed_by_body_on !== null ? one : null
}

async function shownUntil(doing: Doing, reference: string) {
  const row = await here(doing)
    .db.selectFrom('bank.statement_shown')
    .select(({ fn }) => fn.max('until_on').as('until'))
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row?.until ?? null
}

async function firstDay(doing: Doing, reference: string) {
  const row = await here(doing)
    .db.selectFrom('agreements.agreement_shown')
    .select(({ fn }) => fn.min('from_on').as('from'))
    .where('reference', '=', reference as Reference)
    .executeTakeFirst()
  return row?.from ?? doing.today
}

/** Of emergency advances, what was taken off no payment and stands in the working of no recovery yet. */
export async function advanceToCarry(doing: Doing, reference: string): Promise<Pence> {
  const stands = (await recoveriesOf(doing, reference)).filter(
    one => !['withdrawn', 'dropped'].includes(standingOf(one, doing.today)),
  )
  const carried = stands.map(({ working }) => working.advance)
  return notCarried(await advanceAhead(doing, reference), carried)
}

/** What is known today of a budget's money; null where there is no agreement, or none that may be seen. */
export async function budgetFound(doing: Doing, reference: string): Promise<Budget | null> {
  const one = await caseOf(doing, reference)
  const agreement = one === null ? null : await agreementFor(doing, reference)
  if (one === null || agreement === null) return null
  const balances = await balancesOf(doing, accountsOf(one.reference))
  const diedOn = (await personShown(doing, one.person))?.diedOn ?? null
  const endsOn = agreement.ends_on ?? (await endingOf(doing, reference))?.ends_on ?? null
  const lastDay = diedOn !== null && (endsOn === null || diedOn < endsOn) ? diedOn : endsOn
  return {
    one,
    settings: await settingsOf(doing, one.organisation),
    holder: agreement.holder_name || agreement.third_party_name || one.personName,
    employs: agreement.employs,
    diedOn,
    found: {
      today: doing.today,
      weekly: pence(agreement.weekly_direct + agreement.weekly_third_party),
      from: await firstDay(doing, reference),
      endsOn: lastDay,
      shownUntil: await shownUntil(doing, reference),
      held: balances.get(heldBy(one.reference)) ?? nothing,
      advance: await advanceToCarry(doing, one.reference),
      outsidePlan: balances.get(outsidePlanOf(one.reference)) ?? nothing,
    },
  }
}

/** The working as it would be today, with the sums that somebody typed in as owed. */
export const workingToday = (budget: Budget, owed: readonly Kept[]): Working =>
  workingOf(budget.found, figuresOf(budget.settings, budget.found.today), owed)

/** The working of a budget as it would be today; null where there is no agreement, or none to see. */
export async function workingNow(
  doing: Doing,
  reference: string,
  owed: readonly Kept[] = [],
): Promise<Working | null> {
  const budget = await budgetFound(doing, reference)
  return budget === null ? null : workingToday(budget, owed)
}
