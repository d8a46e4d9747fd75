import { sayShortDay } from '../../kernel/days.ts'
import type { Paging } from '../../kernel/paging.ts'
import { Choices, EmptyState, Form, Pages, Select, SubmitButton, TextArea } from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Colleague, Unplaced } from '../queries/unplaced.ts'
import type { Step } from '../types.ts'
import { hrefOf } from './list.tsx'

type Placing = {
  readonly step: Step
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const Where = ({ step, typed, errors, label }: Placing & { label: string }) => (
  <>
    <Select
      name="to"
      label={label}
      typed={typed}
      errors={errors}
      options={step.nexts.map(({ code, name }) => ({ value: code, label: name }))}
    />
    <TextArea
      name="because"
      label="How do you know?"
      hint="It stands in the record: an address, a word of the family, a list."
      typed={typed}
      errors={errors}
    />
  </>
)

const personSays = ({ name, born, reference, placed }: Unplaced): string =>
  [
    name,
    ...(born === null ? [] : [`born ${sayShortDay(born)}`]),
    ...(reference === null ? [] : [reference]),
    ...(placed === null ? [] : [`goes to ${placed}`]),
  ].join(', ')

export type PeopleShows = Placing & {
  readonly people: readonly Unplaced[]
  /** Of how many people of the body somebody has said it. */
  readonly said: number
  readonly paging: Paging
  readonly hrefOfPage: (page: number) => string
}

const saidSays = (said: number): string =>
  said === 0
    ? 'Nobody has been placed yet.'
    : `${said === 1 ? '1 person has' : `${said} people have`} been placed: those you see stand last here.`

/** The people of a divided body of whom no rule says where they go: chosen together, with one reason. */
export const peoplePage = (shows: PeopleShows): Page => ({
  title: 'Where people belong',
  back: hrefOf(shows.step),
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  body: (
    <>
      <h1>Where people belong</h1>
      <p>{saidSays(shows.said)}</p>
      {shows.people.length === 0 ? (
        <EmptyState says="There is nobody to place." next="You see here only people whose records you see." />
      ) : (
        <Form action={`${hrefOf(shows.step)}/people`} typed={shows.typed} errors={shows.errors}>
          <Choices
            name="people"
            label="Who?"
            typed={shows.typed}
            errors={shows.errors}
            ways={shows.people.map(one => ({ value: one.id, label: personSays(one) }))}
          />
          <Where {...shows} label="Where do they belong?" />
          <SubmitButton>Save where they belong</SubmitButton>
        </Form>
      )}
      <Pages paging={shows.paging} hrefOf={shows.hrefOfPage} />
    </>
  ),
})

export type StaffShows = Placing & { readonly staff: readonly Colleague[] }

/** Who works for a divided body, and with whom they go. */
export const staffPage = (shows: StaffShows): Page => ({
  title: 'With whom staff go',
  back: hrefOf(shows.step),
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  body: (
    <>
      <h1>With whom staff go</h1>
      <p>Whoever is not named stays with {shows.step.body.name} and its cases that have not moved.</p>
      {shows.staff.length === 0 ? (
        <EmptyState says="Nobody works there any more." next="Roles that ended are not shown here." />
      ) : (
        <Form action={`${hrefOf(shows.step)}/staff`} typed={shows.typed} errors={shows.errors}>
          <Select
            name="actor"
            label="Who?"
            typed={shows.typed}
            errors={shows.errors}
            options={shows.staff.map(one => ({
              value: one.actor,
              label: `${one.name}, ${one.roles}${one.placed === null ? '' : `: goes to ${one.placed}`}`,
            }))}
          />
          <Where {...shows} label="With whom do they go?" />
          <SubmitButton>Save with whom they go</SubmitButton>
        </Form>
      )}
    </>
  ),
})
