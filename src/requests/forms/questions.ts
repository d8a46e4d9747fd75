import type { PlainDate } from '../../kernel/days.ts'
import { type Pence, readMoney } from '../../kernel/money.ts'
import { isChild, personForm, readCommunication, readContact, readName } from '../../people/public.ts'
import { choice, type Field, form, one, optionalChoice, type Read, text } from '../../platform/forms.ts'
import type { FieldError, Typed } from '../../platform/route.ts'
import { pathways } from '../pathways.ts'
import { type AskerRelation, askerRelations } from '../say.ts'
import { type Way, ways } from '../types.ts'

/** The questions of a request, one thing a page, in the order they are asked. */
export const questions = [
  'for-whom',
  'your-name',
  'basis',
  'name',
  'birth',
  'nhs-number',
  'address',
  'reach',
  'communication',
  'care',
  'icb',
  'words',
  'way',
  'parts',
] as const
export type Question = (typeof questions)[number]

export const mostTyped = 5
export const longestWords = 5000
const bases = ['deputy', 'lasting-power-property', 'lasting-power-health', 'attorney'] as const

/** Which fields a question has; what was typed into them before is forgotten when it is answered again. */
const fieldsOf: Readonly<Record<Question, RegExp>> = {
  'for-whom': /^forWhom$/,
  'your-name': /^yourName$/,
  basis: /^basis$/,
  name: /^(fullName|preferredName)$/,
  birth: /^bornOn-(day|month|year)$/,
  'nhs-number': /^nhsNumber$/,
  address: /^(address[123]|town|postcode|noFixedAddress)$/,
  reach: /^(telephone|email)$/,
  communication: /^(needs|share|detail-[a-z-]+)$/,
  care: /^care$/,
  icb: /^icb$/,
  words: /^words$/,
  way: /^way$/,
  parts: /^(says|held|weekly)-[1-9]$/,
}

export const typedFor = (question: Question, typed: Typed): Typed =>
  Object.fromEntries(Object.entries(typed).filter(([name]) => fieldsOf[question].test(name)))

/** All answers so far with those of one page put in place of what was typed there before. */
export const answeredWith = (before: Typed, question: Question, typed: Typed): Typed => ({
  ...Object.fromEntries(Object.entries(before).filter(([name]) => !fieldsOf[question].test(name))),
  ...typedFor(question, typed),
})

/** Whom it is for, as chosen: somebody known already carries their id. */
export const knownPerson = (typed: Typed): string | null =>
  /^person:(.+)$/.exec(one(typed, 'forWhom'))?.[1] ?? null

const aboutThePerson: readonly Question[] = [
  'name',
  'birth',
  'nhs-number',
  'address',
  'reach',
  'communication',
]
const alwaysAsked: readonly Question[] = ['care', 'icb', 'words', 'way', 'parts']

/**
 * The questions that these answers lead to; `known` says that the asker is somebody with a record already.
 */
export function questionsFor(typed: Typed, known: boolean): readonly Question[] {
  if (knownPerson(typed) !== null) return ['for-whom', ...alwaysAsked]
  const forWhom = one(typed, 'forWhom')
  const asker: readonly Question[] = forWhom === 'myself' || known ? [] : ['your-name']
  return [
    'for-whom',
    ...asker,
    ...(forWhom === 'represent' ? (['basis'] as const) : []),
    ...aboutThePerson,
    ...alwaysAsked,
  ]
}

const nameOf: Field<string> = (typed, name) => {
  const read = readName(one(typed, name))
  if (read.done) return { value: read.value }
  return {
    says: one(typed, name) === '' ? 'Enter your full name' : 'Enter a name of 100 characters or fewer',
  }
}

export type PartTyped = {
  readonly says: string
  readonly askedWay: Way | null
  readonly weekly: Pence | null
}

/** The parts that were written, at most five; none at all means the whole as it was described. */
export function readParts(typed: Typed): Read<readonly PartTyped[]> {
  const errors: FieldError[] = []
  const parts = Array.from({ length: mostTyped }, (_, place) => String(place + 1)).flatMap(place => {
    const says = one(typed, `says-${place}`)
    const weeklyTyped = one(typed, `weekly-${place}`)
    const weekly = weeklyTyped === '' ? null : readMoney(weeklyTyped)
    if (weeklyTyped !== '' && (weekly === null || weekly < 0n || weekly > 1_000_000_00n))
      errors.push({
        field: `weekly-${place}`,
        says: 'Enter an amount in pounds and pence, like 120.50, or leave it empty',
      })
    if (says === '' && weeklyTyped === '') return []
    const read = text({ missing: 'Say what this part is for', most: 300 })(typed, `says-${place}`)
    if ('says' in read) errors.push({ field: `says-${place}`, says: read.says })
    const way = optionalChoice(ways)(typed, `held-${place}`)
    return [{ says, askedWay: 'value' in way ? way.value : null, weekly }]
  })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: parts }
}

function birthErrors(typed: Typed, today: PlainDate): readonly FieldError[] {
  const read = personForm(today).read({ ...typed, fullName: 'A', nhsNumber: '' })
  if (!read.ok) return read.errors.filter(({ field }) => field.startsWith('bornOn'))
  const under16 = isChild.decide({ born: read.value.bornOn, day: today })
  const forWhom = one(typed, 'forWhom')
  const asksAsParent = forWhom === 'child' || one(typed, 'relation') === 'parent'
  if (asksAsParent && !under16)
    return [
      {
        field: 'bornOn-day',
        says: 'A parent can ask for a child under 16. From 16 they ask themselves, or a representative does',
      },
    ]
  if (forWhom === 'myself' && under16)
    return [{ field: 'bornOn-day', says: 'Under 16, your mother, father or guardian asks for you' }]
  return []
}

const onlyOf = (errors: readonly FieldError[], question: Question): readonly FieldError[] =>
  errors.filter(({ field }) => fieldsOf[question].test(field) || field === 'needs')

const errorsIn = <Value>(read: Read<Value>): readonly FieldError[] => (read.ok ? [] : read.errors)

type Ask = { readonly typed: Typed; readonly today: PlainDate; readonly icbs: readonly string[] }

const simple =
  (field: Field<unknown>, name: string) =>
  ({ typed }: Ask) =>
    errorsIn(form({ [name]: field }).read(typed))
const person =
  (question: Question) =>
  ({ typed, today }: Ask) =>
    onlyOf(errorsIn(personForm(today).read(typed)), question)

const readers: Readonly<Record<Question, (ask: Ask) => readonly FieldError[]>> = {
  'for-whom': ({ typed }) =>
    knownPerson(typed) === null && !['myself', 'child', 'represent'].includes(one(typed, 'forWhom'))
      ? [{ field: 'forWhom', says: 'Choose who the budget is for' }]
      : [],
  'your-name': simple(nameOf, 'yourName'),
  basis: simple(choice(bases, 'Choose what lets you decide for this person'), 'basis'),
  name: person('name'),
  birth: ({ typed, today }) => birthErrors(typed, today),
  'nhs-number': person('nhs-number'),
  address: ({ typed }) => onlyOf(errorsIn(readContact(typed)), 'address'),
  reach: ({ typed }) => reachErrors(typed),
  communication: ({ typed }) => errorsIn(readCommunication(typed)),
  care: simple(choice(pathways, 'Choose which care it is, or “I am not sure”'), 'care'),
  icb: ({ typed, icbs }) =>
    [...icbs, 'unknown'].includes(one(typed, 'icb'))
      ? []
      : [{ field: 'icb', says: 'Choose who arranges the care, or “I don’t know”' }],
  words: simple(text({ missing: 'Say what you would like the budget for', most: longestWords }), 'words'),
  way: simple(choice([...ways, 'unknown'] as const, 'Choose a way, or “I don’t know yet”'), 'way'),
  parts: ({ typed }) => errorsIn(readParts(typed)),
}

function reachErrors(typed: Typed): readonly FieldError[] {
  const errors = onlyOf(errorsIn(readContact(typed)), 'reach')
  const none = one(typed, 'telephone') === '' && one(typed, 'email') === ''
  return none ? [{ field: 'telephone', says: 'Enter a telephone number or an e-mail address' }] : errors
}

/** What is wrong with the answers to one question; empty where nothing is. */
export const errorsAt = (question: Question, ask: Ask): readonly FieldError[] => readers[question](ask)

export const relationOf = (typed: Typed): AskerRelation => {
  const forWhom = one(typed, 'forWhom')
  const relation = one(typed, 'relation')
  if (forWhom === 'child') return 'parent'
  if (forWhom === 'represent') return 'representative'
  if (forWhom === 'myself') return 'myself'
  return Object.hasOwn(askerRelations, relation) ? (relation as AskerRelation) : 'other'
}
