import { type PlainDate, reachesAge } from '../../kernel/days.ts'
import { backedBy } from '../rule.ts'
import { asWritten, holds, type Rulebook } from '../rulebook.ts'
import * as cohort from '../rules/cohorts.ts'
import { adultAge, childrensAge, grantRequest, powerToPay } from '../rules/entitlement.ts'
import { maternity } from '../rules/maternity.ts'
import * as policy from '../rules/policy.ts'
import { type AnyRule, type Backed, type Cohort, legalRights, type RightKind, rightKinds } from '../types.ts'

/** That somebody belongs to a group, from a day until a day (both inside), and what the group's rule asks. */
export type CohortFact = {
  readonly cohort: Cohort
  readonly from: PlainDate
  readonly until: PlainDate | null
  /** Section of the Mental Health Act; asked of `section-117`. */
  readonly detainedUnder?: cohort.Section
  /** Asked of `wheelchair`. */
  readonly wheelchair?: cohort.WheelchairStanding
  /** Where the care is given; asked of `adult-continuing-healthcare`. */
  readonly place?: cohort.Place
}
export type RightFacts = { readonly born: PlainDate | null; readonly cohorts: readonly CohortFact[] }

export type RightReason =
  | 'power-to-pay-but-no-right'
  | 'no-power-to-pay-yet'
  | 'in-no-group-with-a-right'
  | 'asked-before-2019-12-02'
  | 'asked-before-2016-04-01'
  | 'asked-before-2014-09-01'
  | 'asked-before-the-pilot'
  | 'under-18'
  | 'over-17'
  | 'decide-adult-CHC-afresh'
  | 'section-not-known'
  | 'section-2-does-not-lead-to-section-117'
  | 'section-does-not-lead-to-section-117'
  | 'no-change-in-need-or-chair'
  | 'not-eligible-for-the-service'
  | 'wheelchair-need-not-known'
  | 'the-body-decides'

export type RightAnswer = Backed & {
  readonly right: RightKind
  readonly legalRight: boolean
  /** The group on which the right rests; null where it rests on none. */
  readonly cohort: Cohort | null
  /** The day from which the rule has given this answer. */
  readonly since: PlainDate | null
  readonly reasons: readonly RightReason[]
}

type Standing = {
  readonly right: RightKind
  readonly since: PlainDate | null
  readonly reasons: readonly RightReason[]
  readonly by: readonly AnyRule[]
}
type Asked = {
  readonly fact: CohortFact
  readonly born: PlainDate | null
  readonly on: PlainDate
  readonly book: Rulebook
}

const stands = (right: RightKind, rule: AnyRule, ...also: readonly AnyRule[]): Standing => ({
  right,
  since: rule.from,
  reasons: [],
  by: [rule, ...also],
})
const haves = (rule: AnyRule): Standing => stands('right-to-have', rule, grantRequest)

/** What is left outside every right: the local offer since April 2015, before that a power to pay. */
function outside(
  { on, book }: Pick<Asked, 'on' | 'book'>,
  reasons: readonly RightReason[],
  ...by: readonly AnyRule[]
): Standing {
  if (holds(book, policy.localOffer, on))
    return { right: 'local-offer', since: policy.localOffer.from, reasons, by: [...by, policy.localOffer] }
  const power = powerToPay.decide({ on }) === 'power-but-no-right'
  const why = power ? 'power-to-pay-but-no-right' : 'no-power-to-pay-yet'
  return { right: 'none', since: null, reasons: [...reasons, why], by: [...by, powerToPay] }
}

const since2014 = (ask: AnyRule | null, have: AnyRule, asked: Asked): Standing => {
  const { book, on } = asked
  if (holds(book, have, on)) return haves(have)
  if (ask !== null && holds(book, ask, on)) return stands('right-to-ask', ask)
  return outside(asked, [])
}

function adult(asked: Asked, ask: AnyRule | null, have: AnyRule): Standing {
  const { born, on } = asked
  const tooYoung = born !== null && adultAge.decide({ born, on }) === 'too-young'
  return tooYoung ? outside(asked, ['under-18'], adultAge) : since2014(ask, have, asked)
}

function child(asked: Asked): Standing {
  const { born, on } = asked
  if (born === null || childrensAge.decide({ born, on }) === 'in-age')
    return since2014(cohort.childrenAsk, cohort.childrenHave, asked)
  const reasons = ['over-17', 'decide-adult-CHC-afresh'] as const
  return {
    right: 'decide-afresh',
    since: reachesAge(born, 18),
    reasons,
    by: [childrensAge, cohort.decideAfresh],
  }
}

type WhoFound = { readonly who: AnyRule; readonly problem: RightReason | null }

/** The two rights that began on 2 December 2019: every reason against them is given, or none is there. */
function widened(asked: Asked, have: AnyRule, found: WhoFound): Standing {
  const { who, problem } = found
  const began = holds(asked.book, have, asked.on)
  const reasons: RightReason[] = began ? [] : ['asked-before-2019-12-02']
  if (problem !== null) reasons.push(problem)
  if (reasons.length === 0) return stands('right-to-have', have, grantRequest, who)
  return outside(asked, reasons, ...(began ? [] : [have]), ...(problem === null ? [] : [who]))
}

function sectionProblem(section: cohort.Section | undefined): RightReason | null {
  if (section === undefined) return 'section-not-known'
  const answer = cohort.sectionsThatCount.decide({ section })
  return answer === 'leads-to-section-117' ? null : answer
}

function chairProblem(standing: cohort.WheelchairStanding | undefined): RightReason | null {
  if (standing === undefined) return 'wheelchair-need-not-known'
  if (cohort.wheelchairWho.decide({ standing })) return null
  return standing === 'not-eligible-for-the-service' ? standing : 'no-change-in-need-or-chair'
}

const since =
  (rule: AnyRule, right: RightKind, reason: RightReason, ...also: readonly AnyRule[]) =>
  (asked: Asked): Standing =>
    holds(asked.book, rule, asked.on) ? stands(right, rule, ...also) : outside(asked, [reason])

const bodyDecides = (asked: Asked): Standing => outside(asked, ['the-body-decides'])

const byCohort: Readonly<Record<Cohort, (asked: Asked) => Standing>> = {
  'adult-continuing-healthcare': asked => adult(asked, cohort.adultAsk, cohort.adultHave),
  'fast-track': asked => adult(asked, null, cohort.fastTrackHave),
  'childrens-continuing-care': child,
  'section-117': asked =>
    widened(asked, cohort.afterCareHave, {
      who: cohort.sectionsThatCount,
      problem: sectionProblem(asked.fact.detainedUnder),
    }),
  wheelchair: asked =>
    widened(asked, cohort.wheelchairHave, {
      who: cohort.wheelchairWho,
      problem: chairProblem(asked.fact.wheelchair),
    }),
  'ehc-plan': since(policy.planRequest, 'right-to-request', 'asked-before-2014-09-01'),
  'learning-disability-autism': since(
    policy.learningDisability,
    'policy-option',
    'asked-before-2016-04-01',
    policy.notEnacted,
  ),
  'transforming-care': () => stands('policy-expectation', policy.transformingCare),
  maternity: since(maternity, 'pilot-notional-only', 'asked-before-the-pilot'),
  'joint-funded': bodyDecides,
  'mental-health-other': bodyDecides,
  'end-of-life': bodyDecides,
  'other-local': bodyDecides,
}

/** What is supposed of a group goes before its rules; no rule stands behind it. */
function standingOf(asked: Asked): Standing {
  const given = asked.book.given(asked.fact.cohort, asked.on)
  return given === null
    ? byCohort[asked.fact.cohort](asked)
    : { right: given, since: null, reasons: [], by: [] }
}

const isIn = ({ from, until }: CohortFact, on: PlainDate): boolean =>
  from <= on && (until === null || on <= until)
const strength = (right: RightKind): number => rightKinds.indexOf(right)

/**
 * Which right somebody has on a day. The strongest of all their groups counts. Where it rests on law, the
 * reasons are its own; where it does not, every reason is given why no group gave a right. With a `book` it
 * says what the answer would be if a rule were another one.
 */
export function rightOn({ born, cohorts }: RightFacts, on: PlainDate, book = asWritten): RightAnswer {
  const found = cohorts
    .filter(fact => isIn(fact, on))
    .map(fact => ({ cohort: fact.cohort, ...standingOf({ fact, born, on, book }) }))
    .sort((a, b) => strength(a.right) - strength(b.right))
  const best = found[0] ?? {
    cohort: null,
    ...outside({ on, book }, ['in-no-group-with-a-right']),
  }
  const legalRight = legalRights.has(best.right)
  const told = legalRight ? [best] : found.length === 0 ? [best] : found
  return {
    right: best.right,
    legalRight,
    cohort: best.cohort,
    since: best.since,
    reasons: [...new Set(told.flatMap(({ reasons }) => reasons))],
    ...backedBy(...told.flatMap(({ by }) => by)),
  }
}
