import { sql } from 'kysely'
import type { AccountId, AgreementId } from '../src/agreements/public.ts'
import { addDays, type PlainDate } from '../src/kernel/days.ts'
import { newId, newReference, type Reference } from '../src/kernel/ids.ts'
import { type Pence, pence } from '../src/kernel/money.ts'
import { allocatedTo, fundOf, post } from '../src/ledger/public.ts'
import type { Every } from '../src/payments/public.ts'
import { addOrganisation, type OrganisationId, type PersonId } from '../src/people/public.ts'
import type { Doing } from '../src/platform/doing.ts'
import { holderOf, lineRows, sealed } from './budget-rows.ts'

/**
 * A budget of Millbrook's that is ready to be paid: planned, agreed, signed, with an account and money set
 * aside.
 */
export type Budget = {
  readonly reference: Reference
  readonly organisation: OrganisationId
  readonly person: PersonId
  readonly name: string
  readonly agreement: AgreementId
  readonly account: AccountId
  readonly sortCode: string
  readonly accountNumber: string
}
export type About = {
  readonly organisation: OrganisationId
  readonly from: PlainDate
  readonly weekly?: Pence
  readonly name?: string
  readonly email?: string
  /** What was not done, for a budget that cannot be paid. */
  readonly without?: readonly ('signature' | 'approval' | 'consent' | 'money')[]
  readonly scheduled?: boolean
  readonly every?: Every
  /** The organisation that holds all of it; the lines of its plan, by the columns of `plans.line`. */
  readonly thirdParty?: OrganisationId
  readonly lines?: readonly object[]
}

const numbersOf = (place: number) => ({ sortCode: '200000', accountNumber: String(10_000_000 + place) })

const accountOf = ({ name, sortCode, accountNumber }: Omit<Budget, 'reference'>): string =>
  sealed('bank account', { name, sortCode, accountNumber })

const firstNames = 'Ada Bryn Cora Dewi Elin Farid Gil Hana Idris Joss'.split(' ')
const lastNames = 'Marwood Tremain Kerrow Nandra Abara Osei Weld Ruddock Fenn Reeve'.split(' ')
export const nameAt = (place: number): string =>
  `${firstNames[place % 10]} ${lastNames[Math.floor(place / 10) % 10]}`

export const aBody = (doing: Doing, code = 'QMB', name = 'NHS Millbrook ICB'): Promise<OrganisationId> =>
  addOrganisation(doing, { code, kind: 'icb', name, invented: true })

/** Makes many budgets at once, in a few statements: rows of every module as its actions would leave them. */
export async function makeBudgets(doing: Doing, all: readonly About[]): Promise<readonly Budget[]> {
  const references = new Set<Reference>()
  while (references.size < all.length) references.add(newReference())
  const made = [...references].map((reference, place) => ({
    about: all[place] as About,
    reference,
    organisation: (all[place] as About).organisation,
    person: newId<'person'>(),
    name: all[place]?.name ?? nameAt(place),
    agreement: newId<'agreement'>() as AgreementId,
    account: newId<'bank account'>() as AccountId,
    sum: newId<'sum'>(),
    version: newId<'plan version'>(),
    weekly: all[place]?.weekly ?? pence(28_000n),
    ...numbersOf(place),
  }))
  type Made = (typeof made)[number]
  const owned = ({ organisation, person }: Made) => ({ organisation_id: organisation, person_id: person })
  const whose = (one: Made) => ({ ...owned(one), reference: one.reference })
  const has = ({ about }: Made, what: 'signature' | 'approval' | 'consent' | 'money'): boolean =>
    !(about.without ?? []).includes(what)
  const insert = async (table: string, rows: readonly object[]): Promise<void> => {
    const names = Object.keys(rows[0] ?? {})
    if (names.length === 0) return
    const list = sql.join(names.map(name => sql.ref(name)))
    const json = JSON.stringify(rows, (_name, value: unknown) =>
      typeof value === 'bigint' ? value.toString() : value,
    )
    await sql`insert into ${sql.table(table)} (${list}) select ${list}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`.execute(doing.transaction)
  }
  await insert(
    'people.person',
    made.map(one => ({
      id: one.person,
      organisation_id: one.organisation,
      full_name: one.name,
      contact: one.about.email ? sealed('contact', { email: one.about.email }) : null,
      communication: {},
      made_at: doing.now,
    })),
  )
  await insert(
    'needs.sum',
    made.map(one => ({
      id: one.sum,
      ...whose(one),
      version: 1,
      kind: 'final',
      formula_version: 1,
      rates_on: one.about.from,
      from_on: one.about.from,
      weekly: one.weekly,
      facts: {},
      lines: [],
      warnings: [],
      made_at: doing.now,
      made_on: one.about.from,
    })),
  )
  const plan = made.map(one => ({
    id: one.version,
    ...whose(one),
    number: 1,
    sum_id: one.sum,
    notice_days: 28,
    changed: 1,
    made_at: doing.now,
    made_on: one.about.from,
  }))
  await insert('plans.version', plan)
  const ofVersion = (one: Made) => ({ version_id: one.version, ...whose(one) })
  await insert(
    'plans.line',
    made.flatMap(one => lineRows(one.about.lines ?? [], ofVersion(one))),
  )
  const signer = { signed_by: newId(), signed_by_name: 'Head of Service', signed_role: 'head-of-service' }
  await insert(
    'plans.sign_off',
    made.map(one => ({
      version_id: one.version,
      ...owned(one),
      weekly: one.weekly,
      in_force_from: one.about.from,
      ...signer,
      signed_on: addDays(one.about.from, -7),
    })),
  )
  await insert(
    'agreements.account',
    made.map(one => ({
      id: one.account,
      ...whose(one),
      details: accountOf(one),
      ending: one.accountNumber.slice(-4),
      name_on_account: one.name,
      whose: 'person',
      sole_purpose: true,
      auditable: true,
      others_use_it: false,
      one_off: false,
      checked: 'could-not-be-checked',
      given_on: addDays(one.about.from, -7),
    })),
  )
  await insert(
    'agreements.account_decision',
    made
      .filter(one => has(one, 'approval'))
      .map(one => ({
        id: newId(),
        account_id: one.account,
        ...owned(one),
        decided: 'approved',
        decided_on: addDays(one.about.from, -5),
      })),
  )
  await insert(
    'agreements.agreement',
    made.map(one => ({
      id: one.agreement,
      ...whose(one),
      number: 1,
      plan_version_id: one.version,
      ...holderOf(one.about.thirdParty, one),
      own_consent: true,
      weekly_notional: 0,
      from_on: one.about.from,
      notice_days: 28,
      employs: false,
      ways: [],
      family: [],
      conditions: [],
      made_on: addDays(one.about.from, -7),
    })),
  )
  const facts = made.flatMap(one =>
    (['consent', 'signed-by-person', 'signed-by-body'] as const)
      .filter(what => what !== 'consent' || has(one, 'consent'))
      .filter(what => what !== 'signed-by-person' || has(one, 'signature'))
      .map(what => ({
        id: newId(),
        agreement_id: one.agreement,
        ...owned(one),
        what,
        on_day: addDays(one.about.from, -5),
        by_name: one.name,
        as_who: what === 'signed-by-body' ? 'body' : 'the-person',
        how: 'online',
        noted_on: addDays(one.about.from, -5),
      })),
  )
  await insert('agreements.fact', facts)
  const posted = await post(
    doing,
    made
      .filter(one => has(one, 'money'))
      .map(one => ({
        key: `agreement:${one.agreement}:year:1`,
        effectiveOn: one.about.from,
        because: 'Budget for the year, as agreed',
        organisation: one.organisation,
        person: one.person,
        postings: [
          { account: fundOf(`of-${one.organisation}`), pence: pence(-one.weekly * 53n) },
          { account: allocatedTo(one.reference), pence: pence(one.weekly * 53n) },
        ],
      })),
  )
  if (!posted.done) throw new Error(posted.because.join(', '))
  await insert(
    'payments.schedule',
    made
      .filter(one => one.about.scheduled !== false && has(one, 'signature'))
      .map(one => ({
        id: newId(),
        ...whose(one),
        agreement_id: one.agreement,
        part: 'direct-payment',
        every: one.about.every ?? 'four-weeks',
        first_due_on: one.about.from,
        weekly: one.weekly,
        from_on: one.about.from,
        in_advance: true,
        method: 'level-months',
        made_on: one.about.from,
      })),
  )
  return made
}

export async function aBudget(doing: Doing, about: About): Promise<Budget> {
  const [made] = await makeBudgets(doing, [about])
  if (made === undefined) throw new Error('no budget was made')
  return made
}
