import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import { type OrganisationId, settingOn } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { type EvidenceFacts, type Standing, standingOf, usualDays } from '../rules/standing.ts'
import { here } from '../tables.ts'
import { agreedFirst } from './asked-first.ts'

const budgets = (doing: Doing) =>
  here(doing)
    .db.selectFrom('agreements.agreement_shown as a')
    .innerJoin('people.person_shown as p', 'p.id', 'a.person_id')
    .select(['a.reference', 'a.organisation_id', 'p.full_name', 'a.from_on', 'a.ends_on'])
    .select(sql<Pence>`a.weekly_direct + a.weekly_third_party`.as('weekly'))
    .distinctOn('a.reference')
    .where('a.signed_by_person_on', 'is not', null)
    .where('a.signed_by_body_on', 'is not', null)
    .where(sql<boolean>`a.weekly_direct + a.weekly_third_party > 0`)
    .where('a.from_on', '<=', doing.today)
    .orderBy('a.reference')
    .orderBy('a.number', 'desc')
    .execute()

async function begun(doing: Doing): Promise<ReadonlyMap<string, PlainDate>> {
  const rows = await here(doing)
    .db.selectFrom('agreements.agreement_shown')
    .select(({ fn }) => ['reference', fn.min('from_on').as('from')])
    .where('signed_by_body_on', 'is not', null)
    .groupBy('reference')
    .execute()
  return new Map(rows.map(({ reference, from }) => [reference, from]))
}

async function shown(doing: Doing): Promise<ReadonlyMap<string, PlainDate | null>> {
  const rows = await here(doing)
    .db.selectFrom('bank.statement_shown')
    .select(({ fn }) => ['reference', fn.max('until_on').as('until')])
    .groupBy('reference')
    .execute()
  return new Map(rows.map(({ reference, until }) => [reference, until]))
}

async function asked(doing: Doing) {
  const rows = await here(doing)
    .db.selectFrom('bank.question_shown')
    .select(({ fn }) => [
      'reference',
      fn.countAll<bigint>().as('open'),
      fn.min('asked_on').as('since'),
      fn.max('call_asked_on').as('call'),
    ])
    .where('answered_on', 'is', null)
    .groupBy('reference')
    .execute()
  return new Map(rows.map(row => [row.reference, row]))
}

async function spent(doing: Doing): Promise<ReadonlyMap<string, Pence>> {
  const rows = await here(doing)
    .db.selectFrom('ledger.account_shown')
    .select(({ fn, cast }) => [
      sql<string>`split_part(name, ':', 1)`.as('reference'),
      cast<Pence>(fn.sum('kept_balance'), 'bigint').as('spent'),
    ])
    .where('kind', 'in', ['spent', 'outside-plan'])
    .groupBy(sql`split_part(name, ':', 1)`)
    .execute()
  return new Map(rows.map(row => [row.reference, row.spent]))
}

async function everyDays(doing: Doing, organisations: readonly OrganisationId[]) {
  const found = new Map<OrganisationId, number>()
  for (const organisation of new Set(organisations)) {
    const set = await settingOn(doing, { organisation, name: 'bank-statement-days', day: doing.today })
    found.set(organisation, set !== null && /^\d{1,3}$/.test(set) ? Number(set) : usualDays)
  }
  return found
}

export type EvidenceRow = EvidenceFacts &
  Standing & {
    readonly reference: string
    readonly name: string
    readonly askedSince: PlainDate | null
    /** Spent outside the plan, yet asked about first and answered with yes. */
    readonly agreedFirst: Pence
  }

/** The evidence of every budget with money that the actor sees: first what needs an answer, longest due. */
export async function evidence(doing: Doing): Promise<readonly EvidenceRow[]> {
  const rows = await budgets(doing)
  const [from, until, open, out, yes] = [
    await begun(doing),
    await shown(doing),
    await asked(doing),
    await spent(doing),
    await agreedFirst(doing, null),
  ]
  const every = await everyDays(
    doing,
    rows.map(row => row.organisation_id),
  )
  const found = rows.map(row => {
    const questions = open.get(row.reference)
    const facts: EvidenceFacts = {
      weekly: row.weekly,
      from: from.get(row.reference) ?? row.from_on,
      endsOn: row.ends_on,
      shownUntil: until.get(row.reference) ?? null,
      questions: Number(questions?.open ?? 0n),
      callAsked: questions?.call != null,
      spent: out.get(row.reference) ?? nothing,
    }
    const standing = standingOf(facts, doing.today, every.get(row.organisation_id) ?? usualDays)
    return {
      reference: row.reference,
      name: row.full_name,
      askedSince: questions?.since ?? null,
      agreedFirst: yes.get(row.reference) ?? nothing,
      ...facts,
      ...standing,
    }
  })
  return found.toSorted(
    (a, b) =>
      Number(b.needsAnswer) - Number(a.needsAnswer) ||
      Number(b.callAsked) - Number(a.callAsked) ||
      (a.statementDue < b.statementDue ? -1 : 1),
  )
}
