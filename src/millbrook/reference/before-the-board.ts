import { type PlainDate, plainDate } from '../../kernel/days.ts'
import type { Life } from '../types.ts'

/** A life of years ago: its days are days of the calendar, and do not move with the day of seeding. */
export type Before = {
  readonly life: Omit<Life, 'asks' | 'withdrawn'> & { readonly asks: Omit<NonNullable<Life['asks']>, 'on'> }
  readonly askedOn: PlainDate
  readonly withdrawn?: { readonly on: PlainDate; readonly because: string }
}

/** Whose case began with the group that came before the board: one was answered there, one was still open. */
export const beforeTheBoard: readonly Before[] = [
  {
    life: {
      name: 'Edna Thorley',
      born: '1949-03-17',
      home: ['2 Mill Race', 'Millbrook', 'MB1 4HD'],
      path: 'adult-continuing-healthcare',
      worker: 'priya',
      asks: {
        by: 'letter',
        words: 'I would like a stair lift so that I can sleep in my own bed.',
        parts: [['A stair lift', 'notional', 60]],
      },
      upTo: 'decided',
      answers: {
        1: {
          granted: false,
          because:
            'The council pays for stair lifts through its grant for homes, and its officer has ' +
            'measured your stairs already. Health money cannot pay for the same thing twice.',
        },
      },
    },
    askedOn: plainDate('2022-02-14'),
  },
  {
    life: {
      name: 'Piers Hebden',
      born: '1971-09-08',
      home: ['18 Quarry Hill', 'Larkfield', 'MB2 6RT'],
      path: 'adult-continuing-healthcare',
      worker: 'priya',
      asks: {
        by: 'telephone',
        words: 'I want to choose who comes at night. A friend of mine could be trained.',
        parts: [['Somebody at night', 'direct-payment', 640]],
      },
      upTo: 'taken',
    },
    askedOn: plainDate('2022-06-13'),
    withdrawn: {
      on: plainDate('2022-07-12'),
      because: 'My sister has room for me in Leeds, and I am moving there.',
    },
  },
]
