import { seeAs } from '../access/public.ts'
import { budgetsHeld } from '../agreements/public.ts'
import {
  addLocalLine,
  answerSharing,
  decideBestInterests,
  keepPaper,
  noteFinding,
  permitFamily,
  tellBirthdays,
} from '../consents/public.ts'
import { addDays } from '../kernel/days.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import type { ConsentStory } from './consent-story.ts'
import { must } from './must.ts'
import { consentStories } from './reference/deciding-for.ts'
import type { Ago } from './types.ts'
import { as, leaderOf, type Place, type Walk, workerOf } from './walk.ts'

// What the one who acts may see is asked of the database, so each enters for a moment.
async function acting(walk: Walk, actor: Actor, on: Ago): Promise<Doing> {
  const doing = as(walk, actor, on)
  await seeAs(doing)
  return doing
}

async function found(walk: Walk, findings: NonNullable<ConsentStory['findings']>): Promise<void> {
  const { person } = walk.folk
  for (const { on, review, best, ...one } of findings) {
    const doing = await acting(walk, workerOf(walk), on)
    const reviewOn = review === undefined ? null : addDays(walk.place.calendar.today, review)
    const asked = { ...one, person, on: doing.today, assessor: 'Rhona Kerr, clinical lead', reviewOn }
    const { number } = must(await noteFinding(doing, asked), `a finding of ${walk.life.name}`)
    if (best === undefined) continue
    const then = await acting(walk, workerOf(walk), best[0])
    const decided = { person, number, on: then.today, asked: best[1], decided: best[2] }
    must(await decideBestInterests(then, decided), `best interests of ${walk.life.name}`)
  }
}

async function kept(walk: Walk, { paper, shares, permitted }: ConsentStory): Promise<void> {
  const { person, relatives } = walk.folk
  const what = `the consents of ${walk.life.name}`
  const relationship = relatives[0]?.relationship ?? null
  if (paper !== undefined && relationship !== null) {
    const doing = await acting(walk, workerOf(walk), paper.on)
    const seen = { seenOn: doing.today, seenBy: workerOf(walk).name, file: null }
    must(await keepPaper(doing, { ...paper, ...seen, person, who: { relationship } }), what)
  }
  for (const { on, ...share } of shares ?? []) {
    const doing = await acting(walk, walk.folk.self, on)
    must(await answerSharing(doing, { ...share, person, from: doing.today, until: null }), what)
  }
  for (const { on, ...one } of permitted ?? []) {
    const doing = await acting(walk, leaderOf(walk), on)
    const asked = { ...one, person, sameHousehold: true, from: doing.today, until: null }
    must(await permitFamily(doing, asked), what)
  }
}

/** Who decides in Millbrook: findings, papers, what is shared, a local line, and the birthdays told ahead. */
export async function consent(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  for (const walk of walks) {
    const story = consentStories[walk.life.name]
    if (story === undefined) continue
    const own = { ...walk, doing, place }
    await found(own, story.findings ?? [])
    await kept(own, story)
  }
  await seeAs(doing)
  const line = {
    organisation: place.organisations.millbrook,
    says: 'Hot tubs',
    words: 'hot tub, jacuzzi',
    from: addDays(place.calendar.today, -100),
    because: 'Minute 7 of the budget group: the pool of the town is open to all.',
  }
  must(await addLocalLine(doing, line), 'a local line')
  await tellBirthdays(doing, budgetsHeld)
}
