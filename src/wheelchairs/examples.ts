import { type PlainDate, plainDate } from '../kernel/days.ts'
import { newId, type Reference } from '../kernel/ids.ts'
import { nothing, pence } from '../kernel/money.ts'
import type { NewRound } from './rules/why-not.ts'
import type { Agreed, Quote, Round } from './types.ts'

/** Amir Lowen's round: a chair of £1,850.00, referred in February and assessed in April 2026. */
export const aRound = (say: Partial<Round> = {}): Round => ({
  id: newId(),
  organisation: newId(),
  person: newId(),
  reference: 'PHB-7K3M-9QT' as Reference,
  number: 1,
  referredOn: plainDate('2026-02-02'),
  assessedOn: plainDate('2026-04-14'),
  assessor: 'Rhona Kerr',
  standing: 'referred-and-eligible',
  need: 'medium',
  chair: 'Active user chair with a firm back',
  value: pence(185_000n),
  repairYearly: pence(8_400n),
  voucher: null,
  writtenBy: 'priya',
  writtenByName: 'Priya Nair',
  quotes: [],
  choice: null,
  contributions: [],
  agreed: null,
  invoice: null,
  handedOver: null,
  repairs: [],
  unspent: null,
  newLook: null,
  endings: [],
  ...say,
})

export const aQuote = (say: Partial<Quote> = {}): Quote => ({
  id: newId(),
  number: 1,
  kind: 'chair',
  supplier: 'Millbrook Mobility',
  says: 'Carbon active chair',
  net: pence(273_540n),
  vat: nothing,
  total: pence(273_540n),
  validUntil: plainDate('2026-06-30'),
  notedOn: plainDate('2026-04-20'),
  ...say,
})

/** What is agreed for a chair that Amir buys elsewhere: V-36, (c). */
export const anAgreed = (say: Partial<Agreed> = {}): Agreed => ({
  startsOn: plainDate('2026-05-05'),
  endsOn: plainDate('2031-05-05'),
  nhsPays: pence(227_000n),
  personPays: pence(88_540n),
  repairMoney: pence(42_000n),
  owner: 'person',
  repairs: 'person',
  rules: ['WHEELCHAIR-THIRD-PARTY'],
  byName: 'Tom Birkett',
  ...say,
})

/** What a clinician writes down. */
export const aNewRound = (on: PlainDate, say: Partial<NewRound> = {}): NewRound => ({
  referredOn: on,
  assessedOn: on,
  assessor: 'Rhona Kerr',
  standing: 'referred-and-eligible',
  need: 'medium',
  chair: 'Active user chair with a firm back',
  value: pence(185_000n),
  repairYearly: pence(8_400n),
  voucherValue: null,
  voucherUntil: null,
  ...say,
})
