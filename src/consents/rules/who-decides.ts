/**
 * Who takes a decision on a day, worked out of what is stored: the birth, what was found of that one
 * decision, and who acts for the person. What each may decide are rules of `rights`, with their sources.
 */
import { later, type PlainDate, reachesAge } from '../../kernel/days.ts'
import {
  ableToDecide,
  type Deciding,
  type Power,
  powerTo,
  type RoleFacts,
  type RuleId,
  ruleOfPower,
} from '../../rights/public.ts'
import type { Acting, Found } from '../types.ts'

export type WhoFacts = {
  readonly born: PlainDate | null
  /** The oldest first. */
  readonly found: readonly Found[]
  readonly acting: readonly Acting[]
}

export type Decides = {
  readonly decision: Deciding
  readonly able: ReturnType<typeof ableToDecide.decide> | 'birth-unknown'
  readonly who: 'the-person' | 'representative' | 'nobody'
  /** Who acts, where it is not the person; one whose order must be read is among them. */
  readonly acting: readonly Acting[]
  readonly readTheOrder: boolean
  readonly since: PlainDate | null
  readonly finding: Found | null
  readonly rules: readonly RuleId[]
}

/** Does somebody act on a day? Both ends are inside; what was taken back acts no more. */
export const actsOn = (one: Acting, day: PlainDate): boolean =>
  !one.ended && one.from <= day && (one.until === null || day <= one.until)

export const powerOf = ({ kind, basis }: Acting): Power | null =>
  kind === 'parent' ? 'parental-responsibility' : kind === 'representative' ? basis : null

const findingOf = (found: readonly Found[], decision: Deciding, day: PlainDate): Found | null =>
  found.filter(one => one.decision === decision && one.on <= day).at(-1) ?? null

function able({ born, found }: WhoFacts, decision: Deciding, day: PlainDate): Decides['able'] {
  if (born === null) return 'birth-unknown'
  return ableToDecide.decide({ born, day, findings: found.filter(one => one.decision === decision) })
}

const canThemselves = (one: Decides['able']): boolean =>
  one === 'presumed' || one === 'found-able' || one === 'birth-unknown'

/** Who decides one thing on a day, since when, and on which rules that rests. */
export function decidesOn(facts: WhoFacts, decision: Deciding, day: PlainDate): Decides {
  const is = able(facts, decision, day)
  const finding = findingOf(facts.found, decision, day)
  const common = { decision, able: is, finding }
  if (canThemselves(is)) {
    const own = is === 'found-able' ? (finding?.on ?? null) : facts.born && reachesAge(facts.born, 16)
    const rules = ['CAP-PRESUMED', ...(decision === 'hold-money' ? ['DP-CON-01', 'DP-CON-02'] : [])]
    return { ...common, who: 'the-person', acting: [], readTheOrder: false, since: own, rules }
  }
  const acting = facts.acting.filter(one => {
    const power = powerOf(one)
    return power !== null && actsOn(one, day) && powerTo(power, decision) !== 'no'
  })
  const rules = [is === 'child' ? 'DP-CHILD' : 'CAP-PRESUMED', ruleOfPower(decision).id]
  if (acting.length === 0)
    return {
      ...common,
      who: 'nobody',
      acting,
      readTheOrder: false,
      since: null,
      rules: [...rules, decision === 'hold-money' ? 'DP-REP-02' : 'CAP-BEST-INTERESTS'],
    }
  const began = acting.map(({ from }) => from).sort()[0] ?? null
  return {
    ...common,
    who: 'representative',
    acting,
    readTheOrder: acting.every(one => powerTo(powerOf(one) ?? 'attorney', decision) === 'as-the-order-says'),
    since: is === 'child' || began === null || finding === null ? began : later(began, finding.on),
    rules,
  }
}

const basisInRights: Readonly<Record<Power, string>> = {
  'parental-responsibility': 'parental-responsibility',
  deputy: 'deputy',
  'lasting-power-property': 'donee-of-lasting-power',
  'lasting-power-health': 'donee-of-lasting-power',
  attorney: 'attorney',
  // Whom the body appointed is no representative of the law's list: they act by the appointment.
  'appointed-by-icb': 'appointed',
}

/** What is stored of a person as `rolesOn` of `rights` asks it; null where the birth is not known. */
export function roleFacts(facts: WhoFacts, day: PlainDate): RoleFacts | null {
  if (facts.born === null) return null
  const is = able(facts, 'hold-money', day)
  const lost = findingOf(facts.found, 'hold-money', day)
  const standing = facts.acting.filter(one => actsOn(one, day))
  const nominee = standing.find(({ kind }) => kind === 'nominee')
  return {
    born: facts.born,
    hasCapacity: is !== 'found-unable',
    representatives: standing.flatMap(one => {
      const power = powerOf(one)
      return power === null ? [] : [{ basis: basisInRights[power] }]
    }),
    wantsHolder: nominee !== undefined,
    wishedBefore:
      is === 'found-unable' && lost !== null && nominee !== undefined && namedBefore(nominee, lost.on),
  }
}

export const namedBefore = ({ named }: Acting, day: PlainDate): boolean => named.on !== null && named.on < day
