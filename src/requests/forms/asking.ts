import type { PlainDate } from '../../kernel/days.ts'
import type { LegalBasis, OrganisationId, PersonId } from '../../people/public.ts'
import { personForm, readCommunication, readContact } from '../../people/public.ts'
import { one } from '../../platform/forms.ts'
import type { Typed } from '../../platform/route.ts'
import type { AskingFor, NewPersonAsked } from '../actions/ask-for.ts'
import { pathways } from '../pathways.ts'
import { type Pathway, type ReachedBy, type Way, ways } from '../types.ts'
import { knownPerson, readParts, relationOf } from './questions.ts'

export type Around = {
  readonly today: PlainDate
  readonly organisation: OrganisationId
  readonly organisationUnsure: boolean
  readonly reachedBy: ReachedBy
  readonly asker: string
  readonly receivedOn?: PlainDate
}

const wayIn = (typed: Typed): Way | null => ways.find(way => way === one(typed, 'way')) ?? null
const pathwayIn = (typed: Typed): Pathway =>
  pathways.find(pathway => pathway === one(typed, 'care')) ?? 'not-sure'

/** Answers that hold no error, as the action takes them. */
export function askingFrom(typed: Typed, around: Around): AskingFor {
  const read = readParts(typed)
  const way = wayIn(typed)
  const words = one(typed, 'words')
  const written = read.ok ? read.value : []
  const whole = { says: 'Everything described in the request', askedWay: way, weekly: null }
  const parts =
    written.length === 0 ? [whole] : written.map(part => ({ ...part, askedWay: part.askedWay ?? way }))
  const basis = one(typed, 'basis')
  const known = knownPerson(typed)
  return {
    organisation: around.organisation,
    person: known === null ? newPersonFrom(typed, around.today) : (known as PersonId),
    pathway: pathwayIn(typed),
    reachedBy: around.reachedBy,
    ...(around.receivedOn === undefined ? {} : { askedOn: around.receivedOn, receivedOn: around.receivedOn }),
    askedBy: { name: around.asker, relation: relationOf(typed) },
    relation: relationOf(typed),
    basis: basis === '' ? null : (basis as LegalBasis),
    asker: { name: around.asker },
    words,
    parts,
    said: { way: one(typed, 'way'), organisationUnsure: around.organisationUnsure, note: one(typed, 'note') },
  }
}

function newPersonFrom(typed: Typed, today: PlainDate): NewPersonAsked {
  const person = personForm(today).read(typed)
  const contact = readContact(typed)
  const communication = readCommunication(typed)
  if (!person.ok) throw new Error('answers are read only once they hold no error')
  const { fullName, preferredName, nhsNumber, bornOn } = person.value
  const needs = communication.ok ? communication.value : []
  return {
    fullName,
    preferredName,
    nhsNumber,
    bornOn,
    ...(contact.ok ? { contact: contact.value } : {}),
    communication: {
      askedOn: today,
      needs: needs.map(one => ({ ...one, from: today, until: null })),
    },
  }
}
