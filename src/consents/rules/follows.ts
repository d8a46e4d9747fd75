import type { PlainDate } from '../../kernel/days.ts'
import { decidings, type RuleId } from '../../rights/public.ts'
import { actsOn, decidesOn, namedBefore, powerOf, type WhoFacts } from './who-decides.ts'

/** What staff look at when somebody can no longer decide, or can again. Nothing of it happens by itself. */
export const followSays = {
  'nobody-decides':
    'Nobody may decide about the money for this person. Look for a deputy; the board may appoint.',
  'best-interests-missing': 'Write down what was decided in the person’s best interests, and who was asked.',
  'representative-consents': 'Consent to the direct payment now comes from the representative. Ask for it.',
  'nominee-by-wish': 'The nominee was named before capacity was lost: that wish makes them the nominee.',
  'nominee-after-loss': 'The nominee was named after capacity was lost. Ask the representative who is named.',
  'own-consent-again': 'The person can decide about the money again. Ask for their own consent.',
  'representative-still-stands':
    'A representative still acts for somebody who can decide. End it, or say why it stays.',
  'stops-only-without-consent':
    'If they then do not consent, the direct payment must stop, with reasonable written notice.',
  'payment-goes-on': 'Nothing stops by itself: the payment goes on until somebody decides.',
} as const
export type Follow = { readonly what: keyof typeof followSays; readonly rule: RuleId }

function onLoss(facts: WhoFacts, day: PlainDate, lost: PlainDate): readonly Follow[] {
  const money = decidesOn(facts, 'hold-money', day)
  const nominees = facts.acting.filter(one => one.kind === 'nominee' && actsOn(one, day))
  return [
    ...(money.who === 'nobody'
      ? ([{ what: 'nobody-decides', rule: 'DP-REP-02' }] as const)
      : ([{ what: 'representative-consents', rule: 'DP-CON-01' }] as const)),
    ...nominees.map(
      (one): Follow =>
        namedBefore(one, lost)
          ? { what: 'nominee-by-wish', rule: 'DP-NOM-02' }
          : { what: 'nominee-after-loss', rule: 'DP-NOM-01' },
    ),
  ]
}

function onReturn(facts: WhoFacts, day: PlainDate): readonly Follow[] {
  const stands = facts.acting.some(one => {
    const power = powerOf(one)
    return actsOn(one, day) && power !== null && power !== 'parental-responsibility'
  })
  if (!stands) return []
  return [
    { what: 'own-consent-again', rule: 'DP-CON-02' },
    { what: 'representative-still-stands', rule: 'CAP-PRESUMED' },
    { what: 'stops-only-without-consent', rule: 'DP-STOP-M1' },
  ]
}

/** What follows from what was found, each with its rule; empty where there is nothing to look at. */
export function followsOn(facts: WhoFacts, day: PlainDate): readonly Follow[] {
  const money = decidesOn(facts, 'hold-money', day)
  const unwritten = decidings.some(decision => {
    const one = decidesOn(facts, decision, day)
    return one.able === 'found-unable' && one.finding?.bestInterests === null
  })
  const found = [
    ...(money.able === 'found-unable' && money.finding ? onLoss(facts, day, money.finding.on) : []),
    ...(money.able === 'found-able' ? onReturn(facts, day) : []),
    ...(unwritten ? ([{ what: 'best-interests-missing', rule: 'CAP-BEST-INTERESTS' }] as const) : []),
  ]
  return found.length === 0 ? [] : [...found, { what: 'payment-goes-on', rule: 'CAP-NOTHING-STOPS' }]
}
