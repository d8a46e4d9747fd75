import { sayDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import type { NewLetter } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { Pausing } from '../rules/deciding.ts'
import { termsOf } from '../rules/standing.ts'
import type { Recovery } from '../types.ts'
import { lettersTo } from './parts.ts'

/** Nothing is asked for any more. */
export const withdrawnLetters = (
  doing: Doing,
  one: Recovery,
  because: string,
): Promise<readonly NewLetter[]> =>
  lettersTo(doing, one, {
    title: `We no longer ask for ${sayMoney(one.amount)}`,
    paragraphs: [
      `We wrote to you about the personal health budget ${one.reference}. We take that back.`,
      { heading: 'Our reason' },
      because,
      'Nothing was taken and nothing has to be paid back.',
    ],
  })

/** Days do not count for a while: says which, and the days that hold afterwards. */
export function pauseLetters(
  doing: Doing,
  one: Recovery,
  { from, until, because }: Pausing,
): Promise<readonly NewLetter[]> {
  const { objectBy, movesOn, repayBy } = termsOf(one, doing.today)
  const day = (of: typeof movesOn): string => (of === null ? '' : sayDay(of))
  return lettersTo(doing, one, {
    title: `Paused until ${sayDay(until)}`,
    paragraphs: [
      `What we wrote about the personal health budget ${one.reference} waits ` +
        `from ${sayDay(from)} to ${sayDay(until)}. ${because}`,
      {
        facts: [
          ...(one.objection === null ? [['You can object until', day(objectBy)] as const] : []),
          ['Nothing moves until', day(movesOn)],
          ...(one.way === 'net' ? [] : [['Repay by', day(repayBy)] as const]),
        ],
      },
      'Call us if you need more time.',
    ],
  })
}

/** Everything has come back. */
export const repaidLetters = (doing: Doing, one: Recovery): Promise<readonly NewLetter[]> =>
  lettersTo(doing, one, {
    title: 'Thank you: everything is paid back',
    paragraphs: [
      `${sayMoney(termsOf(one, doing.today).amount)} of the personal health budget ${one.reference} ` +
        'has come back to us. Nothing more is asked for.',
      'Keep this letter with your papers.',
    ],
  })
