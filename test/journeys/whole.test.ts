import { test } from 'node:test'
import { addDays, type PlainDate, weekday } from '../../src/kernel/days.ts'
import { prepares, signs } from './agreeing.ts'
import { asks, checksTheRight, signsUp } from './asking.ts'
import { openSite } from './browser.ts'
import { gather } from './cast.ts'
import { nothingFound } from './checker.ts'
import { decides, takesTheCase } from './deciding.ts'
import { callsAboutAQuestion, seesTheMoney, sendsAStatement, statement } from './evidence.ts'
import { assesses, doubtsTheSum, worksOutTheSum } from './needing.ts'
import { findsWhatIsDue, paysTheRun } from './paying.ts'
import { agreesThePlan, completesThePlan, writesAboutSami } from './planning.ts'
import { changesThePlan, holdsTheReview, readsTheStory, seesWhoLooked } from './reviewing.ts'

for (const how of [
  { device: 'desktop', script: false },
  { device: 'phone', script: true },
] as const)
  test(`a family and its staff go from the first question to the first review (${how.device})`, async () => {
    const site = await openSite()
    const { today } = await site.one<{ today: PlainDate }>(
      `select (platform.now() at time zone 'Europe/London')::date::text as today`,
    )
    const monday = addDays(today, (8 - weekday(today)) % 7)
    const cast = await gather(site, how)
    const step = async (says: string, work: () => Promise<void>): Promise<void> => {
      await work().catch((problem: unknown) => {
        throw new Error(`when ${says}: ${problem instanceof Error ? problem.message : problem}`, {
          cause: problem,
        })
      })
    }
    await step('Nadia makes an account and finds out that there is a right', async () => {
      await signsUp(cast)
      await checksTheRight(cast)
    })
    await step('she asks for Sami, one thing a page, and comes back to it', () => asks(cast))
    await step('Priya takes it, adds evidence and decides part by part, in a letter', async () => {
      await takesTheCase(cast, today)
      await decides(cast)
    })
    await step('needs are assessed, the sum worked out, shown, doubted and answered', async () => {
      await assesses(cast, today)
      await worksOutTheSum(cast, today)
      await doubtsTheSum(cast)
    })
    await step('the plan is written together and agreed by somebody who did not write it', async () => {
      await writesAboutSami(cast)
      await completesThePlan(cast, addDays(monday, 80))
      await agreesThePlan(cast, monday)
    })
    await step('the agreement is prepared, the account approved, and both sides sign', async () => {
      await prepares(cast, { today, from: monday })
      await signs(cast)
    })
    await step('the first sum is due, released by two people, and the holder is told', async () => {
      await findsWhatIsDue(cast)
      await paysTheRun(cast, { until: addDays(monday, 1), today })
    })
    await step('the statement is read, three questions answered, and the money adds up', async () => {
      await site.goTo(addDays(monday, 8))
      await sendsAStatement(cast, statement(monday, 317936))
      await callsAboutAQuestion(cast)
      await seesTheMoney(cast)
    })
    await step('the first review is held and the plan changed', async () => {
      const later = addDays(monday, 70)
      await site.goTo(later)
      await holdsTheReview(cast, { today: later, change: addDays(later, 28) })
      await changesThePlan(cast, addDays(later, 28))
    })
    await step('and Nadia sees who looked at the record', async () => {
      await seesWhoLooked(cast)
      await readsTheStory(cast)
    })
    nothingFound()
  })
