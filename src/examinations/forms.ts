import { addYears, type PlainDate } from '../kernel/days.ts'
import { choice, day, form, one, type Read, text } from '../platform/forms.ts'
import type { Typed } from '../platform/route.ts'
import { cohorts, type RightKind, type RuleChange, rulesOfRights } from '../rights/public.ts'
import { figuresAsked } from './rules/examine.ts'

export const kinds = ['right', 'ends', 'figure'] as const
export type Kind = (typeof kinds)[number]

/** Which of the three questions is asked; the first where the address says none. */
export const kindAsked = (typed: Typed): Kind => kinds.find(kind => kind === one(typed, 'kind')) ?? 'right'

export const rightsAsked = [
  'right-to-have',
  'right-to-ask',
  'policy-expectation',
  'local-offer',
] as const satisfies readonly RightKind[]

const on = (today: PlainDate) =>
  day({
    missing: 'Enter the day from which it would be so',
    called: 'The day',
    from: addYears(today, -15),
    until: addYears(today, 15),
  })
const because = text({ missing: 'Say why you ask', most: 500, called: 'Why you ask' })

const whole =
  (missing: string) =>
  (typed: Typed, name: string): { value: number } | { says: string } => {
    const said = one(typed, name)
    if (said === '') return { says: missing }
    return /^\d{1,3}$/.test(said) && Number(said) > 0
      ? { value: Number(said) }
      : { says: 'Enter a whole number from 1 to 999, like 20' }
  }

const forms = (today: PlainDate) => ({
  right: form({
    group: choice(cohorts, 'Choose the group'),
    right: choice(rightsAsked, 'Choose what the group would have'),
    on: on(today),
    because,
  }),
  ends: form({
    rule: choice(
      rulesOfRights.map(({ id }) => id),
      'Choose the rule that would end',
    ),
    on: on(today),
    because,
  }),
  figure: form({
    key: choice(figuresAsked, 'Choose the figure'),
    value: whole('Enter what the figure would be'),
    on: on(today),
    because,
  }),
})

/** The change that a form supposes, with why it is asked; or every error at its field. */
export function readChange(
  typed: Typed,
  today: PlainDate,
): Read<{ readonly change: RuleChange; readonly because: string }> {
  const kind = kindAsked(typed)
  const read = forms(today)[kind].read(typed)
  if (!read.ok) return read
  const { because: why, ...rest } = read.value
  return { ok: true, value: { change: { kind, ...rest } as RuleChange, because: why } }
}
