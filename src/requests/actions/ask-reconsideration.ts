import { record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { keepFile } from '../../platform/files.ts'
import type { SentFile } from '../../platform/route.ts'
import { mustReconsider, type ReconsiderSubject } from '../../rights/public.ts'
import { caseOf, partsOf } from '../queries/case.ts'
import { type Again, againOf, decisionsOf } from '../queries/decision.ts'
import { settingsOf } from '../queries/settings.ts'
import { reconsiderationLimit } from '../rules/clock.ts'
import { keepRules } from '../rules/kept-rules.ts'
import { here } from '../tables.ts'
import type { Part } from '../types.ts'
import { holdRequest } from './write-decision.ts'

export type AskAgain = {
  readonly reference: string
  /** What they think is wrong, and what they want us to see, in their words. */
  readonly words: string
  readonly file?: SentFile | null
  /** Who asks, where staff write it down for somebody. */
  readonly askedBy?: string
}
export type AskAgainProblem =
  | 'case-not-found'
  | 'not-decided'
  | 'nothing-was-refused'
  | 'one-is-open'
  | 'nothing-said'
  | 'too-long'

export const askAgainSays = {
  'case-not-found': 'There is no such request',
  'not-decided': 'Nothing has been decided yet, so there is nothing to look at again',
  'nothing-was-refused':
    'Everything was agreed as it was asked for. Send a message if something is not right',
  'one-is-open': 'We are looking at it already. Send anything more as a message',
  'nothing-said': 'Say what you think is wrong',
  'too-long': 'Use 5,000 characters or fewer, or send the rest as a file',
} as const satisfies Record<AskAgainProblem, string>

export type AskedAgain = {
  readonly id: string
  /** Whether the rules make the body look again; it always may. */
  readonly must: boolean
  readonly answerBy: PlainDate | null
}

const asAsked = ({ granted, askedWay, decidedWay }: Part): boolean =>
  granted === true && (askedWay === null || askedWay === decidedWay)

/**
 * What the request to look again is about; a refused direct payment has the firmer rule, so it comes first.
 */
export function subjectOf(parts: readonly Part[]): ReconsiderSubject | null {
  const wrong = parts.filter(part => !asAsked(part))
  if (wrong.length === 0) return null
  return wrong.some(({ askedWay }) => askedWay === 'direct-payment')
    ? 'direct-payment-refused'
    : 'budget-refused'
}

const lookedAt = ({ outcome }: Again): boolean => outcome === 'upheld' || outcome === 'changed'

/** Asks for a decision to be looked at again, with words and perhaps a paper. Says whether the body must. */
export async function askReconsideration(
  doing: Doing,
  asking: AskAgain,
): Promise<Done<AskedAgain, AskAgainProblem>> {
  const one = await caseOf(doing, asking.reference)
  if (one === null) return refused('case-not-found')
  await holdRequest(doing, one)
  const decision = (await decisionsOf(doing, one.request))[0]
  if (!decision) return refused('not-decided')
  const subject = subjectOf(await partsOf(doing, one.request))
  const before = await againOf(doing, one.request)
  const words = asking.words.trim()
  const problems: readonly AskAgainProblem[] = [
    ...(subject === null ? (['nothing-was-refused'] as const) : []),
    ...(before.some(({ outcome }) => outcome === null) ? (['one-is-open'] as const) : []),
    ...(words === '' ? (['nothing-said'] as const) : []),
    ...([...words].length > 5000 ? (['too-long'] as const) : []),
  ]
  if (problems.length > 0 || subject === null) return refused(...problems)
  const settings = await settingsOf(doing, one)
  const reconsidered = before.filter(lookedAt).map(({ asked_on }) => asked_on)
  const { must, rules } = mustReconsider({ subject, asked: doing.today, reconsidered, settings })
  const answerBy = reconsiderationLimit(doing.today, settings)?.by ?? null
  const id = newId<'reconsideration'>()
  await here(doing)
    .db.insertInto('requests.reconsideration')
    .values({
      id,
      request_id: one.request,
      decision_id: decision.id,
      organisation_id: one.organisation,
      person_id: one.person,
      asked_on: doing.today,
      asked_by: doing.actor.id,
      asked_by_name: asking.askedBy ?? doing.actor.name,
      words,
      file_id: asking.file ? await keepFile(doing, one, asking.file) : null,
      must,
      answer_by: answerBy,
      rules: JSON.stringify(keepRules(rules)),
    })
    .execute()
  await record(doing, {
    happened: 'reconsideration-asked',
    organisation: one.organisation,
    person: one.person,
    to: one.request,
    details: { reconsideration: id, must, answerBy },
  })
  return done({ id, must, answerBy })
}
