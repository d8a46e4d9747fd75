import { type PlainDate, sayDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import { whatOf } from '../rules/say.ts'
import type { Contribution, Round } from '../types.ts'
import { type Letter, lookAgain } from './sending.ts'

type GivenUp = {
  readonly on: PlainDate
  readonly askedBy: string
  readonly because: string
  readonly back: readonly Contribution[]
  readonly how: string | null
}

/** The budget is given up before the chair came: who asked, why, who gets back what, and how to ask again. */
export const givenUpLetter = (round: Round, { on, askedBy, because, back, how }: GivenUp): Letter => ({
  title: 'Your wheelchair budget is given up',
  paragraphs: [
    {
      facts: [
        ['The chair', whatOf(round)],
        ['Given up on', sayDay(on)],
        ['Who asked', askedBy],
        ['Why', because],
      ],
    },
    'The chair does not come. You owe us nothing. What the NHS had kept for it goes back to the NHS.',
    ...(back.length === 0
      ? []
      : [
          { heading: 'What others gave' },
          { list: back.map(one => `${one.who}: ${sayMoney(one.amount)}, given back.`) },
          ...(how === null ? [] : [`How: ${how}`]),
        ]),
    { heading: 'If you ordered a chair' },
    'Tell the supplier that you do not want it any more. What you paid them yourself, ask them for.',
    { heading: 'If you still need a chair' },
    'Tell us. We look at what you need, and there can be a new budget.',
    ...lookAgain(round.reference),
  ],
})
