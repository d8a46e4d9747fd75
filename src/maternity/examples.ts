import { plainDate } from '../kernel/days.ts'
import { newId, type Reference } from '../kernel/ids.ts'
import { pence } from '../kernel/money.ts'
import type { Answer, Budget, Care, Choice, Place } from './types.ts'

/** Carys Nance's yes, with the figures of V-38. */
export const taken: Answer = {
  number: 1,
  said: 'accepted',
  words: '',
  prices: { antenatal: pence(90_500n), intrapartum: pence(162_000n), postnatal: pence(47_500n) },
  on: plainDate('2026-04-21'),
  byName: 'Carys Nance',
}

/** Her budget, taken up and with nothing chosen yet. */
export const aBudget = (say: Partial<Budget> = {}): Budget => ({
  id: newId(),
  organisation: newId(),
  person: newId(),
  reference: 'PHB-7K3M-9QT' as Reference,
  offeredOn: plainDate('2026-04-20'),
  dueOn: plainDate('2026-10-20'),
  fits: '',
  countedAs: newId(),
  offeredByName: 'Priya Nair',
  answers: [taken],
  choices: [],
  care: [],
  extras: [],
  ending: null,
  ...say,
})

export const aChoice = (say: Partial<Choice> = {}): Choice => ({
  id: newId(),
  number: 1,
  stage: 'intrapartum',
  key: 'millbrook-birth-centre',
  provider: 'Millbrook Birth Centre',
  price: pence(162_000n),
  because: '',
  chosenOn: plainDate('2026-04-27'),
  byName: 'Carys Nance',
  confirmed: { on: plainDate('2026-04-27'), entry: newId(), byName: 'Priya Nair' },
  ...say,
})

export const aCare = (say: Partial<Care> = {}): Care => ({
  stage: 'intrapartum',
  key: 'millbrook-birth-centre',
  provider: 'Millbrook Birth Centre',
  price: pence(162_000n),
  how: 'as-chosen',
  words: '',
  on: plainDate('2026-10-12'),
  ...say,
})

export const aPlace = (say: Partial<Place> = {}): Place => ({
  key: 'millbrook-birth-centre',
  provider: 'Millbrook Birth Centre',
  stage: 'intrapartum',
  from: plainDate('2024-04-01'),
  until: null,
  place: '4 Weir Street, Millbrook',
  offers: 'Midwives only. A pool.',
  beds: '4 beds',
  distance: '1 mile',
  said: '',
  saidSource: '',
  openQuestions: '',
  ...say,
})
