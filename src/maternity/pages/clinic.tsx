import { type PlainDate, sayShortDay } from '../../kernel/days.ts'
import {
  Choice,
  DayField,
  EmptyState,
  Form,
  Reading,
  Search,
  SubmitButton,
  TextField,
} from '../../nhs/public.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import type { Offering } from '../types.ts'
import { Offered } from './fields.tsx'

type ClinicShows = {
  readonly find: string
  readonly people: readonly { readonly id: string; readonly name: string; readonly born: PlainDate | null }[]
  readonly offering: Offering | null
  readonly typed: Typed
  readonly errors: readonly FieldError[]
}

const whoIs = ({ name, born }: ClinicShows['people'][number]): string =>
  born === null ? name : `${name}, born ${sayShortDay(born)}`

/** Offering a budget in the clinic: find her, enter the due date, done. */
export const clinicPage = ({ find, people, offering, typed, errors }: ClinicShows): Page => ({
  title: 'Offer a maternity budget',
  back: '/maternity',
  errors,
  status: errors.length > 0 ? 422 : 200,
  body: (
    <Reading>
      <h1>Offer a maternity budget</h1>
      <Search action="/maternity/new" name="find" label="Find her by name or NHS number" typed={{ find }} />
      {find !== '' && people.length === 0 ? (
        <EmptyState
          says="We found nobody of that name whom you may see."
          next={
            <>
              If she is new here, <a href="/requests/telephone/new">write down her request first</a>.
            </>
          }
        />
      ) : null}
      <Offered
        {...{ offering, budget: null, staff: true, stage: null, number: 0, places: [], prices: null }}
      />
      <Form action="/maternity/new" typed={typed} errors={errors}>
        {people.length === 0 ? null : (
          <Choice
            name="person"
            label="Who is it?"
            ways={people.map(one => ({ value: one.id, label: whoIs(one) }))}
          />
        )}
        {people.length === 0 ? null : (
          <>
            <DayField name="dueOn" label="Due date" />
            <DayField name="offeredOn" label="Day of the offer" />
            <TextField name="fits" label="Why it is offered to her" hint="You can leave it out." />
            <SubmitButton>Offer it</SubmitButton>
          </>
        )}
      </Form>
    </Reading>
  ),
})
