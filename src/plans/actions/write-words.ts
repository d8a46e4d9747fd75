import { type Done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import { aboutMeHeading } from '../about-me.ts'
import type { Outcome, OutcomeKey, Risk, TextPart } from '../types.ts'
import { type Draft, draftToWrite, type WriteProblem, type WrittenOn, write } from './write.ts'

type Written<More extends string = never> = Promise<Done<null, WriteProblem | More>>

const columnOf = {
  whatMatters: 'what_matters',
  contingency: 'contingency',
  crisisContact: 'crisis_contact',
  whoChecks: 'who_checks',
  safeguards: 'safeguards',
  training: 'training',
} as const satisfies Record<TextPart, string>

type Columns = Partial<Record<(typeof columnOf)[TextPart] | 'about_me' | 'outcomes' | 'risks', string>>

const setWords = (doing: Doing, draft: Draft, { what, set }: { what: string; set: Columns }) =>
  write(doing, { draft, what }, ({ db }) =>
    db.updateTable('plans.words').set(set).where('version_id', '=', draft.id).execute(),
  )

/** Writes one heading of About me, in the person's words; an empty text takes it out. */
export async function writeAboutMe(
  doing: Doing,
  { heading, words, ...at }: WrittenOn & { readonly heading: string; readonly words: string },
): Written<'heading-not-known'> {
  if (aboutMeHeading(heading) === null) return refused('heading-not-known')
  const opened = await draftToWrite(doing, at)
  if (!opened.done) return opened
  const about = { ...opened.value.words.aboutMe, [heading]: words.trim() }
  return setWords(doing, opened.value, { what: 'about me', set: { about_me: JSON.stringify(about) } })
}

/** Writes one of the plan's texts; an empty one takes it out. */
export async function writeText(
  doing: Doing,
  { part, words, ...at }: WrittenOn & { readonly part: TextPart; readonly words: string },
): Written {
  const opened = await draftToWrite(doing, at)
  if (!opened.done) return opened
  const column = columnOf[part]
  return setWords(doing, opened.value, { what: column, set: { [column]: words.trim() } })
}

/** What is changed: the thing as it is to be, or its end. */
export type Put<Value> = { readonly put: Value } | { readonly remove: true }

type OutcomeChange = WrittenOn & {
  /** Null adds one. */
  readonly outcome: OutcomeKey | null
  readonly change: Put<Omit<Outcome, 'key'>>
}

const nextOutcome = (outcomes: readonly Outcome[]): OutcomeKey =>
  `outcome-${Math.max(0, ...outcomes.map(({ key }) => Number(key.slice(8)))) + 1}`

function changedOutcomes(
  outcomes: readonly Outcome[],
  { outcome, change }: OutcomeChange,
): readonly Outcome[] {
  if ('remove' in change) return outcomes.filter(({ key }) => key !== outcome)
  if (outcome === null) return [...outcomes, { ...change.put, key: nextOutcome(outcomes) }]
  return outcomes.map(one => (one.key === outcome ? { ...change.put, key: outcome } : one))
}

/** Adds an outcome, changes one or takes one out; a line that served it then has to say what it is for. */
export async function writeOutcome(doing: Doing, asked: OutcomeChange): Written<'outcome-not-found'> {
  const opened = await draftToWrite(doing, asked)
  if (!opened.done) return opened
  const { outcomes } = opened.value.words
  if (asked.outcome !== null && !outcomes.some(({ key }) => key === asked.outcome))
    return refused('outcome-not-found')
  const set = { outcomes: JSON.stringify(changedOutcomes(outcomes, asked)) }
  return setWords(doing, opened.value, { what: 'outcomes', set })
}

type RiskChange = WrittenOn & {
  /** From nought; null adds one. */
  readonly place: number | null
  readonly change: Put<Risk>
}

function changedRisks(risks: readonly Risk[], { place, change }: RiskChange): readonly Risk[] {
  if ('remove' in change) return risks.filter((_, at) => at !== place)
  return place === null ? [...risks, change.put] : risks.map((one, at) => (at === place ? change.put : one))
}

/** Adds a risk, changes the one at a place or takes it out. */
export async function writeRisk(doing: Doing, asked: RiskChange): Written<'risk-not-found'> {
  const opened = await draftToWrite(doing, asked)
  if (!opened.done) return opened
  const { risks } = opened.value.words
  if (asked.place !== null && risks[asked.place] === undefined) return refused('risk-not-found')
  const set = { risks: JSON.stringify(changedRisks(risks, asked)) }
  return setWords(doing, opened.value, { what: 'risks', set })
}

export type Details = {
  readonly coordinator: string
  readonly firstReviewOn: PlainDate
  readonly noticeDays: number
}

/** Writes who co-ordinates, when the plan is first reviewed, and how much notice there is. */
export async function writeDetails(
  doing: Doing,
  { details, ...at }: WrittenOn & { readonly details: Details },
): Written {
  const opened = await draftToWrite(doing, at)
  if (!opened.done) return opened
  const draft = opened.value
  const coordinator = details.coordinator.trim()
  const set = {
    coordinator_name: coordinator,
    ...(coordinator === draft.coordinator ? {} : { coordinator_id: null }),
    first_review_on: details.firstReviewOn,
    notice_days: details.noticeDays,
  }
  return write(doing, { draft, what: 'details' }, ({ db }) =>
    db.updateTable('plans.version').set(set).where('id', '=', draft.id).execute(),
  )
}
