import { type Done, done, refused } from '../kernel/answers.ts'
import type { PlainDate } from '../kernel/days.ts'
import { plainMoney } from '../kernel/money.ts'
import type { Source } from '../kernel/rule.ts'
import { type ConsentAnswer, consentOn } from './answers/consent.ts'
import { type DefaultAnswer, defaultOn, type PartsReached, partsReached } from './answers/default.ts'
import { type ExcludingOrder, type ExclusionAnswer, exclusionOn } from './answers/exclusion.ts'
import { type CohortFact, type RightAnswer, rightOn } from './answers/right.ts'
import { type ExplainFacts, readDay, readFacts } from './facts.ts'
import { findPathway, type Pathway, pathways } from './pathways.ts'
import { findRule, register, sayConfidence } from './register.ts'
import { backings, together } from './rule.ts'
import { sayReason, sayRight } from './say.ts'
import type { AnyRule, Backed, Confidence, RuleId, Way } from './types.ts'

export type Explanation = {
  readonly pathway: string
  readonly on: PlainDate
  readonly decision: {
    readonly right: RightAnswer['right']
    readonly legalRight: boolean
    readonly says: string
    readonly since: PlainDate | null
    readonly default: DefaultAnswer['default'] | null
    readonly moveBy: PlainDate | null
    readonly openWays: readonly Way[]
    readonly directPaymentFrom: PlainDate | null
    readonly age: number | null
    readonly consents: ConsentAnswer['consents'] | null
    /**
     * Pounds and pence a week that the right reaches, and what it does not; null where no shares were
     * told.
     */
    readonly reachedWeekly: string | null
    readonly outsideWeekly: string | null
  }
  readonly reasons: readonly { readonly reason: string; readonly says: string }[]
  readonly sources: readonly SourceLine[]
  readonly confidences: readonly Confidence[]
}
export type SourceLine = {
  readonly rule: RuleId
  readonly says: string
  readonly source: Source
  readonly confidence: Confidence
  /** What must stand beside it wherever it is shown. */
  readonly words: string
  readonly from: PlainDate | null
  readonly until: PlainDate | null
}

type Answers = {
  readonly right: RightAnswer
  readonly home: DefaultAnswer | null
  readonly parts: PartsReached | null
  readonly exclusion: ExclusionAnswer
  readonly consent: ConsentAnswer | null
}

function groupsOf({ group: cohort }: Pathway, facts: ExplainFacts, on: PlainDate): readonly CohortFact[] {
  const { since, until, detainedUnder, wheelchair, place } = facts
  const own = { cohort, from: since ?? on, until: until ?? null, detainedUnder, wheelchair, place }
  return [own, ...facts.groups].map(
    group => Object.fromEntries(Object.entries(group).filter(([, fact]) => fact !== undefined)) as CohortFact,
  )
}

function answersTo(pathway: Pathway, facts: ExplainFacts, on: PlainDate): Answers {
  const { born, hasCapacity, place, packageFrom = facts.since, shares, orders } = facts
  return {
    right: rightOn({ born: born ?? null, cohorts: groupsOf(pathway, facts, on) }, on),
    home: place && packageFrom ? defaultOn({ cohort: pathway.group, place, packageFrom }, on) : null,
    parts: shares.length > 0 ? partsReached(shares) : null,
    exclusion: exclusionOn(orders as readonly ExcludingOrder[], on),
    consent: born && hasCapacity !== undefined ? consentOn({ born, hasCapacity }, on) : null,
  }
}

const sourceLines = (id: RuleId): readonly SourceLine[] => {
  const found = findRule(id)
  return backings(found).map(({ source, confidence }) => ({
    rule: id,
    says: found.says,
    source,
    confidence,
    words: sayConfidence(confidence),
    from: found.from,
    until: found.until,
  }))
}

const bothWays = ({ ways }: Pathway, { openWays }: ExclusionAnswer): readonly Way[] =>
  openWays.filter(way => ways.includes(way))

function told(
  pathway: Pathway,
  { right, home, parts, exclusion, consent }: Answers,
): Explanation['decision'] {
  return {
    right: right.right,
    legalRight: right.legalRight,
    says: sayRight(right.right),
    since: right.since,
    default: home?.default ?? null,
    moveBy: home?.moveBy ?? null,
    openWays: bothWays(pathway, exclusion),
    directPaymentFrom: exclusion.considerFrom,
    age: consent?.age ?? null,
    consents: consent?.consents ?? null,
    reachedWeekly: parts ? plainMoney(parts.reachedWeekly) : null,
    outsideWeekly: parts ? plainMoney(parts.outsideWeekly) : null,
  }
}

/**
 * Explains which right somebody has on a pathway on a day: the decision, every reason with its sentence,
 * and every rule with its source and its confidence. Refused, in sentences, where the pathway, the day or
 * a fact is not known.
 */
export function explain(pathway: string, on: string, json: unknown): Done<Explanation> {
  const [day, facts] = [readDay(on), readFacts(json)]
  const asked = findPathway(pathway)
  const unknown = asked
    ? []
    : [`There is no pathway "${pathway}". It is one of: ${pathways.map(({ id }) => id).join(', ')}.`]
  if (!asked || !day.done || !facts.done)
    return refused(...unknown, ...(day.done ? [] : day.because), ...(facts.done ? [] : facts.because))
  const answers = answersTo(asked, facts.value, day.value)
  const { right, home, parts, exclusion, consent } = answers
  const used: readonly Backed[] = [
    right,
    home,
    parts,
    exclusion.reasons.length > 0 ? exclusion : null,
    consent,
  ].filter(answer => answer !== null)
  const { rules, confidences } = together(...used)
  const reasons = [
    ...right.reasons,
    ...(home?.reasons ?? []),
    ...(parts?.reasonsOutside ?? []),
    ...exclusion.reasons,
  ]
  return done({
    pathway,
    on: day.value,
    decision: told(asked, answers),
    reasons: reasons.map(reason => ({ reason, says: sayReason(reason) })),
    sources: rules.flatMap(sourceLines),
    confidences,
  })
}

/** A value as JSON can carry it: pence become pounds and pence, as in `"1460.00"`. */
const asJson = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'bigint' ? plainMoney(one) : one)))

export type ListedRule = Omit<AnyRule, 'decide' | 'also'> & { readonly also: AnyRule['also'] }

/** Every rule with its source, confidence, days and worked cases, ready to be printed as JSON. */
export const listRules = (): readonly ListedRule[] =>
  register.map(({ id, says, source, confidence, also = [], from, until, cases }) => ({
    id,
    says,
    source,
    confidence,
    also,
    from,
    until,
    cases: asJson(cases) as AnyRule['cases'],
  }))
