import { plainDate } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import type { Admission, Consent, Entry, Review } from './types.ts'

const on = plainDate

export const aConsent = (say: Partial<Consent> = {}): Consent => ({
  number: 1,
  givenOn: on('2025-09-01'),
  saidBy: 'the-person',
  name: 'Leon Harrow',
  about: null,
  asked: null,
  bodies: [],
  ...say,
})

/** A stay in an invented hospital, of which both days count. */
export const anAdmission = (from: string, until: string | null, say: Partial<Admission> = {}): Admission => ({
  id: newId(),
  number: 1,
  hospital: 'Heron Ward, Saltmarsh Hospital',
  kind: 'agreed',
  from: on(from),
  until: until === null ? null : on(until),
  toWhere: until === null ? null : 'Home',
  planned: [],
  before: [],
  ...say,
})

export const aReview = (askedOn: string, heldOn: string | null, say: Partial<Review> = {}): Review => ({
  id: newId(),
  number: 1,
  kind: 'care-education-and-treatment',
  askedOn: on(askedOn),
  why: 'A bed may be asked for.',
  held:
    heldOn === null
      ? null
      : {
          on: on(heldOn),
          tookPart: 'Leon, his mother, his teacher',
          expert: 'Dee Farrow',
          noExpert: null,
          safe: 'Yes, with two people.',
          care: 'Good at school, thin at night.',
          future: 'Nights with people he knows.',
          hospital: 'No.',
        },
  actions: [],
  ...say,
})

/** Leon Harrow of Millbrook, put on the list in September 2025 with his own yes. */
export const anEntry = (say: Partial<Entry> = {}): Entry => ({
  id: newId(),
  organisation: newId(),
  person: newId(),
  putOn: on('2025-09-01'),
  has: 'autism',
  reason: 'He stopped sleeping when his team left.',
  putByName: 'Priya Nair',
  consents: [aConsent()],
  levels: [],
  reviews: [],
  crises: [],
  admissions: [],
  budget: null,
  ending: null,
  ...say,
})
