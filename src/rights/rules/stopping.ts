import { plainDate } from '../../kernel/days.ts'
import { rule } from '../rule.ts'
import * as at from '../sources.ts'
import { type Receiver, whoIsTold } from './repaying.ts'

export { type RepaymentGround, repaymentGrounds } from './repaying.ts'

const since = plainDate('2013-08-01')

/** What may have happened, each with the rule that speaks of it, and if the payment must or may then stop. */
const grounds = {
  'capable-adult-without-consent': [
    'M1',
    'A direct payment must stop when a capable adult does not consent or no longer does.',
    'must-stop',
  ],
  'representative-withdraws-and-nobody-else-consents': [
    'M2',
    'A direct payment must stop when the representative withdraws consent and nobody else consents.',
    'must-stop',
  ],
  'consent-withdrawn-under-regulation-4-or-5': [
    'M3',
    'A direct payment must stop where consent is withdrawn in the cases of regulations 4(4)(b) and 5(8)(b).',
    'must-stop',
  ],
  'no-longer-a-patient': [
    'D1',
    'A direct payment may stop when the person is no longer a patient.',
    'may-stop',
  ],
  'representative-or-nominee-unsuitable': [
    'D2',
    'A direct payment may stop when the representative or nominee is unsuitable.',
    'may-stop',
  ],
  'nominee-does-not-agree': ['D3', 'A direct payment may stop when the nominee does not agree.', 'may-stop'],
  'nomination-withdrawn': ['D4', 'A direct payment may stop when the nomination is withdrawn.', 'may-stop'],
  'spent-outside-plan': [
    'D5',
    'A direct payment may stop when money was spent outside the plan.',
    'may-stop',
  ],
  'theft-fraud-or-other-offence': [
    'D6',
    'A direct payment may stop when there may have been theft, fraud or another offence.',
    'may-stop',
  ],
  'needs-not-met-this-way': [
    'D7',
    'A direct payment may stop when needs are not met, or cannot be met, in this way.',
    'may-stop',
  ],
  'patient-died': ['D8', 'A direct payment may stop when the person has died.', 'may-stop'],
} as const

export type StopGround = keyof typeof grounds
export type StopAnswer = 'must-stop' | 'may-stop'
export const stopGrounds = Object.keys(grounds) as readonly StopGround[]

const stopRule = (ground: StopGround) => {
  const [code, says, answer] = grounds[ground]
  return rule<{ readonly happened: boolean }, StopAnswer | null>({
    id: `DP-STOP-${code}`,
    says,
    by: [at.reg17],
    from: since,
    cases: [
      { says: ground.replaceAll('-', ' '), facts: { happened: true }, answer },
      { says: 'it did not happen', facts: { happened: false }, answer: null },
    ],
    decide: ({ happened }) => (happened ? answer : null),
  })
}
const byGround = new Map(stopGrounds.map(ground => [ground, stopRule(ground)]))

/** The rule that speaks of a ground. */
export function ruleOfGround(ground: StopGround): ReturnType<typeof stopRule> {
  const found = byGround.get(ground)
  if (!found) throw new RangeError(`no rule speaks of ${ground}`)
  return found
}

type Told = { readonly died: boolean; readonly representative: boolean; readonly nominee: boolean }
export const stopNotice = rule<Told, readonly Receiver[]>({
  id: 'DP-STOP-N1',
  says: 'Every stop needs reasonable written notice with reasons; no length of notice is fixed in law.',
  by: [at.reg17],
  from: since,
  cases: [
    {
      says: 'a patient with a representative',
      facts: { died: false, representative: true, nominee: false },
      answer: ['patient', 'representative'],
    },
    {
      says: 'a patient who died',
      facts: { died: true, representative: true, nominee: true },
      answer: ['personal-representatives'],
    },
  ],
  decide: whoIsTold,
})

export const stoppingRules = [...byGround.values(), stopNotice]
