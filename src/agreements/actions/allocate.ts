import { type Done, done } from '../../kernel/answers.ts'
import { later, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { negative, nothing, type Pence, smaller } from '../../kernel/money.ts'
import {
  allocatedTo,
  balanceOf,
  fundOf,
  type LedgerProblem,
  type NewEntry,
  post,
} from '../../ledger/public.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { agreementOn } from '../queries/agreements.ts'
import { leftAfter, moneyFor, yearsBegun } from '../rules/year.ts'
import { type AgreementsShown, here } from '../tables.ts'

type AgreementRow = AgreementsShown['agreements.agreement_shown']

const weeklyOf = (one: AgreementRow): Pence =>
  (one.weekly_direct + one.weekly_third_party + one.weekly_notional) as Pence

/**
 * Which budget years of an agreement are in the ledger: said by the keys, so that no year is set aside
 * twice.
 */
const keyOfYear = (one: AgreementRow, year: number): string => `agreement:${one.id}:year:${year}`

async function fundFor(doing: Doing, one: AgreementRow) {
  const body = await organisation(doing, one.organisation_id)
  if (body === null) throw new Error(`The organisation of ${one.reference} cannot be seen`)
  return fundOf(body.code)
}

const entry = (one: AgreementRow, about: Pick<NewEntry, 'key' | 'effectiveOn' | 'because'>) => ({
  ...about,
  organisation: one.organisation_id,
  person: one.person_id,
})

/**
 * Sets aside every budget year of the agreement that has begun by a day. Asked again it posts nothing twice.
 * For a
 * payment run: whatever is due by `by` was set aside before. An agreement without both signatures sets
 * nothing aside.
 */
export async function allocateUntil(
  doing: Doing,
  reference: string,
  by: PlainDate,
): Promise<Done<number, LedgerProblem>> {
  const one = await agreementOn(doing, reference, by)
  if (one === null || one.signed_by_person_on === null || one.signed_by_body_on === null) return done(0)
  if (weeklyOf(one) === nothing || one.ends_on !== null) return done(0)
  return allocateYears(doing, one, by)
}

export async function allocateYears(
  doing: Doing,
  one: AgreementRow,
  by: PlainDate,
): Promise<Done<number, LedgerProblem>> {
  const fund = await fundFor(doing, one)
  const weekly = weeklyOf(one)
  const entries = yearsBegun(one.from_on, by).map(year => {
    const sum = moneyFor(weekly, year.from, year.until)
    return {
      ...entry(one, {
        key: keyOfYear(one, year.number),
        effectiveOn: year.from,
        because: `Budget for ${sayShortDay(year.from)} to ${sayShortDay(year.until)}, as agreed`,
      }),
      postings: [
        { account: fund, pence: negative(sum) },
        { account: allocatedTo(one.reference), pence: sum },
      ],
    }
  })
  const posted = await post(doing, entries)
  return posted.done ? done(posted.value.filter(({ earlier }) => !earlier).length) : posted
}

async function yearsSetAside(doing: Doing, one: AgreementRow): Promise<number> {
  const row = await here(doing)
    .db.selectFrom('ledger.entry_shown')
    .select(eb => eb.fn.countAll<bigint>().as('years'))
    .where('key', 'like', `agreement:${one.id}:year:%`)
    .executeTakeFirst()
  return Number(row?.years ?? 0)
}

/**
 * Gives back to the fund what was set aside for days after the last one that is held, never more than there
 * is.
 * Money that was paid out already stays with the holder: what becomes of it is settled apart, with notice.
 */
export async function releaseAfter(
  doing: Doing,
  one: AgreementRow,
  { lastDay, because, key }: { lastDay: PlainDate; because: string; key: string },
): Promise<Done<Pence, LedgerProblem>> {
  const years = await yearsSetAside(doing, one)
  const weekly = weeklyOf(one)
  if (years === 0 || weekly === nothing) return done(nothing)
  const account = allocatedTo(one.reference)
  const left = leftAfter({ from: one.from_on, weekly }, lastDay, years)
  const sum = smaller(left, await balanceOf(doing, account))
  if (sum <= nothing) return done(nothing)
  const postings = [
    { account, pence: negative(sum) },
    { account: await fundFor(doing, one), pence: sum },
  ]
  const effectiveOn = later(lastDay, one.from_on)
  const posted = await post(doing, [{ ...entry(one, { key, effectiveOn, because }), postings }])
  return posted.done ? done(sum) : posted
}
