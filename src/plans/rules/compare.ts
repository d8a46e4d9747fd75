import { sayShortDay } from '../../kernel/days.ts'
import { type Pence, sayMoney, sayThousandths } from '../../kernel/money.ts'
import { aboutMeHeadings } from '../about-me.ts'
import { type Line, type Plan, riskNames, type Words, wayNames } from '../types.ts'

/**
 * One fact of a plan that is not the same in two versions. `before` is null where it is new, `after` where it
 * is gone.
 */
export type Change = {
  readonly what: string
  readonly before: string | null
  readonly after: string | null
}

export type LineChange = {
  readonly key: string
  readonly says: string
  readonly before: Pence | null
  readonly after: Pence | null
  /** What is different, in words; empty for a line that is new or gone. */
  readonly changes: readonly Change[]
}

type Facts = readonly (readonly [string, string])[]

const differences = (before: Facts, after: Facts): readonly Change[] => {
  const [was, is] = [new Map(before), new Map(after)]
  const names = [...new Set([...was.keys(), ...is.keys()])]
  return names.flatMap(what => {
    const [one, other] = [was.get(what) || null, is.get(what) || null]
    return one === other ? [] : [{ what, before: one, after: other }]
  })
}

const factsOfLine = (line: Line, words: Words | null): Facts => [
  ['What', line.says],
  ['What it is for', words?.outcomes.find(({ key }) => key === line.outcome)?.says ?? ''],
  ['How much', `${sayThousandths(line.units)} ${line.unit} a ${line.per} at ${sayMoney(line.rate)}`],
  ['How it is held', line.way === null ? '' : wayNames[line.way]],
  ['Who is paid', line.payee],
  ['What they charge', line.charge === null ? '' : sayMoney(line.charge)],
]

/**
 * Pure: the lines that are new, gone or different, in the order of the newer version, with the sums of both.
 */
export function compareLines(before: Plan, after: Plan): readonly LineChange[] {
  const gone = before.lines.filter(line => !after.lines.some(({ key }) => key === line.key))
  const changed = after.lines.flatMap((line): readonly LineChange[] => {
    const was = before.lines.find(({ key }) => key === line.key)
    if (!was) return [{ key: line.key, says: line.says, before: null, after: line.weekly, changes: [] }]
    const changes = differences(factsOfLine(was, before.words), factsOfLine(line, after.words))
    if (changes.length === 0) return []
    return [{ key: line.key, says: line.says, before: was.weekly, after: line.weekly, changes }]
  })
  const left = gone.map(
    ({ key, says, weekly }): LineChange => ({ key, says, before: weekly, after: null, changes: [] }),
  )
  return [...changed, ...left]
}

const factsOfWords = (words: Words | null): Facts =>
  words === null
    ? []
    : [
        ...aboutMeHeadings.map(({ name, says }) => [says, words.aboutMe[name] ?? ''] as const),
        ['What matters', words.whatMatters],
        ...words.outcomes.map(one => [`Outcome: ${one.says}`, [one.known, one.checks].join('. ')] as const),
        ...words.risks.map(one => [`Risk: ${one.says}`, `${riskNames[one.kind]}. ${one.agreed}`] as const),
        ['When the plan fails for a day', words.contingency],
        ['In a crisis', words.crisisContact],
        ['Training', words.training],
        ['Safeguards', words.safeguards],
        ['Who checks health', words.whoChecks],
      ]

const factsOfDetails = (plan: Plan): Facts => [
  ['Co-ordinator', plan.coordinator ?? ''],
  ['First review', plan.firstReviewOn === null ? '' : sayShortDay(plan.firstReviewOn)],
  ['Notice', plan.noticeDays === null ? '' : `${plan.noticeDays} days`],
]

/** Pure: everything but the lines that is new, gone or different. */
export const compareWords = (before: Plan, after: Plan): readonly Change[] =>
  differences(
    [...factsOfWords(before.words), ...factsOfDetails(before)],
    [...factsOfWords(after.words), ...factsOfDetails(after)],
  )
