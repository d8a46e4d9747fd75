import { decideLine, joinBudget, note, receive, writeLine } from '../ehc/public.ts'
import type { Reference } from '../kernel/ids.ts'
import type { Doing } from '../platform/doing.ts'
import { educationTests } from '../rights/public.ts'
import { askerOf } from './asking.ts'
import { must } from './must.ts'
import { type EhcStory, ehcStories } from './reference/ehc.ts'
import type { Ago } from './types.ts'
import { as, type Place, referenceOf, type Walk, workerOf } from './walk.ts'

type At = { readonly walk: Walk; readonly story: EhcStory; readonly reference: Reference }

async function asked({ walk, story }: Omit<At, 'reference'>): Promise<Reference> {
  const { council } = walk.place.organisations
  const { actor } = askerOf(walk)
  const doing = as(walk, actor, story.received)
  const request = {
    council,
    health: walk.organisation,
    child: walk.folk.person,
    receivedOn: doing.today,
    askedByName: actor.name,
  }
  return must(await receive(doing, request), `the EHC plan of ${walk.life.name}`).reference
}

const actorOf = (walk: Walk, who: 'council' | 'family' | 'health') =>
  who === 'council' ? walk.place.staff.sian : who === 'health' ? workerOf(walk) : askerOf(walk).actor

async function noted({ walk, story, reference }: At, [on, who, told]: EhcStory['facts'][number]) {
  const doing = as(walk, actorOf(walk, who), on)
  const { until, ...fact } = told
  const more = until === undefined ? {} : { until: walk.place.calendar.day(until) }
  must(
    await note(doing, { ...fact, ...more, on: doing.today, reference }),
    `${told.what} of ${story.received}`,
  )
}

const bodyOf = (walk: Walk, strand: string) => actorOf(walk, strand === 'health' ? 'health' : 'council')

async function sectionJ({ walk, story, reference }: At): Promise<void> {
  for (const [on, line] of story.lines ?? [])
    must(await writeLine(as(walk, bodyOf(walk, line.strand), on), { reference, ...line }), line.says)
  for (const [on, number] of story.agreed ?? []) {
    const strand = story.lines?.[number - 1]?.[1].strand ?? 'health'
    const decided = { reference, number, answer: 'direct-payment', met: educationTests } as const
    const doing = as(walk, bodyOf(walk, strand), on)
    must(await decideLine(doing, { ...decided, because: 'It meets what the plan says he needs' }), 'a line')
  }
}

/** The EHC plans of Millbrook's children: what happened, section J, and the budget that is joined. */
export async function planForChildren(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  for (const one of walks) {
    const story = ehcStories[one.life.name]
    if (story === undefined) continue
    const walk = { ...one, doing, place }
    const at = { walk, story, reference: await asked({ walk, story }) }
    for (const fact of story.facts) await noted(at, fact)
    await sectionJ(at)
    if (story.joined !== undefined) await joined(at, story.joined)
  }
}

async function joined({ walk, reference }: At, on: Ago): Promise<void> {
  const doing = as(walk, workerOf(walk), on)
  must(await joinBudget(doing, { reference, budget: referenceOf(walk) }), 'joining a budget')
}
