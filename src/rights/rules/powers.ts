import { plainDate } from '../../kernel/days.ts'
import { rule } from '../rule.ts'
import * as at from '../sources.ts'
import type { AnyRule, Backing } from '../types.ts'

/** On what somebody who acts for a person rests. */
export const powers = [
  'parental-responsibility',
  'deputy',
  'lasting-power-property',
  'lasting-power-health',
  'attorney',
  'appointed-by-icb',
] as const
export type Power = (typeof powers)[number]

/** The decisions that a budget asks for. */
export const decidings = [
  'hold-money',
  'agree-plan',
  'where-to-live',
  'share-information',
  'name-nominee',
] as const
export type Deciding = (typeof decidings)[number]
export type PowerAnswer = 'yes' | 'no' | 'as-the-order-says'

type Answers = Readonly<Record<Power, PowerAnswer>>
const everybody: Answers = {
  'parental-responsibility': 'yes',
  deputy: 'yes',
  'lasting-power-property': 'yes',
  'lasting-power-health': 'yes',
  attorney: 'yes',
  'appointed-by-icb': 'yes',
}
const welfare: Answers = {
  'parental-responsibility': 'yes',
  deputy: 'as-the-order-says',
  'lasting-power-property': 'no',
  'lasting-power-health': 'yes',
  attorney: 'no',
  'appointed-by-icb': 'no',
}

type Row = { readonly says: string; readonly by: Backing; readonly since: string | null; answers: Answers }
const rows: Readonly<Record<Deciding, Row>> = {
  'hold-money': {
    says: 'Each representative may consent to a direct payment and hold it, once they have agreed to act.',
    by: at.old8,
    since: '2013-08-01',
    answers: everybody,
  },
  'agree-plan': {
    says: 'Whoever may decide about care agrees the plan; whom the body appointed agrees it with the money.',
    by: at.knownPowers,
    since: null,
    answers: { ...welfare, 'appointed-by-icb': 'yes' },
  },
  'where-to-live': {
    says: 'Where somebody lives is decided by who may decide about care, not by a power over property.',
    by: at.knownPowers,
    since: null,
    answers: welfare,
  },
  'share-information': {
    says: 'Sharing what the record says of care is decided by who may decide about care.',
    by: at.knownPowers,
    since: null,
    answers: welfare,
  },
  'name-nominee': {
    says: 'A representative may name a nominee, and so may the body where it appointed somebody.',
    by: at.old9,
    since: '2013-08-01',
    answers: everybody,
  },
}

const ruleFor = (deciding: Deciding) => {
  const { says, by, since, answers } = rows[deciding]
  return rule<{ readonly power: Power | 'none' }, PowerAnswer>({
    id: `POWER-${deciding.toUpperCase()}`,
    says,
    by: [by],
    from: since === null ? null : plainDate(since),
    cases: [
      ...powers.map(power => ({
        says: power.replaceAll('-', ' '),
        facts: { power },
        answer: answers[power],
      })),
      { says: 'a good neighbour', facts: { power: 'none' }, answer: 'no' },
    ],
    decide: ({ power }) => (power === 'none' ? 'no' : answers[power]),
  })
}
const byDeciding = Object.fromEntries(decidings.map(one => [one, ruleFor(one)])) as Readonly<
  Record<Deciding, ReturnType<typeof ruleFor>>
>

/** May somebody with this power take this decision for a person who cannot, or for a child? */
export const powerTo = (power: Power, deciding: Deciding): PowerAnswer =>
  byDeciding[deciding].decide({ power })

export const ruleOfPower = (deciding: Deciding): AnyRule => byDeciding[deciding]
export const powerRules = decidings.map(one => byDeciding[one])
