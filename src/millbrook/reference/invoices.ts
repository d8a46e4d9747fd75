import type { Outcome } from '../../invoices/public.ts'
import type { Ago } from '../ago.ts'

/** A line: what it is called, when it was, how many units, and how much over the rate a unit cost. */
export type Charged = readonly [says: string, on: Ago, units: string, over?: string]

/** What became of a line: left out where it was accepted. */
export type Contested = {
  readonly line: number
  readonly pounds: string
  readonly because: string
  readonly settled?: {
    readonly on: Ago
    readonly outcome: Outcome
    readonly pounds?: string
    readonly because: string
  }
}

export type Charge = {
  readonly of: string
  readonly supplier: string
  readonly theirs: string
  /** Which line of the plan it is for: the first that is held so. */
  readonly way: 'notional' | 'third-party'
  readonly from: Ago
  readonly until: Ago
  readonly lines: readonly Charged[]
  readonly entered: { readonly on: Ago; readonly by: 'family' | 'ngozi' | 'rashid' | 'jo' }
  readonly due: Ago
  readonly decided?: {
    readonly on: Ago
    readonly by: 'ngozi' | 'rashid'
    readonly contested?: readonly Contested[]
  }
  /** A credit note of the supplier for a line that was accepted before. */
  readonly credited?: {
    readonly on: Ago
    readonly theirs: string
    readonly line: number
    readonly pounds: string
    readonly because: string
  }
}

const weeks = (first: Ago): readonly Charged[] =>
  [0, 7, 14, 21].map((days): Charged => ['An hour at bedtime, one week', first + days, '7'])

/** What agencies and suppliers have charged in Millbrook. */
export const charges: readonly Charge[] = [
  {
    of: 'Elspeth Mackie',
    supplier: 'Fernway Care Ltd',
    theirs: 'FC-20417',
    way: 'notional',
    from: -76,
    until: -49,
    lines: weeks(-76),
    entered: { on: -46, by: 'ngozi' },
    due: -24,
    decided: { on: -44, by: 'rashid' },
    credited: {
      on: -7,
      theirs: 'FC-C0118',
      line: 2,
      pounds: '26.20',
      because: 'One evening was called off in time and charged all the same',
    },
  },
  {
    of: 'Elspeth Mackie',
    supplier: 'Fernway Care Ltd',
    theirs: 'FC-20688',
    way: 'notional',
    from: -48,
    until: -21,
    lines: [...weeks(-48).slice(0, 3), ['An hour at bedtime, bank holiday week', -27, '7', '6.50']],
    entered: { on: -12, by: 'family' },
    due: 4,
    decided: {
      on: -9,
      by: 'rashid',
      contested: [{ line: 4, pounds: '45.50', because: 'A bank holiday rate was not agreed' }],
    },
  },
  {
    of: 'Elspeth Mackie',
    supplier: 'Fernway Care Limited',
    theirs: 'fc 20688',
    way: 'notional',
    from: -48,
    until: -21,
    lines: weeks(-48).slice(0, 3),
    entered: { on: -2, by: 'ngozi' },
    due: 18,
  },
  {
    of: 'Yusuf Hassan',
    supplier: 'St Clare’s Hospice',
    theirs: 'SC/118',
    way: 'notional',
    from: -20,
    until: -14,
    lines: [
      ['A day at St Clare’s', -20, '1'],
      ['A day at St Clare’s', -19, '1'],
    ],
    entered: { on: -5, by: 'family' },
    due: 20,
  },
  {
    of: 'Harold Quist',
    supplier: 'Saltings Nursing Agency',
    theirs: '7731',
    way: 'third-party',
    from: -30,
    until: -10,
    lines: [['Care at home', -30, '6']],
    entered: { on: -8, by: 'jo' },
    due: 10,
    decided: { on: -6, by: 'rashid' },
  },
  {
    of: 'Elspeth Mackie',
    supplier: 'Fernway Care Ltd',
    theirs: 'FC-20102',
    way: 'notional',
    from: -104,
    until: -77,
    lines: [...weeks(-104).slice(0, 3), ['An hour at bedtime, one week', -83, '9']],
    entered: { on: -75, by: 'ngozi' },
    due: -52,
    decided: {
      on: -72,
      by: 'rashid',
      contested: [
        {
          line: 4,
          pounds: '50.00',
          because: 'Seven evenings, and nine hours are charged',
          settled: {
            on: -60,
            outcome: 'in-part',
            pounds: '25.00',
            because: 'Fernway’s night book shows one hour more, when Elspeth fell',
          },
        },
      ],
    },
  },
]
