import type { PlainDate } from '../kernel/days.ts'
import { readId } from '../kernel/ids.ts'
import type { OrganisationId } from '../people/public.ts'
import { type Way, ways } from '../plans/public.ts'
import {
  choice,
  day,
  type Field,
  form,
  many,
  one,
  optionalDay,
  optionalText,
  type Read,
  text,
  whole,
  yesNo,
} from '../platform/forms.ts'
import type { FieldError, Typed } from '../platform/route.ts'
import { exclusions, type Relation, relations } from '../rights/public.ts'
import type { ChosenHolder, NewAgreement } from './asked.ts'
import { type FamilyPaid, hows, type Order } from './types.ts'

/** How many people near to the person the form asks about. */
export const familyPlaces = [1, 2] as const

const always = form({
  from: day({ missing: 'Enter the day from which it is held so', called: 'The first day' }),
  canDecide: yesNo('Say if the person can decide this for themselves'),
  consented: yesNo('Say if consent to a direct payment was given'),
  oneOff: yesNo('Say if this is a one-off payment'),
  insuranceFrom: optionalDay({ called: 'The first day of the insurance' }),
  insuranceUntil: optionalDay({ called: 'The last day of the insurance' }),
  seen: whole({ missing: 'The page is incomplete. Load it again', least: 0, most: 1_000_000 }),
})

const consentForm = (today: PlainDate) =>
  form({
    consentBy: text({ missing: 'Enter who consented', most: 100, called: 'The name' }),
    consentOn: day({
      missing: 'Enter the day of the consent',
      called: 'The day of the consent',
      until: today,
      tooLate: 'The day of the consent cannot be in the future',
    }),
    consentHow: choice(hows, 'Say how the consent was given'),
  })

const oneOffForm = form({
  items: whole({ missing: 'Enter how many things it is for', least: 1, most: 100 }),
  paymentsInYear: whole({
    missing: 'Enter how many payments there are in the financial year, this one too',
    least: 1,
    most: 100,
  }),
})

type Reading = { readonly today: PlainDate; readonly lines: readonly string[]; readonly child: boolean }

/** Which way each line is held, with the reason where one was given. A line without an answer is an error. */
function readWays(typed: Typed, lines: readonly string[]): Read<NewAgreement['ways']> {
  const errors: FieldError[] = []
  const found = lines.flatMap(line => {
    const way = ways.find(one_ => one_ === one(typed, `way-${line}`))
    if (way === undefined) errors.push({ field: `way-${line}`, says: 'Say how this line is held' })
    const because = readReason(typed, `because-${line}`)
    if ('says' in because) errors.push({ field: `because-${line}`, says: because.says })
    return way === undefined || 'says' in because ? [] : [{ line, way: way as Way, because: because.value }]
  })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: found }
}

const readReason: Field<string | null> = optionalText({ most: 500, called: 'The reason' })

/**
 * Court orders: each kind ticked with its days, or "none of these". Nothing ticked means that nobody asked.
 */
function readOrders(typed: Typed): Read<{ readonly asked: boolean; readonly orders: readonly Order[] }> {
  const chosen = many(typed, 'orders')
  const kinds = exclusions.filter(kind => chosen.includes(kind))
  const none = chosen.includes('none')
  if (none && kinds.length > 0)
    return { ok: false, errors: [{ field: 'orders', says: 'Tick an order or “none of these”, not both' }] }
  const errors: FieldError[] = []
  const orders = kinds.flatMap(exclusion => {
    const read = form({
      [`${exclusion}-from`]: day({ missing: 'Enter the first day of the order', called: 'The first day' }),
      [`${exclusion}-until`]: optionalDay({ called: 'The last day' }),
    }).read(typed)
    if (!read.ok) errors.push(...read.errors)
    if (!read.ok) return []
    const [from, until] = [read.value[`${exclusion}-from`], read.value[`${exclusion}-until`] ?? null]
    if (from && until !== null && until < from)
      errors.push({ field: `${exclusion}-until-day`, says: 'The last day cannot be before the first' })
    return from ? [{ exclusion, from, until }] : []
  })
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, value: { asked: none || kinds.length > 0, orders } }
}

/** `person`, `managed-account` with its organisation, or a relationship as `nominee:id`. */
function holderIn(typed: Typed): ChosenHolder | null {
  const chosen = one(typed, 'holder')
  if (chosen === 'person') return { kind: 'person' }
  if (chosen === 'managed-account') {
    const organisation = readId<'organisation'>(one(typed, 'managedBy'))
    return organisation === null ? null : { kind: 'managed-account', organisation }
  }
  const [kind, relationship = ''] = chosen.split(':')
  return (kind === 'nominee' || kind === 'representative') && readId(relationship) !== null
    ? { kind, relationship }
    : null
}

const familyForm = (place: number) =>
  form({
    [`family-name-${place}`]: text({ missing: 'Enter the name', most: 100, called: 'The name' }),
    [`family-relation-${place}`]: choice(relations, 'Say what they are to the person'),
    [`family-for-${place}`]: choice(['care', 'help-with-managing'], 'Say what they are paid for'),
    [`family-because-${place}`]: optionalText({ most: 500, called: 'The reason' }),
  })

function readFamily(typed: Typed): Read<readonly FamilyPaid[]> {
  const errors: FieldError[] = []
  const found = familyPlaces.flatMap(place => {
    if (one(typed, `family-name-${place}`) === '') return []
    const read = familyForm(place).read(typed)
    if (!read.ok) errors.push(...read.errors)
    if (!read.ok) return []
    return [
      {
        name: read.value[`family-name-${place}`] ?? '',
        relation: read.value[`family-relation-${place}`] as Relation,
        sameHousehold: one(typed, `family-household-${place}`) === 'yes',
        paidFor: read.value[`family-for-${place}`] as FamilyPaid['paidFor'],
        because: read.value[`family-because-${place}`] ?? null,
      },
    ]
  })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: found }
}

const none = { ok: true, value: null } as const

/** The whole form of preparing, with every error at its field in the form's order. */
export function readPreparation(
  typed: Typed,
  { today, lines, child }: Reading,
): Read<Omit<NewAgreement, 'reference'>> {
  const [ways_, orders, family, rest] = [
    readWays(typed, lines),
    readOrders(typed),
    readFamily(typed),
    always.read(typed),
  ]
  const consent = one(typed, 'consented') === 'yes' ? consentForm(today).read(typed) : none
  const oneOff = one(typed, 'oneOff') === 'yes' ? oneOffForm.read(typed) : none
  const errors = [rest, ways_, orders, consent, oneOff, family].flatMap(read => (read.ok ? [] : read.errors))
  if (!rest.ok || !ways_.ok || !orders.ok || !consent.ok || !oneOff.ok || !family.ok)
    return { ok: false, errors }
  const { from, seen, insuranceFrom, insuranceUntil, canDecide } = rest.value
  const asWho = child || !canDecide ? ('representative' as const) : ('the-person' as const)
  return {
    ok: true,
    value: {
      seen,
      from,
      canDecide,
      ways: ways_.value,
      holder: holderIn(typed),
      thirdParty: readId<'organisation'>(one(typed, 'thirdParty')) as OrganisationId | null,
      consent:
        consent.value === null
          ? null
          : {
              by: consent.value.consentBy,
              on: consent.value.consentOn,
              how: consent.value.consentHow,
              asWho,
            },
      exclusionsAsked: orders.value.asked,
      exclusions: orders.value.orders,
      insurance: insuranceFrom === null ? null : { from: insuranceFrom, until: insuranceUntil },
      oneOff: oneOff.value,
      family: family.value,
    },
  }
}
