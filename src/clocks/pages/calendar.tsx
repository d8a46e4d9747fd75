import { sayDay } from '../../kernel/days.ts'
import { Choice, Form, InsetText, Reading, SubmitButton } from '../../nhs/public.ts'
import type { FieldError, Page } from '../../platform/route.ts'
import type { Feed, FeedNames } from '../feed/types.ts'

export const namesSay = {
  nobody: 'Nothing: only what is awaited',
  reference: 'The reference of the case',
  'first-name': 'The first name',
} as const satisfies Record<FeedNames, string>

export type CalendarShows = {
  readonly feed: Feed | null
  readonly staff: boolean
  readonly errors: readonly FieldError[]
  readonly done?: string | undefined
}

const Make = ({ feed, errors }: CalendarShows) => (
  <Form action="/clocks/calendar" typed={{ names: feed?.names ?? 'nobody' }} errors={errors}>
    <Choice
      name="names"
      label="What should an entry say of whom it is about?"
      hint="Whoever sees your calendar reads it."
      ways={Object.entries(namesSay).map(([value, label]) => ({ value, label }))}
    />
    <SubmitButton>{feed === null ? 'Make the address' : 'Make a new address'}</SubmitButton>
  </Form>
)

/** The owner's own calendar address: whether there is one, to make, renew and stop it. */
export const calendarPage = (shows: CalendarShows): Page => ({
  title: 'Dates in your calendar',
  back: shows.staff ? '/clocks' : '/home',
  errors: shows.errors,
  ...(shows.errors.length > 0 ? { status: 422 } : {}),
  ...(shows.done === undefined ? {} : { done: shows.done }),
  body: (
    <Reading>
      <h1>Dates in your calendar</h1>
      <p>
        Your calendar can show{' '}
        {shows.staff ? 'the dates of your own caseload' : 'your dates and those of whoever you help'}. You get
        a secret address to give to it. Whoever has the address sees the same without signing in, so show it
        to nobody.
      </p>
      <p>An entry says what is awaited and whose turn it is. It names no illness and no kind of care.</p>
      {shows.feed === null ? (
        <p>You have no address now.</p>
      ) : (
        <>
          <InsetText>
            <p>
              You have an address since {sayDay(shows.feed.made_on)}. An entry says of whom it is about:{' '}
              {namesSay[shows.feed.names].toLowerCase()}.
            </p>
          </InsetText>
          <p>
            We cannot show the address again. If you have lost it, or somebody else has seen it, make a new
            one. The old one stops at once.
          </p>
        </>
      )}
      <Make {...shows} />
      {shows.feed === null ? null : (
        <Form action="/clocks/calendar/ending" name="Stop the address">
          <SubmitButton look="warning">Stop the address</SubmitButton>
        </Form>
      )}
    </Reading>
  ),
})

/** The secret address, shown this once. */
export const madePage = ({ address, staff }: { address: string; staff: boolean }): Page => ({
  title: 'Your secret address',
  keep: true,
  back: staff ? '/clocks' : '/home',
  body: (
    <Reading>
      <h1>Your secret address</h1>
      <p>Copy it now. We do not keep it and cannot show it again.</p>
      <p className="app-code">
        <code>{address}</code>
      </p>
      <p>
        In your calendar, choose to subscribe to a calendar by its address, and paste it there. The calendar
        asks again by itself, mostly a few times a day, so a change can take some hours to show.
      </p>
      <p>
        <a href="/clocks/calendar">Make a new address or stop it</a>
      </p>
    </Reading>
  ),
})
