import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import { nothing, type Pence } from '../../kernel/money.ts'
import type { Paging } from '../../kernel/paging.ts'
import { figuresOver, foundBy, type OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import { settingNames } from '../rules/settings.ts'
import { type EvidenceFacts, type Standing, usualDays } from '../rules/standing.ts'
import { here } from '../tables.ts'
import { type EvidenceKind, evidenceKinds } from '../types.ts'
import { agreedFirst } from './asked-first.ts'
import { standingRows } from './standing-sql.ts'

/** The days between statements, as each organisation has set them that has budgets this actor sees. */
async function everyDays(doing: Doing): Promise<RawBuilder<unknown>> {
  const rows = await here(doing)
    .db.selectFrom('people.setting_shown')
    .select('organisation_id')
    .distinct()
    .where('name', '=', 'bank-statement-days')
    .execute()
  const found: { organisation_id: OrganisationId; days: number }[] = []
  for (const { organisation_id } of rows) {
    const figures = await figuresOver(doing, organisation_id, settingNames)
    found.push({ organisation_id, days: figures(doing.today)['bank-statement-days'] })
  }
  return sql`every_days as (select * from jsonb_to_recordset(${JSON.stringify(found)}::jsonb)
    as e (organisation_id uuid, days int))`
}

/** Budgets with money that both sides have signed, by the newest agreement that has begun. */
const budgets = (today: PlainDate) => sql`agreed as materialized (
    select a.reference, a.number, a.organisation_id, a.person_id, a.from_on, a.ends_on,
      a.signed_by_person_on, a.signed_by_body_on, a.weekly_direct + a.weekly_third_party as weekly
    from agreements.agreement_shown a
  ), budgets as materialized (
    select distinct on (a.reference) a.* from agreed a
    where a.signed_by_person_on is not null and a.signed_by_body_on is not null and a.weekly > 0
      and a.from_on <= ${today}::date
    order by a.reference, a.number desc
  ), begun as (
    select a.reference, min(a.from_on) as from_on from agreed a where a.signed_by_body_on is not null
    group by a.reference
  )`

const evidenceOf = sql`sent as (
    select s.reference, max(s.until_on) as until_on from bank.statement s group by s.reference
  ), asked as (
    select q.reference, count(*)::int as questions, min(q.asked_on) as since,
      bool_or(exists (select from bank.answer w where w.question_id = q.question_id and w.answer = 'call-me'))
        as call_asked
    from bank.open_question q group by q.reference
  ), spent as (
    select split_part(a.name, ':', 1) as reference, sum(a.kept_balance)::bigint as spent
    from ledger.account_shown a where a.kind in ('spent', 'outside-plan') group by 1
  ), flagged as (
    select f.reference, count(*)::int as flags from bank.flag_shown f where f.ended_on is null
    group by f.reference
  ), facts as (
    select b.reference, b.organisation_id, b.person_id, b.weekly, b.ends_on,
      coalesce(n.from_on, b.from_on) as from_on, t.until_on as shown_until,
      coalesce(q.questions, 0) as questions, coalesce(q.call_asked, false) as call_asked, q.since,
      coalesce(s.spent, 0) as spent, coalesce(e.days, ${usualDays}::int) as every
    from budgets b left join begun n on n.reference = b.reference
      left join sent t on t.reference = b.reference
      left join asked q on q.reference = b.reference left join spent s on s.reference = b.reference
      left join every_days e on e.organisation_id = b.organisation_id
  )`

export type EvidenceRow = EvidenceFacts &
  Standing & {
    readonly reference: string
    readonly name: string
    readonly askedSince: PlainDate | null
    /** How many flags stand. */
    readonly flags: number
    /** Spent outside the plan, yet asked about first and answered with yes. */
    readonly agreedFirst: Pence
  }

export type EvidenceAsked = { readonly kind: EvidenceKind; readonly find: string; readonly page: number }
export type Evidence = {
  readonly paging: Paging
  readonly rows: readonly EvidenceRow[]
  /** How many budgets there are of each kind, of those that are looked for. */
  readonly counts: Readonly<Record<EvidenceKind, number>>
}

const isKind: Readonly<Record<EvidenceKind, RawBuilder<boolean>>> = {
  answer: sql`"needsAnswer"`,
  overdue: sql`overdue`,
  questions: sql`questions > 0`,
  call: sql`"callAsked"`,
  overspent: sql`overspent is not null`,
  flags: sql`flags > 0`,
  all: sql`true`,
}

/** A page of the evidence of budgets that the actor sees: first what needs an answer, the longest due. */
export async function evidence(doing: Doing, { kind, find, page }: EvidenceAsked): Promise<Evidence> {
  const kept = sql`${await everyDays(doing)}, ${budgets(doing.today)}, ${evidenceOf},
    ${standingRows(doing.today)}, kept as materialized (
      select s.reference, p.full_name as name, s.weekly, s.from_on as "from", s.ends_on as "endsOn",
        s.shown_until as "shownUntil", s.questions, s.call_asked as "callAsked", s.spent, s.overdue,
        s.statement_due as "statementDue", s.overspent, s.needs_answer as "needsAnswer",
        s.since as "askedSince", coalesce(g.flags, 0) as flags
      from standing s join people.person_shown p on p.id = s.person_id
        left join flagged g on g.reference = s.reference
      where ${foundBy(find, sql.ref('s.reference')) ?? sql`true`})`
  const { told, ...listed } = await onePage<Omit<EvidenceRow, 'agreedFirst'>, Evidence['counts']>(doing, {
    kept,
    where: isKind[kind],
    told: sql.join(evidenceKinds.map(one => sql`count(*) filter (where ${isKind[one]}) as ${sql.id(one)}`)),
    order: sql`"needsAnswer" desc, "callAsked" desc, "statementDue", reference`,
    page,
  })
  const yes = await agreedFirst(doing, null)
  const rows = listed.rows.map(row => ({ ...row, agreedFirst: yes.get(row.reference) ?? nothing }))
  return { ...listed, rows, counts: told }
}
