import { newId } from '../src/kernel/ids.ts'
import type { Way } from '../src/plans/public.ts'
import { seal } from '../src/platform/secrets.ts'

export type PlanLine = { readonly key: string; readonly says: string; readonly way: Way }

type Made = {
  readonly about: { readonly lines?: readonly PlanLine[] }
  readonly version: string
  readonly organisation: string
  readonly person: string
  readonly reference: string
}

/** The lines of a budget's plan, as rows. */
export const planLineRows = (one: Made) =>
  (one.about.lines ?? []).map(({ key, says, way }, place) => ({
    id: newId(),
    version_id: one.version,
    organisation_id: one.organisation,
    person_id: one.person,
    reference: one.reference,
    line_key: key,
    place,
    says,
    outcome: '',
    kind: 'care',
    unit: 'session',
    units: 1000,
    per: 'month',
    rate: 5000,
    weekly: 1154,
    way,
    payee: '',
    payee_words: [],
    employs: false,
  }))

export const numbersOf = (place: number) => ({
  sortCode: '200000',
  accountNumber: String(10_000_000 + place),
})

/** Bytes as PostgreSQL reads them out of JSON. */
export const sealed = (purpose: string, value: object): string =>
  `\\x${seal(purpose, JSON.stringify(value)).toString('hex')}`
