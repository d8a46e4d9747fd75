import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { letSee } from '../src/access/public.ts'
import { dayInEngland, type Moment, type PlainDate } from '../src/kernel/days.ts'
import { balancesOf } from '../src/ledger/public.ts'
import { addPerson, setFigure } from '../src/people/public.ts'
import { type SettingName, settingNames } from '../src/recoveries/rules/settings.ts'
import { gwensBudget } from './bank.ts'
import { appOn, doAs, doingIt, type Someone, signedIn, someone, trying } from './harness.ts'

const figures: readonly (readonly [SettingName, string])[] = [
  ['recovery-bills-weeks', '0'],
  ['recovery-contingency-weeks', '0'],
  ['recovery-limit-team-leader', '500'],
  ['recovery-limit-head-of-service', '10000'],
  ['repay-within-days', '56'],
]

/** Gwen's budget with £1,000.00 in its account, her board's figures, and everybody around it. */
export async function placeOfRecoveries() {
  const budget = await gwensBudget()
  const { database, icb, gwen } = budget
  const staff = { organisation: icb }
  const helen = await someone(database, { name: 'Helen Ashworth', role: 'head-of-service', ...staff })
  const judith = await someone(database, { name: 'Judith Okello', role: 'panel', ...staff })
  for (const [name, value] of figures)
    await doAs(database, helen, async doing => {
      const set = { organisation: icb, name, value, from: doing.today, because: 'Finance committee, 8 April' }
      const of = { facts: settingNames, allow: 'recoveries.settings' } as const
      assert.ok((await setFigure(doing, { ...of, ...set })).done)
    })
  const joe = await doingIt(database, async doing => {
    const added = await addPerson(doing, { organisation: icb, fullName: 'Joe Pell', bornOn: null })
    assert.ok(added.done)
    return added.value
  })
  const helper = await someone(database, { name: 'Joe Pell', person: joe })
  await doingIt(database, doing =>
    letSee(
      doing,
      { actor: helper.id },
      { person: gwen, sees: 'money', because: 'a helper', from: doing.today },
    ),
  )
  const app = await appOn(database)
  const asOf = async (who: Someone) => signedIn(app, who)
  const goTo = async (day: PlainDate) => {
    await sql`delete from platform.clock`.execute(database.kysely)
    await sql`insert into platform.clock (set_to, set_at)
      values ((${day}::date + time '09:00') at time zone 'Europe/London', statement_timestamp())`.execute(
      database.kysely,
    )
  }
  return { ...budget, helen, judith, helper, asOf, goTo }
}

/** The day on which the tests of recoveries begin. */
export const today = dayInEngland(new Date().toISOString() as Moment)
export const dayFields = (name: string, day: PlainDate): Record<string, string> => ({
  [`${name}-day`]: String(Number(day.slice(8))),
  [`${name}-month`]: String(Number(day.slice(5, 7))),
  [`${name}-year`]: day.slice(0, 4),
})

/** A proposal of £400.00 as it is typed. */
export const proposal = {
  do: 'propose',
  ground: 'plan-changed-substantially',
  because: 'Swimming has stopped since the pool was closed.',
  'owed-wages': '120.00',
  'why-wages': 'Joan, the last week of June',
  amount: '400.00',
  whoMustRepay: 'Gwen Tallis',
  repayDays: '56',
}

/** What each account of the budget holds, by its short name. */
export const held = async (
  place_: Awaited<ReturnType<typeof placeOfRecoveries>>,
): Promise<Record<string, string>> =>
  trying(place_.database, async doing =>
    Object.fromEntries(
      [...(await balancesOf(doing, `${place_.reference}:`))].map(([name, sum]) => [
        name.split(':')[1] ?? '',
        String(sum),
      ]),
    ),
  )
