import { newId } from '../src/kernel/ids.ts'
import type { Pence } from '../src/kernel/money.ts'
import type { OrganisationId, PersonId } from '../src/people/public.ts'
import { seal } from '../src/platform/secrets.ts'

type Held = { readonly person: PersonId; readonly name: string; readonly weekly: Pence }
/** Who holds a budget: the person, or an organisation all of it. */
export const holderOf = (thirdParty: OrganisationId | undefined, { person, name, weekly }: Held) =>
  thirdParty === undefined
    ? {
        holder_kind: 'person',
        holder_person_id: person,
        holder_name: name,
        third_party_id: null,
        third_party_name: '',
        weekly_direct: weekly,
        weekly_third_party: 0,
      }
    : {
        holder_kind: 'third-party',
        holder_person_id: null,
        holder_name: '',
        third_party_id: thirdParty,
        third_party_name: 'Millbrook Trust',
        weekly_direct: 0,
        weekly_third_party: weekly,
      }

/** Lines of a plan as rows, in their order. */
export const lineRows = (lines: readonly object[], of: object) =>
  lines.map((line, place) => ({
    id: newId(),
    ...of,
    place: place + 1,
    outcome: '',
    kind: 'care',
    per: 'week',
    payee_words: [],
    employs: false,
    ...line,
  }))

/** Bytes as PostgreSQL reads them out of JSON. */
export const sealed = (purpose: string, value: object): string =>
  `\\x${seal(purpose, JSON.stringify(value)).toString('hex')}`
