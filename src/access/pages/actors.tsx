import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  Choice,
  DataTable,
  DayField,
  Form,
  HiddenFields,
  type Html,
  Select,
  SubmitButton,
  Tag,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { givenRoles } from '../forms.ts'
import { roleNames } from '../permissions.ts'
import type { StaffRole } from '../queries/staff.ts'

export type ActorsShows = {
  readonly staff: readonly StaffRole[]
  readonly organisations: readonly string[]
  readonly today: PlainDate
  readonly typed: Typed
  readonly errors: readonly FieldError[]
  readonly done?: string | undefined
}

const stands = ({ ended, from, until }: StaffRole, today: PlainDate): Html => {
  if (ended) return <Tag means="over">Account ended</Tag>
  if (until !== null && until < today) return <Tag means="over">Role ended</Tag>
  return from > today ? <Tag means="waiting">Not yet</Tag> : <Tag means="good">Has it</Tag>
}

const rowOf = (row: StaffRole, today: PlainDate) => ({
  key: row.id,
  cells: [
    <bdi key="name">{row.name}</bdi>,
    row.email ?? 'None',
    roleNames[row.role],
    `${sayShortDay(row.from)} to ${row.until === null ? 'now' : sayShortDay(row.until)}`,
    stands(row, today),
    row.ended ? (
      ''
    ) : (
      <a key="change" href={`/access/actors/${row.id}`}>
        Change
        <span className="nhsuk-u-visually-hidden">
          {' '}
          {row.name}, {roleNames[row.role]}
        </span>
      </a>
    ),
  ],
})

const columns = [
  { says: 'Name' },
  { says: 'E-mail' },
  { says: 'Role' },
  { says: 'From and until' },
  { says: 'Now' },
  { says: 'Change', unseen: true },
]

const GiveRole = ({ organisations, typed, errors }: ActorsShows) => (
  <section aria-labelledby="give-a-role">
    <h2 id="give-a-role">Give a role</h2>
    <Form action="/access/actors" typed={typed} errors={errors} name="Give a role">
      <TextField name="email" label="E-mail address of their account" type="email" />
      <Select
        name="role"
        label="Role"
        options={[
          { value: '', label: 'Choose a role' },
          ...givenRoles.map(role => ({ value: role, label: roleNames[role] })),
        ]}
      />
      {organisations.length === 1 ? (
        <HiddenFields values={{ organisation: organisations[0] ?? '' }} />
      ) : (
        <Choice
          name="organisation"
          label="Organisation"
          ways={organisations.map((value, place) => ({ value, label: `Organisation ${place + 1}` }))}
        />
      )}
      <DayField name="from" label="First day" />
      <DayField name="until" label="Last day" hint="Leave it empty if it has no end yet" />
      <SubmitButton>Give the role</SubmitButton>
    </Form>
  </section>
)

/** Staff of the organisations that an administrator looks after, and what each may do. */
export const actorsPage = (shows: ActorsShows): Page => ({
  title: 'Staff and their roles',
  wide: true,
  errors: shows.errors,
  status: shows.errors.length > 0 ? 422 : 200,
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <>
      <h1>Staff and their roles</h1>
      <DataTable
        caption="Everybody who has or had a role"
        columns={columns}
        rows={shows.staff.map(row => rowOf(row, shows.today))}
        empty="Nobody has a role here yet."
      />
      <GiveRole {...shows} />
    </>
  ),
})

/** One role of one member of staff: end it, or end the account. */
export const actorPage = ({
  row,
  typed,
  errors,
}: {
  row: StaffRole
  typed: Typed
  errors: readonly FieldError[]
}): Page => ({
  title: `${row.name}, ${roleNames[row.role].toLowerCase()}`,
  back: '/access/actors',
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <>
      <h1>
        <bdi>{row.name}</bdi>
      </h1>
      <p>{`${roleNames[row.role]} since ${sayShortDay(row.from)}.`}</p>
      <h2>End the role</h2>
      <Form action={`/access/roles/${row.id}/ending`} typed={typed} errors={errors} name="End the role">
        <DayField name="until" label="Last day" hint="They have the role until the end of that day" />
        <SubmitButton look="second">End the role</SubmitButton>
      </Form>
      <h2>End the account</h2>
      <p>At once and for everything. What they did stays in the record under their name.</p>
      <Form action={`/access/actors/${row.actor}/ending`} name="End the account">
        <SubmitButton look="warning">End the account now</SubmitButton>
      </Form>
    </>
  ),
})
