import { sql } from 'kysely'
import { earlier, type PlainDate } from '../../kernel/days.ts'
import { type Pence, plus } from '../../kernel/money.ts'
import { figuresOver } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Budget } from '../rules/posting.ts'
import { settingNames } from '../rules/settings.ts'
import { type EvidenceFacts, type Standing, standingOf } from '../rules/standing.ts'
import { here } from '../tables.ts'

const agreed = (doing: Doing, { reference }: Budget) =>
  here(doing)
    .db.selectFrom('agreements.agreement_shown')
    .select(['from_on', 'ends_on', 'signed_by_person_on'])
    .select(sql<Pence>`weekly_direct + weekly_third_party`.as('weekly'))
    .where('reference', '=', reference)
    .where('signed_by_body_on', 'is not', null)
    .orderBy('number', 'desc')
    .execute()

async function shownUntil(doing: Doing, { reference }: Budget): Promise<PlainDate | null> {
  const row = await here(doing)
    .db.selectFrom('bank.statement_shown')
    .select(({ fn }) => fn.max('until_on').as('until'))
    .where('reference', '=', reference)
    .executeTakeFirst()
  return row?.until ?? null
}

async function spentOf(doing: Doing, { reference }: Budget): Promise<Pence> {
  const rows = await here(doing)
    .db.selectFrom('ledger.account_shown')
    .select('kept_balance')
    .where(sql<boolean>`name like ${`${reference}:%`}`)
    .where('kind', 'in', ['spent', 'outside-plan'])
    .execute()
  return plus(...rows.flatMap(({ kept_balance }) => (kept_balance === null ? [] : [kept_balance])))
}

async function everyDays(doing: Doing, { organisation }: Budget): Promise<number> {
  const figures = await figuresOver(doing, organisation, settingNames)
  return figures(doing.today)['bank-statement-days']
}

/** How the evidence of one budget stands today; null where no money was agreed that has begun. */
export async function standingIn(doing: Doing, budget: Budget): Promise<(EvidenceFacts & Standing) | null> {
  const all = await agreed(doing, budget)
  const now = all.find(
    one => one.signed_by_person_on !== null && one.weekly > 0n && one.from_on <= doing.today,
  )
  if (now === undefined) return null
  const facts: EvidenceFacts = {
    weekly: now.weekly,
    from: all.reduce((first, { from_on }) => earlier(from_on, first), now.from_on),
    endsOn: now.ends_on,
    shownUntil: await shownUntil(doing, budget),
    questions: 0,
    callAsked: false,
    spent: await spentOf(doing, budget),
  }
  return { ...facts, ...standingOf(facts, doing.today, await everyDays(doing, budget)) }
}
