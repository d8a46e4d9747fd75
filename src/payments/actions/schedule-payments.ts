import { record } from '../../access/public.ts'
import type { AgreementId, PaidPart } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { daysInside, earlier, later, type PlainDate, sayShortDay } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { minus, nothing, type Pence } from '../../kernel/money.ts'
import { type OrganisationId, settingOn } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { begunSchedules } from '../queries/owed.ts'
import { moneyForDays } from '../rules/schedule.ts'
import { here } from '../tables.ts'
import { type Every, type Method, methods, rhythms, type ScheduleId } from '../types.ts'
import { owe } from './owe.ts'

export type NewSchedule = {
  readonly agreement: AgreementId
  /** How often; the organisation's setting `payments-every` unless said, or every four weeks. */
  readonly every?: Every
  /** A day on which a period begins; the agreement's first day unless said. */
  readonly firstDueOn?: PlainDate
  /** Before the period or after it; the setting `payments-in-advance` (yes or no) unless said, or before. */
  readonly inAdvance?: boolean
  readonly until?: PlainDate | null
}
export type ScheduleProblem = 'agreement-not-found' | 'agreement-not-signed' | 'nothing-to-pay'

type AgreementRow = Awaited<ReturnType<typeof agreementById>>

const agreementById = (doing: Doing, id: AgreementId) =>
  here(doing).db.selectFrom('agreements.agreement_shown').selectAll().where('id', '=', id).executeTakeFirst()

/**
 * Schedules the money of a signed agreement: one schedule for the direct payment and one for what a third
 * party holds. Asked again it gives what is there. Days that an earlier agreement has paid at a lower sum
 * bring a difference to be paid; days it has paid at a higher sum are never taken back here: that needs
 * notice.
 */
export async function schedulePayments(
  doing: Doing,
  asked: NewSchedule,
): Promise<Done<readonly ScheduleId[], ScheduleProblem>> {
  const agreement = await agreementById(doing, asked.agreement)
  if (agreement === undefined) return refused('agreement-not-found')
  if (agreement.signed_by_body_on === null || agreement.signed_by_person_on === null)
    return refused('agreement-not-signed')
  const wanted: readonly (readonly [PaidPart, Pence])[] = [
    ['direct-payment', agreement.weekly_direct],
    ['third-party', agreement.weekly_third_party],
  ]
  const parts = wanted.filter(([, weekly]) => weekly > nothing)
  if (parts.length === 0) return refused('nothing-to-pay')
  const made: ScheduleId[] = []
  for (const [part, weekly] of parts) made.push(await scheduleOne(doing, agreement, { asked, part, weekly }))
  return done(made)
}

type One = { readonly asked: NewSchedule; readonly part: PaidPart; readonly weekly: Pence }

async function scheduleOne(
  doing: Doing,
  agreement: NonNullable<AgreementRow>,
  { asked, part, weekly }: One,
): Promise<ScheduleId> {
  const { db } = here(doing)
  const there = await db
    .selectFrom('payments.schedule')
    .select('id')
    .where('agreement_id', '=', agreement.id)
    .where('part', '=', part)
    .executeTakeFirst()
  if (there) return there.id
  const id = newId<'payment schedule'>()
  const rhythm = await rhythmOf(doing, agreement.organisation_id, { asked, from: agreement.from_on })
  const whose = {
    organisation_id: agreement.organisation_id,
    person_id: agreement.person_id,
    reference: agreement.reference,
  }
  await db
    .insertInto('payments.schedule')
    .values({
      id,
      ...whose,
      ...rhythm,
      agreement_id: agreement.id,
      part,
      weekly,
      from_on: agreement.from_on,
      until_on: asked.until ?? null,
      made_by: doing.actor.id,
      made_on: doing.today,
    })
    .execute()
  await record(doing, {
    happened: 'payments-scheduled',
    organisation: agreement.organisation_id,
    person: agreement.person_id,
    to: id,
    details: { reference: agreement.reference, part, every: rhythm.every, weekly, from: agreement.from_on },
  })
  await oweDifference(doing, agreement, { part, weekly })
  return id
}

/** The rhythm as asked for, or as the organisation has set it for the day on which the agreement begins. */
async function rhythmOf(
  doing: Doing,
  organisation: OrganisationId,
  { asked, from }: { asked: NewSchedule; from: PlainDate },
) {
  const set = (name: string) => settingOn(doing, { organisation, name, day: from })
  const oneOf = <Value extends string>(
    values: readonly Value[],
    value: string | null,
    otherwise: Value,
  ): Value => values.find(one => one === value) ?? otherwise
  const method: Method = oneOf(methods, await set('payments-monthly-method'), 'level-months')
  return {
    every: asked.every ?? oneOf(rhythms, await set('payments-every'), 'four-weeks'),
    first_due_on: asked.firstDueOn ?? from,
    in_advance: asked.inAdvance ?? (await set('payments-in-advance')) !== 'no',
    method,
  }
}

/** Days of the new agreement that an earlier one has paid already: what is more is owed once. */
async function oweDifference(
  doing: Doing,
  agreement: NonNullable<AgreementRow>,
  { part, weekly }: Pick<One, 'part' | 'weekly'>,
): Promise<void> {
  const all = await begunSchedules(doing, { reference: agreement.reference })
  const before = all.filter(
    ({ row }) => row.part === part && row.number < agreement.number && row.weekly < weekly,
  )
  for (const { row, live } of before) {
    if (live === null || live.until < agreement.from_on) continue
    const from = later(agreement.from_on, live.first)
    const until = agreement.ends_on === null ? live.until : earlier(live.until, agreement.ends_on)
    if (until < from) continue
    const days = daysInside(from, until)
    await owe(doing, {
      agreement: agreement.id,
      part,
      kind: 'difference',
      amount: minus(moneyForDays(weekly, days), moneyForDays(row.weekly, days)),
      dueOn: doing.today,
      from,
      until,
      because: `Difference for ${sayShortDay(from)} to ${sayShortDay(until)}: your budget has gone up`,
    })
  }
}

/** Schedules every agreement of an organisation that both sides have signed and that has no schedule yet. */
export async function scheduleSigned(doing: Doing, organisation: OrganisationId | null): Promise<number> {
  const rows = await here(doing)
    .db.selectFrom('agreements.agreement_shown as a')
    .select('a.id')
    .$if(organisation !== null, query =>
      query.where('a.organisation_id', '=', organisation as OrganisationId),
    )
    .where('a.signed_by_person_on', 'is not', null)
    .where('a.signed_by_body_on', 'is not', null)
    .where(or => or.or([or('a.weekly_direct', '>', nothing), or('a.weekly_third_party', '>', nothing)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('payments.schedule as s').select('s.id').whereRef('s.agreement_id', '=', 'a.id')),
      ),
    )
    .orderBy('a.reference')
    .orderBy('a.number')
    .execute()
  for (const { id } of rows) await schedulePayments(doing, { agreement: id })
  return rows.length
}
