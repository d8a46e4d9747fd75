import { Checkboxes, DateInput, Radios } from 'nhsuk-react-components'
import { errorAt, type FieldProps, given, type Html, useField, type Words } from './model.ts'

export type Way = {
  readonly value: string
  readonly label: Words
  readonly hint?: Words | undefined
  /** Asked only with this answer; always in view where JavaScript does not run. */
  readonly also?: Html | undefined
  /** "or" above it. */
  readonly apart?: boolean | undefined
}

/** What a group of boxes says for itself. The first box has the field's own id: errors lead to it. */
function useGroup(field: FieldProps) {
  const { id, error, values, errors, typed } = useField(field)
  const legendProps = field.heading ? { isPageHeading: true, size: 'l' as const } : ({ size: 's' } as const)
  const said = { ...given({ hint: field.hint, error }), legend: field.label, legendProps, name: field.name }
  return { id, values, errors, typed, said: { ...said, id: `${id}-group` } }
}

const idAt = (id: string, place: number): string => (place === 0 ? id : `${id}-${place + 1}`)

/** Our own styles show what belongs to an answer; see `assets/frame.css`. */
const unscripted = { 'data-module': undefined }

/** One of a few. */
export function Choice(
  field: FieldProps & { readonly ways: readonly Way[]; readonly inline?: boolean | undefined },
) {
  const { id, said, values } = useGroup(field)
  return (
    <Radios {...said} {...unscripted} inline={field.inline === true}>
      {field.ways.flatMap((way, place) => [
        way.apart ? <Radios.Divider key={`or-${way.value}`}>or</Radios.Divider> : null,
        <Radios.Item
          key={way.value}
          id={idAt(id, place)}
          value={way.value}
          defaultChecked={values.includes(way.value)}
          {...given({ hint: way.hint, conditional: way.also })}
        >
          {way.label}
        </Radios.Item>,
      ])}
    </Radios>
  )
}

const yesNo = (yes: Html | undefined, no: Html | undefined): readonly Way[] => [
  { value: 'yes', label: 'Yes', also: yes },
  { value: 'no', label: 'No', also: no },
]

/** Yes or no, sent as `yes` or `no`; what is asked only after a yes, or only after a no, goes with it. */
export const YesNo = (
  field: FieldProps & { readonly yes?: Html | undefined; readonly no?: Html | undefined },
) => (
  <Choice
    {...field}
    ways={yesNo(field.yes, field.no)}
    inline={field.yes === undefined && field.no === undefined}
  />
)

/** None, some or all of a few. */
export function Choices(
  field: FieldProps & { readonly ways: readonly Way[]; readonly small?: boolean | undefined },
) {
  const { id, said, values } = useGroup(field)
  return (
    <Checkboxes {...said} {...(field.small ? { className: 'nhsuk-checkboxes--small' } : {})}>
      {field.ways.flatMap((way, place) => [
        way.apart ? <Checkboxes.Divider key={`or-${way.value}`} dividerText="or" /> : null,
        <Checkboxes.Item
          key={way.value}
          id={idAt(id, place)}
          value={way.value}
          defaultChecked={values.includes(way.value)}
          {...given({ hint: way.hint, conditional: way.also })}
        >
          {way.label}
        </Checkboxes.Item>,
      ])}
    </Checkboxes>
  )
}

const parts = [
  { part: 'day', Box: DateInput.Day },
  { part: 'month', Box: DateInput.Month },
  { part: 'year', Box: DateInput.Year },
] as const

type DayProps = FieldProps & { readonly birthday?: boolean | undefined }

/**
 * A day as three boxes, sent as `name-day`, `name-month` and `name-year`. An error of the whole day has the
 * field `name`; an error of one box has that box's name, and only that box is marked.
 */
export function DayField(field: DayProps) {
  const { id, said, errors, typed } = useGroup(field)
  const ofBoxes = parts.map(({ part }) => errorAt(errors, `${field.name}-${part}`))
  const whole = errorAt(errors, field.name)
  const error = whole ?? ofBoxes.find(says => says !== undefined)
  // The link of an error leads to an id: the first box without an error of its own answers to the whole day.
  const answers = ofBoxes.indexOf(undefined)
  return (
    <DateInput {...said} {...given({ error })}>
      {parts.map(({ part, Box }, place) => {
        const name = `${field.name}-${part}`
        const marked = whole !== undefined || ofBoxes[place] !== undefined
        const value = typed[name]
        return (
          <Box
            key={part}
            id={place === answers ? id : `${id}-${part}`}
            name={name}
            error={marked ? (error ?? false) : false}
            defaultValue={typeof value === 'string' ? value : ''}
            {...(field.birthday ? { autoComplete: `bday-${part}` } : {})}
          />
        )
      })}
    </DateInput>
  )
}
