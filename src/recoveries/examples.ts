import { addDays, type PlainDate, plainDate } from '../kernel/days.ts'
import { newId, type Reference } from '../kernel/ids.ts'
import { nothing, pence } from '../kernel/money.ts'
import type { Found } from './rules/surplus.ts'
import type { Recovery, RecoveryId, Working } from './types.ts'

/** The day on which the examples were found. */
export const foundOn = plainDate('2026-07-31')

/** Invented: Cerys Dunnet's account on 31 July 2026, £365.00 a week, statements up to that day. */
export const aFound = (say: Partial<Found> = {}): Found => ({
  today: foundOn,
  weekly: pence(36_500n),
  from: plainDate('2025-07-07'),
  endsOn: null,
  shownUntil: foundOn,
  held: pence(398_500n),
  advance: nothing,
  outsidePlan: nothing,
  ...say,
})

export const aWorking = (say: Partial<Working> = {}): Working => ({
  foundOn,
  shownUntil: foundOn,
  weekly: pence(36_500n),
  held: pence(560_000n),
  advance: nothing,
  outsidePlan: nothing,
  kept: [{ kind: 'contingency', sum: pence(36_500n), because: 'One week for the unexpected.' }],
  protectedSum: pence(36_500n),
  surplus: pence(523_500n),
  heldTenths: 153n,
  surplusTenths: 143n,
  limit: { value: 8, from: plainDate('2026-04-01'), by: 'Helen Ashworth', because: 'Finance committee' },
  ...say,
})

/** A proposal of £2,000.00 that nobody was told of yet. */
export const aRecovery = (say: Partial<Recovery> = {}): Recovery => ({
  id: newId() as RecoveryId,
  organisation: newId(),
  person: newId(),
  reference: 'PHB-7K3M-9QT' as Reference,
  number: 1,
  ground: 'substantial-share-unspent',
  way: 'repay',
  working: aWorking(),
  amount: pence(200_000n),
  because: 'The night carer left in spring.',
  whoMustRepay: 'Cerys Dunnet',
  repayDays: 56,
  executor: null,
  proposedBy: 'priya',
  proposedByName: 'Priya Nair',
  proposedOn: foundOn,
  notice: null,
  objection: null,
  answer: null,
  withdrawn: null,
  pauses: [],
  posted: null,
  repaid: [],
  ...say,
})

/** A notice of Tom's, sent on a day: 28 days to object, 56 to repay. */
export const aNotice = (sentOn: PlainDate): NonNullable<Recovery['notice']> => ({
  sentOn,
  objectBy: addDays(sentOn, 28),
  movesOn: addDays(sentOn, 29),
  repayBy: addDays(sentOn, 56),
  by: 'tom',
  byName: 'Tom Birkett',
  byRole: 'Team leader',
})

export const anObjection = (saidOn: PlainDate): NonNullable<Recovery['objection']> => ({
  id: newId(),
  how: 'online',
  words: 'Joan has not had her holiday pay yet.',
  file: null,
  saidBy: 'Cerys Dunnet',
  saidOn,
  answerBy: addDays(saidOn, 28),
  notedBy: 'Cerys Dunnet',
})
