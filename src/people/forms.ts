/**
 * What may be typed about a person: each form gives its values, or one sentence at each field that is
 * wrong.
 */
import type { Done } from '../kernel/answers.ts'
import { addYears, type PlainDate } from '../kernel/days.ts'
import {
  choice,
  choices,
  day,
  type Field,
  form,
  one,
  optionalDay,
  type Read,
  units,
  yesNo,
} from '../platform/forms.ts'
import type { FieldError, Typed } from '../platform/route.ts'
import { asksAlso, type CommunicationNeed, everyNeed } from './rules/communication.ts'
import { everyHelp, type Help, helperMay, helpingSays, whyNotHelp } from './rules/helping.ts'
import { nhsNumberSays, readNhsNumber } from './rules/nhs-number.ts'
import { longestName, oldestAge, personSays, readEmail, readName, readPostcode } from './rules/person.ts'
import { readTelephone, telephoneSays } from './rules/telephone.ts'
import type { Address, LegalBasis, May, Name, NhsNumber, RelationshipKind } from './types.ts'

type Reader<Value, Reason extends string> = (text: string) => Done<Value, Reason>
type Says<Reason extends string> = Readonly<Record<Reason, string>>

// A field that a rule reads, with the rule's own sentence where it refuses; `missing` says it for this form.
const needed =
  <Value, Reason extends string>(
    read: Reader<Value, Reason>,
    says: Says<Reason>,
    missing?: string,
  ): Field<Value> =>
  (typed, name) => {
    const text = one(typed, name)
    if (text === '' && missing !== undefined) return { says: missing }
    const answer = read(text)
    const [reason] = answer.done ? [] : answer.because
    return answer.done ? { value: answer.value } : { says: reason ? says[reason] : 'Type this again' }
  }

const mayBeEmpty =
  <Value>(field: Field<Value>): Field<Value | null> =>
  (typed, name) =>
    one(typed, name) === '' ? { value: null } : field(typed, name)

const nameField = (missing: string): Field<Name> => needed(readName, personSays, missing)

/** A line of an address: one line, within the length of a name. */
const line = needed(readName, {
  'no-name': personSays['no-address-line'],
  'name-too-long': personSays['address-too-long'],
  'name-unwritable': personSays['address-unwritable'],
})

/** The full name, the name a person likes to be called, the NHS number where known, and the date of birth. */
export const personForm = (today: PlainDate) =>
  form({
    fullName: nameField('Enter the full name'),
    preferredName: mayBeEmpty(nameField('')),
    nhsNumber: mayBeEmpty(needed<NhsNumber, keyof typeof nhsNumberSays>(readNhsNumber, nhsNumberSays)),
    bornOn: day({
      missing: 'Enter the date of birth',
      called: 'The date of birth',
      from: addYears(today, -oldestAge),
      until: today,
      tooEarly: personSays['born-too-long-ago'],
      tooLate: personSays['born-in-the-future'],
    }),
  })

const addressFields = form({
  address1: line,
  address2: mayBeEmpty(line),
  address3: mayBeEmpty(line),
  town: needed(readName, {
    'no-name': personSays['no-town'],
    'name-too-long': personSays['address-too-long'],
    'name-unwritable': personSays['address-unwritable'],
  }),
  postcode: needed(readPostcode, personSays),
})

const reachFields = form({
  telephone: mayBeEmpty(needed(readTelephone, telephoneSays)),
  email: mayBeEmpty(needed(readEmail, personSays)),
})

const addressNames = ['address1', 'address2', 'address3', 'town', 'postcode'] as const

/**
 * An address, or `noFixedAddress` ticked; telephone and e-mail may be left out. Gives texts ready to keep.
 */
export function readContact(typed: Typed): Read<Partial<Address> & { telephone?: string; email?: string }> {
  const none = one(typed, 'noFixedAddress') === 'yes' && addressNames.every(name => one(typed, name) === '')
  const address = addressFields.read(typed)
  const reach = reachFields.read(typed)
  const errors = [...(address.ok || none ? [] : address.errors), ...(reach.ok ? [] : reach.errors)]
  if (!reach.ok || errors.length > 0) return { ok: false, errors }
  const { telephone, email } = reach.value
  return {
    ok: true,
    value: {
      ...(address.ok ? postal(address.value) : {}),
      ...(telephone === null ? {} : { telephone }),
      ...(email === null ? {} : { email }),
    },
  }
}

type AddressTyped = { address1: string; address2: string | null; address3: string | null; town: string }

const postal = (typed: AddressTyped & Pick<Address, 'postcode'>): Address => ({
  lines: [typed.address1, typed.address2, typed.address3].filter(text => text !== null),
  town: typed.town,
  postcode: typed.postcode,
})

export type NeedAsked = {
  readonly need: CommunicationNeed
  readonly detail: string | null
  readonly mayShare: boolean
}

const needsField = choices(everyNeed)
const share = yesNo('Choose whether we may tell other services what you need')

/**
 * The needs that were ticked (`needs`), the answer that some of them ask for (`detail-large-print`), and
 * whether other services may be told (`share`). Nothing ticked is an answer too: nothing is needed.
 */
export function readCommunication(typed: Typed): Read<readonly NeedAsked[]> {
  const ticked = needsField(typed, 'needs')
  const chosen = 'value' in ticked ? ticked.value : []
  if (chosen.length === 0) return { ok: true, value: [] }
  const shared = share(typed, 'share')
  const answers = chosen.map(need => ({ need, ...detailOf(typed, need) }))
  const errors: FieldError[] = answers.flatMap(({ error }) => (error ? [error] : []))
  if ('says' in shared) return { ok: false, errors: [...errors, { field: 'share', says: shared.says }] }
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, value: answers.map(({ need, detail }) => ({ need, detail, mayShare: shared.value })) }
}

function detailOf(typed: Typed, need: CommunicationNeed): { detail: string | null; error?: FieldError } {
  const question = asksAlso(need)
  if (question === null) return { detail: null }
  const field = `detail-${need}`
  const read = needed(readName, personSays, `Answer this question: ${question}`)(typed, field)
  if ('value' in read) return { detail: read.value }
  const says =
    [...one(typed, field)].length > longestName ? `Use ${longestName} characters or fewer` : read.says
  return { detail: null, error: { field, says } }
}

const kinds = ['parent', 'carer', 'representative', 'nominee'] as const satisfies readonly RelationshipKind[]
const bases = [
  'deputy',
  'lasting-power-property',
  'lasting-power-health',
  'attorney',
  'appointed-by-icb',
  'parental-responsibility',
] as const satisfies readonly LegalBasis[]

// Only a representative has a legal basis; for anybody else the question is not asked.
const basisWhere: Field<LegalBasis | null> = (typed, name) =>
  one(typed, 'kind') === 'representative'
    ? choice(bases, 'Choose what lets this person decide for somebody else')(typed, name)
    : { value: null }

/** Somebody who is a parent, carer, representative or nominee, since when, and on which legal basis. */
export const relationshipForm = (today: PlainDate) =>
  form({
    kind: choice(kinds, 'Choose what this person is to them'),
    name: nameField('Enter the name of this person'),
    basis: basisWhere,
    from: day({
      missing: 'Enter the day from which this holds',
      called: 'The first day',
      from: addYears(today, -oldestAge),
      until: today,
      tooLate: 'The first day must be today or in the past',
    }),
  })

export type HelperAsked = {
  readonly name: Name
  readonly may: May
  readonly from: PlainDate
  readonly until: PlainDate
}

const mostHours = 168n

const helperFields = (today: PlainDate) =>
  form({
    name: nameField('Enter the name of the person who helps'),
    help: choices(everyHelp, helpingSays['nothing-chosen']),
    from: optionalDay({
      called: 'The first day',
      from: today,
      until: addYears(today, 1),
      tooEarly: 'The first day must be today or later',
    }),
    until: day({
      missing: 'Enter the last day on which this person helps',
      called: 'The last day',
      from: today,
      until: addYears(today, 5),
      tooEarly: 'The last day must be today or later',
      tooLate: 'The last day must be within five years. You can give more time then',
    }),
  })

/**
 * A helper with limits and a last day: `help` ticked, `hours` where hours may be approved, `from` (today
 * where left out) and `until`.
 */
export function readHelper(typed: Typed, today: PlainDate): Read<HelperAsked> {
  const read = helperFields(today).read(typed)
  const hours = hoursOf(typed)
  if (!read.ok || 'says' in hours) {
    const limit = 'says' in hours ? [{ field: 'hours', says: hours.says }] : []
    return { ok: false, errors: [...(read.ok ? [] : read.errors), ...limit] }
  }
  const { name, help, until } = read.value
  const from = read.value.from ?? today
  const because = whyNotHelp({ chosen: help, hoursUpTo: hours.value, from, until, helperIsThePerson: false })
  if (because.includes('ends-before-it-begins'))
    return { ok: false, errors: [{ field: 'until-day', says: helpingSays['ends-before-it-begins'] }] }
  return { ok: true, value: { name, may: helperMay(help, hours.value), from, until } }
}

const hoursField = units({ missing: helpingSays['hours-without-limit'], most: mostHours })

function hoursOf(typed: Typed) {
  const chosen = choices(everyHelp)(typed, 'help')
  const asked = 'value' in chosen && (chosen.value as readonly Help[]).includes('approve-hours')
  return asked ? hoursField(typed, 'hours') : { value: null }
}
