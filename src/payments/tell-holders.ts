import { sql } from 'kysely'
import { addDays, type PlainDate, sayDay, sayShortDay } from '../kernel/days.ts'
import { nothing, type Pence, plus, sayMoney } from '../kernel/money.ts'
import { type Paragraph, sendLetter } from '../notices/public.ts'
import { contactOf, type OrganisationId, type PersonId, settingOn } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { ask, type Job } from '../platform/jobs.ts'
import { here } from './tables.ts'
import type { InstructionId, RunId } from './types.ts'

type Paid = {
  readonly instruction: InstructionId
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly reference: string
  readonly paidTo: string
  readonly holder: PersonId | null
  readonly thirdParty: boolean
  /** Whose budget it is, where the NHS paid a supplier itself. */
  readonly personName: string | null
  readonly amount: Pence
  readonly leavesOn: PlainDate
  readonly from: PlainDate
  readonly until: PlainDate
  readonly endToEndId: string
  readonly isFor: string | null
  /** What was taken off it for an advance. */
  readonly netted: Pence
  /** What came off it, after its own notice; null where nothing did. */
  readonly takenOff: Pence | null
  readonly signedBy: string
  readonly role: string
}

const atOnce = 200

/** The payments of a run whose holders have not been told. */
async function untold(doing: Doing, run: string): Promise<readonly Paid[]> {
  const { rows } = await sql<Paid>`
    select p.instruction_id as instruction, p.organisation_id as organisation, p.person_id as person,
      p.reference, i.paid_to as "paidTo", a.holder_person_id as holder,
      i.part = 'third-party' as "thirdParty",
      case when i.part = 'notional' then n.full_name end as "personName", p.amount,
      p.leaves_on as "leavesOn", i.period_from as "from", i.period_until as "until",
      i.end_to_end_id as "endToEndId", o.because as "isFor",
      coalesce((select sum(n.amount) from payments.netted n
        where n.instruction_id = p.instruction_id), 0)::bigint as netted,
      d.amount as "takenOff", s.who_name as "signedBy",
      s.who_role as role
    from payments.payment p join payments.instruction i on i.id = p.instruction_id
      left join agreements.agreement_shown a on a.id = i.agreement_id
      join people.person_shown n on n.id = i.person_id
      left join payments.obligation o on o.id = i.obligation_id
      left join payments.deduction_taken d on d.instruction_id = i.id
      cross join lateral (select who_name, who_role from payments.release r where r.run_id = p.run_id
        order by signed_at desc, id desc limit 1) s
    where p.run_id = ${run}
      and not exists (select from payments.remittance t where t.instruction_id = p.instruction_id)
    order by p.instruction_id limit ${atOnce}`.execute(doing.transaction)
  return rows
}

const daysOf = ({ from, until }: Paid): string => `${sayShortDay(from)} to ${sayShortDay(until)}`

const paragraphs = (paid: Paid): readonly Paragraph[] => [
  paid.personName === null
    ? `We have paid ${sayMoney(paid.amount)} into the account that was agreed for this budget.`
    : `We have paid ${sayMoney(paid.amount)} to ${paid.paidTo} for your care.`,
  {
    facts: [
      ['How much', sayMoney(paid.amount)],
      ...takenOff(paid),
      ...(paid.takenOff === null
        ? []
        : [['Taken off it, as we wrote to you', sayMoney(paid.takenOff)] as const]),
      ['For', paid.isFor ?? `${daysOf(paid)}, both days included`],
      ['It leaves us on', sayDay(paid.leavesOn)],
      [paid.personName === null ? 'Your statement shows' : 'Payment', paid.endToEndId],
      ['Budget', paid.reference],
    ],
  },
  ...whatToDo(paid),
]

const takenOff = ({ amount, netted }: Paid): readonly (readonly [string, string])[] =>
  netted === nothing
    ? []
    : [['Taken off', `${sayMoney(netted)} of ${sayMoney(plus(amount, netted))}, for what we paid ahead`]]

const whatToDo = (paid: Paid): readonly Paragraph[] =>
  paid.personName === null
    ? [
        `If it has not arrived by ${sayDay(addDays(paid.leavesOn, 4))}, tell us. Do not wait.`,
        { heading: 'What you need to do' },
        'Keep the bank statement that shows this payment, and what you pay from it. ' +
          'You need not do anything else.',
      ]
    : [{ heading: 'What you need to do' }, 'Nothing. If you were not given this care, tell us.']

const roleSays = (role: string): string =>
  role === 'head-of-service' ? 'Head of service' : 'Finance officer'

async function tell(doing: Doing, paid: Paid): Promise<void> {
  const elsewhere = paid.holder !== null && paid.holder !== paid.person
  const email = elsewhere && paid.holder !== null ? (await contactOf(doing, paid.holder))?.email : undefined
  const reach = await settingOn(doing, {
    organisation: paid.organisation,
    name: 'payments-reach',
    day: doing.today,
  })
  const { id } = await sendLetter(doing, {
    organisation: paid.organisation,
    person: paid.person,
    to: {
      name: paid.personName ?? paid.paidTo,
      ...(elsewhere || paid.thirdParty ? { addressLines: [] } : {}),
      ...(email ? { email } : {}),
    },
    kind: 'remittance',
    title: `We have paid ${sayMoney(paid.amount)} for ${daysOf(paid)}`,
    paragraphs: paragraphs(paid),
    from: {
      name: paid.signedBy,
      role: roleSays(paid.role),
      reach: reach ?? 'Send us a message from your budget’s page, or call the number on your agreement',
    },
    reference: paid.reference,
    subject: paid.instruction,
    sees: 'money',
    deliver: paid.thirdParty || (elsewhere && !email) ? ['screen', 'print'] : ['screen', 'mail'],
  })
  await here(doing)
    .db.insertInto('payments.remittance')
    .values({
      instruction_id: paid.instruction,
      organisation_id: paid.organisation,
      person_id: paid.person,
      notice_id: id,
      made_on: doing.today,
    })
    .execute()
}

/**
 * Tells the holders of a run, some hundreds at a time: done or not done for each, however often it is asked.
 */
export async function tellHolders(doing: Doing, run: RunId): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`tell-holders ${run}`}, 0))`.execute(
    doing.transaction,
  )
  const some = await untold(doing, run)
  for (const paid of some) await tell(doing, paid)
  return some.length
}

/** Asked for by the release of a run. It asks for itself again until everybody has been told. */
export const tellHoldersJob: Job = {
  name: 'tell-holders',
  async run(doing, payload) {
    const run = String(payload['run']) as RunId
    const told = await tellHolders(doing, run)
    if (told === atOnce)
      await ask(doing, { name: 'tell-holders', payload: { run }, key: `tell-holders ${run}` })
  },
}

/**
 * Runs that have left and have somebody who was not told: a job was lost with the process that worked on it.
 */
export async function tellThoseLeft(doing: Doing): Promise<number> {
  const { rows } = await sql<{ run: RunId }>`select distinct p.run_id as run from payments.payment p
    where not exists (
      select from payments.remittance t where t.instruction_id = p.instruction_id) limit 1`.execute(
    doing.transaction,
  )
  const [left] = rows
  return left === undefined ? 0 : tellHolders(doing, left.run)
}

/** Every ten minutes: whoever was left untold is told, some hundreds at a time. */
export const tellThoseLeftJob: Job = {
  name: 'tell-those-left',
  every: '*/10 * * * *',
  run: async doing => void (await tellThoseLeft(doing)),
}
