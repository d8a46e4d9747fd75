import type { SettleItem } from '../../reviews/public.ts'
import type { Ago } from '../types.ts'

/** Payments of some days that finance drew by lot, to look at. */
export type Drawn = { readonly life: string; readonly on: Ago; readonly from: Ago; readonly until: Ago }

export const drawn: readonly Drawn[] = [
  { life: 'Derek Ransome', on: -10, from: -100, until: -15 },
  { life: 'Gwen Tallis', on: -4, from: -90, until: -10 },
]

/** What was noted about one item of a safe ending: done, or to do by a day. */
export type Noted = readonly [
  item: SettleItem,
  what: 'to-do' | 'settled' | 'does-not-apply',
  who: string,
  by: Ago | null,
  words: string,
]
export type Closed = { readonly life: string; readonly on: Ago; readonly notes: readonly Noted[] }

/** Ends that are half done: some items are settled, one is late, of some nobody has said anything yet. */
export const closing: readonly Closed[] = [
  {
    life: 'Gordon Sykes',
    on: -30,
    notes: [
      ['notice-pay', 'settled', 'Gordon Sykes', null, 'Neil had four weeks in writing and worked them.'],
      [
        'direct-debits',
        'settled',
        'Gordon Sykes',
        null,
        'The insurer’s was the last. Seen on the statement.',
      ],
      ['equipment', 'does-not-apply', 'Marek Zieliński', null, 'Nothing was bought with this budget.'],
      ['final-pay', 'to-do', 'Gordon Sykes', -9, 'The last week is still to be paid.'],
      ['tax', 'to-do', 'Tally Payroll Services', 16, 'P45 and the last payment to HMRC.'],
    ],
  },
  {
    life: 'Iris Pell-Hartley',
    on: -40,
    notes: [
      ['last-bills', 'settled', 'Joe Hartley', null, 'The chemist and the pendant are paid.'],
      ['records', 'to-do', 'Joe Hartley', 30, 'Joe keeps the folder; he asks how long.'],
    ],
  },
]
