import assert from 'node:assert/strict'
import { sql } from 'kysely'
import {
  decideLines,
  enterInvoice,
  invoiceOf,
  type LineDecision,
  type NewInvoice,
  type NewLine,
  type NewSettlement,
  settleLine,
} from '../src/invoices/public.ts'
import { addDays, type PlainDate } from '../src/kernel/days.ts'
import { newId } from '../src/kernel/ids.ts'
import { costOf, nothing, type Pence, pence, plus, type Thousandths } from '../src/kernel/money.ts'
import { decideSupplierAccount, giveSupplierAccount } from '../src/payments/public.ts'
import type { OrganisationId } from '../src/people/public.ts'
import type { TestDatabase } from '../src/platform/testing.ts'
import { aBudget, type Budget } from './budgets.ts'
import { doAs, doingIt, type Someone } from './harness.ts'
import { anOffice, monday } from './payments.ts'

/** The lines of the plan of every budget here: what the NHS arranges, and one that the holder pays. */
export const planned = [
  {
    key: 'line-1',
    says: 'Mornings',
    unit: 'hour',
    units: 14_000,
    rate: 2_000,
    weekly: 28_000,
    way: 'notional',
    payee: 'Fernway Care Ltd',
  },
  {
    key: 'line-2',
    says: 'Physio',
    unit: 'visit',
    units: 1_000,
    rate: 4_500,
    weekly: 4_500,
    way: 'notional',
    payee: 'Larkfield Physio',
  },
  {
    key: 'line-3',
    says: 'Swimming',
    unit: 'session',
    units: 1_000,
    rate: 1_000,
    weekly: 1_000,
    way: 'direct-payment',
    payee: 'Millbrook Pool',
  },
] as const

const columnsOf = (way?: 'third-party') =>
  planned.map(({ key, ...line }) => ({ line_key: key, ...line, way: way ?? line.way }))

/** The first day of the budgets here: five weeks before the Monday of the tests. */
export const began = addDays(monday, -35)

/** A line of Fernway's: two hours of a morning at the agreed rate, on the first day, unless said. */
export function aLine(about: Partial<Omit<NewLine, 'units'>> & { units?: bigint } = {}): NewLine {
  const units = (about.units ?? 2_000n) as Thousandths
  const rate = about.rate ?? pence(2_000n)
  const line = {
    says: 'Morning',
    on: began,
    begins: '08:00',
    ends: '10:00',
    unit: 'hour',
    lineKey: 'line-1',
  } as const
  return { ...line, ...about, units, rate, amount: costOf(units, rate) }
}

export type Entering = Partial<Omit<NewInvoice, 'lines' | 'total'>> & { readonly lines?: readonly NewLine[] }

export const anInvoice = (reference: string, about: Entering = {}): NewInvoice => {
  const lines = about.lines ?? [aLine()]
  return {
    reference,
    supplier: 'Fernway Care Ltd',
    address: '1 Mill Lane\nMillbrook',
    theirs: 'F-1001',
    datedOn: addDays(began, 28),
    dueOn: null,
    from: began,
    until: addDays(began, 27),
    file: null,
    ...about,
    lines,
    total: plus(nothing, ...lines.map(one => one.amount)),
  }
}

type About = { readonly thirdParty?: OrganisationId; readonly name?: string }

/** An office with a budget of which the NHS pays two lines, and everything that is done to invoices. */
export async function invoiced(database: TestDatabase, about: About = {}) {
  const office = await anOffice(database)
  const { organisation, kay, sol } = office
  const budget = await doingIt(database, doing =>
    aBudget(doing, {
      organisation,
      from: began,
      scheduled: false,
      ...(about.thirdParty === undefined ? {} : { thirdParty: about.thirdParty }),
      lines: columnsOf(about.thirdParty === undefined ? undefined : 'third-party'),
      weekly: pence(33_500n),
      name: about.name ?? 'Ada Marwood',
    }),
  )
  const { reference } = budget
  const enter = async (who: Someone, more: Entering = {}) => {
    const made = await doAs(database, who, doing => enterInvoice(doing, anInvoice(reference, more)))
    assert.ok(made.done, made.done ? '' : made.because.join(', '))
    return made.value
  }
  const decide = (number: number, lines: readonly LineDecision[], who: Someone = sol) =>
    doAs(database, who, doing => decideLines(doing, { reference, number, lines }))
  const accept = async (number: number, ...places: readonly number[]) => {
    const made = await decide(
      number,
      places.map(place => ({ place, disputed: nothing, because: 'Seen' })),
    )
    assert.ok(made.done, made.done ? '' : JSON.stringify(made))
  }
  const settle = (number: number, place: number, more: Partial<NewSettlement> = {}, who: Someone = sol) =>
    doAs(database, who, doing =>
      settleLine(doing, {
        reference,
        number,
        place,
        outcome: 'in-full',
        sum: nothing,
        creditNote: '',
        because: 'Rang them',
        ...more,
      }),
    )
  const read = async (number: number) => {
    const found = await doingIt(database, doing => invoiceOf(doing, reference, number))
    assert.ok(found)
    return found
  }
  const account = {
    organisation,
    supplier: 'Fernway Care',
    name: 'Fernway Care',
    sortCode: '089999',
    accountNumber: '66374958',
  }
  /** Gives Fernway's account by one and has it checked by the other. */
  const withAccount = async () => {
    const given = await doAs(database, kay, doing => giveSupplierAccount(doing, account))
    assert.ok(given.done)
    const checked = { organisation, account: given.value, decided: 'approved', because: 'Rang them' } as const
    assert.ok((await doAs(database, sol, doing => decideSupplierAccount(doing, checked))).done)
  }
  return { ...office, budget, reference, enter, decide, accept, settle, invoice: read, withAccount }
}

/** Hours of an assistant on a day, approved by the employer. */
export async function approvedHours(
  database: TestDatabase,
  budget: Budget,
  at: { on: PlainDate; begins: string | null; hours: bigint },
) {
  const { organisation, person, reference } = budget
  const [job, sheet] = [newId(), newId()]
  await sql`insert into employment.engagement (id, code, organisation_id, person_id, reference, employer_name,
      assistant_name, job, from_on, made_by_name, made_on)
    values (${job}, ${`PA-${job.slice(-8)}`}, ${organisation}, ${person}, ${reference}, 'Ada Marwood',
      'Joan Reeve', 'Mornings', ${began}, 'Ada Marwood', ${began})`.execute(database.kysely)
  await sql`insert into employment.timesheet (id, engagement_id, organisation_id, person_id, week_on, number,
      sent_by_name, sent_as, sent_on, sent_at)
    values (${sheet}, ${job}, ${organisation}, ${person}, date_trunc('week', ${at.on}::date)::date, 1,
      'Joan Reeve', 'assistant', ${at.on}, now())`.execute(database.kysely)
  await sql`insert into employment.spell (timesheet_id, engagement_id, organisation_id, person_id, on_day,
      unit, units, begins)
    values (${sheet}, ${job}, ${organisation}, ${person}, ${at.on}, 'hour', ${at.hours},
      ${at.begins})`.execute(database.kysely)
  await sql`insert into employment.decision (timesheet_id, engagement_id, organisation_id, person_id, decided,
      decided_by_name, decided_as, decided_on, decided_at)
    values (${sheet}, ${job}, ${organisation}, ${person}, 'approved', 'Ada Marwood', 'employer', ${at.on},
      now())`.execute(database.kysely)
}

export const sumOf = (pounds: number): Pence => pence(BigInt(Math.round(pounds * 100)))
