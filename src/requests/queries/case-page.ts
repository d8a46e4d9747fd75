import { lettersAbout } from '../../notices/public.ts'
import { organisation, personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { reconsiderationLimit, requestLimits } from '../rules/clock.ts'
import type { RightTold } from '../rules/right.ts'
import { type OpenAgain, stageOf, turnOf } from '../rules/turn.ts'
import type { Case } from '../types.ts'
import { partsOf } from './case.ts'
import { againOf, decisionsOf, evidenceOf, wordsOf } from './decision.ts'
import { settingsOf } from './settings.ts'

/** Everything that the page of a request shows, with whose turn it is worked out. */
export async function casePageFacts(doing: Doing, one: Case) {
  const settings = await settingsOf(doing, one)
  const again = await againOf(doing, one.request)
  const open = again.find(({ outcome }) => outcome === null)
  const openAgain: OpenAgain =
    open === undefined ? null : { askedOn: open.asked_on, answerBy: open.answer_by }
  const limits = requestLimits(one, settings)
  const team = (await organisation(doing, one.organisation))?.name ?? 'the NHS'
  const words = await wordsOf(doing, one.request)
  return {
    one,
    team,
    limits,
    stage: stageOf(one, openAgain),
    turn: turnOf({ one, again: openAgain, by: limits[0]?.by ?? null, team }),
    againLimit: open === undefined ? null : reconsiderationLimit(open.asked_on, settings),
    again,
    person: await personShown(doing, one.person),
    parts: await partsOf(doing, one.request),
    decisions: await decisionsOf(doing, one.request),
    evidence: await evidenceOf(doing, one.request),
    letters: await lettersAbout(doing, one.request),
    words: words ?? null,
    right: (words?.right_told ?? null) as unknown as RightTold | null,
    said: (words?.said ?? {}) as unknown as Readonly<Record<string, unknown>>,
  }
}

export type CasePageFacts = Awaited<ReturnType<typeof casePageFacts>>
