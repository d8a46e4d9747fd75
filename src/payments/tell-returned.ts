import { sql } from 'kysely'
import { type PlainDate, sayDay, sayShortDay } from '../kernel/days.ts'
import { type Pence, sayMoney } from '../kernel/money.ts'
import { type Paragraph, sendLetter } from '../notices/public.ts'
import { contactOf, type OrganisationId, type PersonId, settingOn } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { ask, type Job } from '../platform/jobs.ts'
import { here } from './tables.ts'
import type { ReturnId } from './types.ts'

type Back = {
  readonly id: ReturnId
  readonly instruction: string
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly reference: string
  readonly paidTo: string
  readonly holder: PersonId | null
  readonly thirdParty: boolean
  /** Whose budget it is, where the NHS paid a supplier itself. */
  readonly personName: string | null
  readonly amount: Pence
  readonly from: PlainDate
  readonly until: PlainDate
  readonly on: PlainDate
  readonly because: string
}

const atOnce = 200

/** What came back of a run and whose holder has not been told. */
async function untold(doing: Doing, run: string): Promise<readonly Back[]> {
  const { rows } = await sql<Back>`
    select r.id, r.instruction_id as instruction, r.organisation_id as organisation, r.person_id as person,
      i.reference, i.paid_to as "paidTo", a.holder_person_id as holder,
      i.part = 'third-party' as "thirdParty",
      case when i.part = 'notional' then n.full_name end as "personName",
      i.amount, i.period_from as "from", i.period_until as "until", r.on_day as "on", r.because
    from payments.returned r join payments.instruction i on i.id = r.instruction_id
      left join agreements.agreement_shown a on a.id = i.agreement_id
      join people.person_shown n on n.id = i.person_id
    where i.run_id = ${run}
      and not exists (select from payments.return_told t where t.returned_id = r.id)
    order by r.id limit ${atOnce}`.execute(doing.transaction)
  return rows
}

const paragraphs = (back: Back): readonly Paragraph[] => [
  `We paid ${sayMoney(back.amount)} for this budget, and it came back to us. You have not lost the money: ` +
    'it is set aside for you, and we pay it again.',
  {
    facts: [
      ['How much', sayMoney(back.amount)],
      ['For', `${sayShortDay(back.from)} to ${sayShortDay(back.until)}, both days included`],
      ['It came back on', sayDay(back.on)],
      ['Why', back.because],
      ['Budget', back.reference],
    ],
  },
  { heading: 'What you need to do' },
  back.personName === null
    ? 'Check that the bank account on your agreement is right. If it is not, give us the right one now: ' +
      'then the next payment reaches you. If somebody waits for wages, tell us today.'
    : `Nothing. We ask ${back.paidTo} for the right bank account.`,
]

async function tell(doing: Doing, back: Back): Promise<void> {
  const elsewhere = back.holder !== null && back.holder !== back.person
  const email = elsewhere && back.holder !== null ? (await contactOf(doing, back.holder))?.email : undefined
  const { organisation, person } = back
  const reach = await settingOn(doing, { organisation, name: 'payments-reach', day: doing.today })
  const { id } = await sendLetter(doing, {
    organisation,
    person,
    to: {
      name: back.personName ?? back.paidTo,
      ...(elsewhere || back.thirdParty ? { addressLines: [] } : {}),
      ...(email ? { email } : {}),
    },
    kind: 'remittance',
    title: `Your payment of ${sayMoney(back.amount)} came back to us`,
    paragraphs: paragraphs(back),
    from: {
      name: 'Payments team',
      role: 'Finance',
      reach: reach ?? 'Send us a message from your budget’s page, or call the number on your agreement',
    },
    reference: back.reference,
    subject: back.id,
    sees: 'money',
    deliver: back.thirdParty || (elsewhere && !email) ? ['screen', 'print'] : ['screen', 'mail'],
  })
  const about = { organisation_id: organisation, person_id: person, notice_id: id, made_on: doing.today }
  await here(doing)
    .db.insertInto('payments.return_told')
    .values({ returned_id: back.id, ...about })
    .execute()
}

/** Tells the holders of payments that came back, some hundreds at a time: once each, however often asked. */
export async function tellReturned(doing: Doing, run: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tell-returned ${run}`}, 0))`.execute(
    doing.transaction,
  )
  const some = await untold(doing, run)
  for (const back of some) await tell(doing, back)
  return some.length
}

/** Asked for when a payment comes back. It asks for itself again until everybody has been told. */
export const tellReturnedJob: Job = {
  name: 'tell-returned',
  async run(doing, payload) {
    const run = String(payload['run'])
    if ((await tellReturned(doing, run)) === atOnce)
      await ask(doing, { name: 'tell-returned', payload: { run }, key: `tell-returned ${run}` })
  },
}
