import { type PlainDate, sayDay } from '../../kernel/days.ts'
import { sayMoney } from '../../kernel/money.ts'
import type { NewLetter, Paragraph } from '../../notices/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { groundSays, weeksSaid } from '../say.ts'
import type { Recovery } from '../types.ts'
import { howToPay, ifItIsWrong, keptTable, lettersTo, type receiversOf, stated } from './parts.ts'

type Told = {
  readonly sentOn: PlainDate
  readonly objectBy: PlainDate
  readonly movesOn: PlainDate
  readonly repayBy: PlainDate
}
type Writing = {
  readonly one: Recovery
  readonly told: Told
  readonly to: Awaited<ReturnType<typeof receiversOf>>
}

/** The notice with its four parts: reasons, amount, time to repay and who must repay (DP-REPAY-02). */
export const noticeLetters = (doing: Doing, { one, told, to }: Writing): Promise<readonly NewLetter[]> =>
  lettersTo(doing, one, {
    to,
    title:
      one.way === 'net'
        ? `We propose to take ${sayMoney(one.amount)} off your next payment`
        : `We propose that ${sayMoney(one.amount)} is paid back`,
    paragraphs: [
      `We write about the personal health budget ${one.reference}. ` +
        `Nothing moves until ${sayDay(told.movesOn)}. You can object until ${sayDay(told.objectBy)}.`,
      ...foundParagraphs(one),
      { heading: 'What we propose' },
      proposed(one, told),
      { heading: 'Our reasons' },
      {
        reasons: [
          {
            says: `${groundSays[one.ground]} ${one.because}`,
            rules: [stated(one.way === 'net' ? 'DP-AMT-04' : 'DP-REPAY-01')],
          },
          {
            says: 'Money that is owed or kept for something was set aside first.',
            rules: [stated(one.executor === null ? 'PROTECTED-MONEY' : 'BILLS-BEFORE-RECOVERY')],
          },
        ],
      },
      { heading: 'If you think this is wrong' },
      { list: ifItIsWrong(one) },
      ...estateParagraphs(one),
      { heading: one.way === 'net' ? 'What you need to do' : 'How to pay' },
      { list: one.way === 'net' ? nothingToPay : howToPay(one) },
    ],
  })

/** What is proposed: how much, and how it is settled. */
const proposed = (one: Recovery, told: Told): Paragraph =>
  one.way === 'net'
    ? {
        facts: [
          ['Amount', sayMoney(one.amount)],
          [
            'How',
            `It comes off the first regular payment on or after ${sayDay(told.movesOn)}, and off no other`,
          ],
        ],
      }
    : {
        facts: [
          ['Amount', sayMoney(one.amount)],
          ['Who must repay', one.whoMustRepay],
          ['Repay by', sayDay(told.repayBy)],
        ],
      }

const nothingToPay = [
  'Nothing has to be paid back. Use the money that is in the account for the care of that period.',
  'If the money is needed for something, tell us: that is a reason not to do this.',
]

function foundParagraphs({ ground, working }: Recovery): readonly Paragraph[] {
  const { foundOn, shownUntil, held, outsidePlan, weekly, kept, surplus } = working
  if (ground === 'spent-outside-plan' || ground === 'theft-fraud-or-other-offence')
    return [
      { heading: 'What we found' },
      `On ${sayDay(foundOn)} the statements showed ${sayMoney(outsidePlan)} spent outside the plan.`,
    ]
  return [
    { heading: 'What we found' },
    `On ${sayDay(foundOn)} the budget’s bank account should have held ${sayMoney(held)}` +
      `${shownUntil === null ? '' : `. Your statements reach to ${sayDay(shownUntil)}`}.`,
    ...(kept.length === 0 ? [] : [keptTable(kept)]),
    `That leaves ${sayMoney(surplus)}` +
      `${weekly > 0n ? `, which is ${weeksSaid(working.surplusTenths)} of ${sayMoney(weekly)} a week` : ''}.`,
  ]
}

const estateParagraphs = ({ executor }: Recovery): readonly Paragraph[] =>
  executor === null
    ? []
    : [
        { heading: 'To whoever settles the estate' },
        {
          list: [
            'We are sorry for your loss. There is time: call us if you need more of it.',
            'Last wages, notice pay, holiday pay and bills come first. They may be paid from the account.',
            'Nobody has to pay this out of their own pocket: only the estate repays, as far as it can.',
            'No further payments are made, and nothing is taken off any other payment.',
          ],
        },
      ]
