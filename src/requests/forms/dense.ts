import { type PlainDate, plainDate } from '../../kernel/days.ts'
import { choice, day, type Field, form, one, text, ticked } from '../../platform/forms.ts'
import type { FieldError, Typed } from '../../platform/route.ts'
import { errorsAt, knownPerson, type Question } from './questions.ts'

export type DenseKind = 'telephone' | 'referral'

const relations = ['myself', 'parent', 'representative', 'other'] as const
const bases = ['deputy', 'lasting-power-property', 'lasting-power-health', 'attorney'] as const
const about: readonly Question[] = ['name', 'birth', 'nhs-number']
const asked: readonly Question[] = ['care', 'words', 'way', 'parts']

const telephoneForm = (today: PlainDate) =>
  form({
    caller: text({ missing: 'Enter the name of who telephones', most: 100, called: 'The name' }),
    relation: choice(relations, 'Choose what the caller is to the person'),
    basis: basisField,
    calledOn: day({
      missing: 'Enter the day of the call',
      called: 'The day of the call',
      from: plainDate('2014-04-01'),
      until: today,
      tooLate: 'The day of the call must be today or in the past',
    }),
  })

const basisField: Field<string | null> = (typed, name) =>
  one(typed, 'relation') === 'representative'
    ? choice(bases, 'Choose what lets the caller decide for this person')(typed, name)
    : { value: null }

const referralForm = form({
  role: text({ missing: 'Enter your role', most: 100, called: 'Your role' }),
  agreed: ticked('Ask the person, or whoever decides for them, and tick this when they agree'),
})

/** Everything that is wrong with a dense page, in its own order, every field at once. */
export function denseErrors(
  kind: DenseKind,
  { typed, today, icbs }: { typed: Typed; today: PlainDate; icbs: readonly string[] },
): readonly FieldError[] {
  const own = kind === 'telephone' ? telephoneForm(today).read(typed) : referralForm.read(typed)
  const person = knownPerson(typed) === null ? about : []
  const reach = knownPerson(typed) === null ? contactErrors(typed, { today, icbs }) : []
  const icb = kind === 'referral' ? (['icb'] as const) : []
  const ask = { typed, today, icbs }
  return [
    ...(own.ok ? [] : own.errors),
    ...person.flatMap(question => errorsAt(question, ask)),
    ...reach,
    ...[...icb, ...asked].flatMap(question => errorsAt(question, ask)),
  ]
}

function contactErrors(
  typed: Typed,
  around: { today: PlainDate; icbs: readonly string[] },
): readonly FieldError[] {
  const ask = { typed, ...around }
  return (['address', 'reach', 'communication'] as const).flatMap(question => errorsAt(question, ask))
}

/** The day of the call; called only once the page holds no error. */
export function calledOn(typed: Typed, today: PlainDate): PlainDate {
  const read = telephoneForm(today).read(typed)
  return read.ok ? read.value.calledOn : today
}
