import { type PlainDate, sayDay } from '../../kernel/days.ts'
import { type Pence, sayMoney } from '../../kernel/money.ts'
import type { NewLetter, Paragraph } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Kept, Outcome, Recovery } from '../types.ts'
import { howToPay, keptTable, lettersTo, stated } from './parts.ts'

export type Answered = {
  readonly outcome: Outcome
  readonly amount: Pence
  readonly because: string
  readonly alsoKept: readonly Kept[]
  readonly movesOn: PlainDate
  readonly repayBy: PlainDate
  readonly objection: NonNullable<Recovery['objection']>
}

const titleOf = (one: Recovery, { outcome, amount }: Answered): string =>
  ({
    dropped: 'We looked again, and ask for nothing',
    ...(one.way === 'net' ? netted(amount) : paidBack(one, amount)),
  })[outcome]

const paidBack = (one: Recovery, amount: Pence) => ({
  less: `We looked again, and ask for ${sayMoney(amount)} instead of ${sayMoney(one.amount)}`,
  stays: `We looked again, and still propose that ${sayMoney(amount)} is paid back`,
})

const netted = (amount: Pence) => ({
  less: `We looked again, and take only ${sayMoney(amount)} off the next payment`,
  stays: `We looked again, and still propose to take ${sayMoney(amount)} off the next payment`,
})

/** The written answer to an objection: the outcome first, then the reasons, then the days (DP-REPAY-03). */
export const answerLetters = (
  doing: Doing,
  one: Recovery,
  answered: Answered,
): Promise<readonly NewLetter[]> =>
  lettersTo(doing, one, {
    title: titleOf(one, answered),
    paragraphs: [
      `${answered.objection.saidBy} objected on ${sayDay(answered.objection.saidOn)}. ` +
        'Somebody who had no part in the proposal looked at it again.',
      { heading: 'Our reasons' },
      {
        reasons: [
          { says: answered.because.trim(), rules: [stated(one.way === 'net' ? 'DP-DEC-05' : 'DP-REPAY-03')] },
        ],
      },
      ...(answered.alsoKept.length === 0 ? [] : [keptTable(answered.alsoKept)]),
      ...whatNow(one, answered),
      'If you still think that this is wrong, you can complain to us, and after that to the' +
        ' Parliamentary and Health Service Ombudsman.',
    ],
  })

const whatNow = (one: Recovery, answered: Answered): readonly Paragraph[] =>
  answered.outcome === 'dropped'
    ? [{ heading: 'What happens now' }, 'Nothing has to be paid back.']
    : [
        { heading: 'What happens now' },
        {
          facts: [
            ['Amount', sayMoney(answered.amount)],
            ...(one.way === 'net' ? [] : [['Who must repay', one.whoMustRepay] as const]),
            ['Nothing moves until', sayDay(answered.movesOn)],
            ...(one.way === 'net' ? [] : [['Repay by', sayDay(answered.repayBy)] as const]),
          ],
        },
        ...(one.way === 'net' ? [] : [{ list: howToPay(one) }]),
      ]
