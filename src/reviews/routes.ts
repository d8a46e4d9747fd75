import type { Route } from '../access/public.ts'
import type { Doing } from '../platform/doing.ts'
import { type Answer, notAllowed, notFound, type Typed } from '../platform/route.ts'
import { book } from './actions/book.ts'
import { hold } from './actions/hold.ts'
import { noteEvent } from './actions/note-event.ts'
import { closingRoutes } from './closing-routes.ts'
import { endingRoutes } from './ending-routes.ts'
import { bookingForm, readEvent, readLane, readReview } from './forms.ts'
import { bookingPage, eventPage, reviewFormPage } from './pages/forms.tsx'
import { problemSays } from './says.ts'
import { type At, inCase, nothingWrong, showHeld, showReviews, type Wrong } from './showing.ts'
import type { Lane } from './types.ts'

async function bookIt(doing: Doing, at: At, form: Typed): Promise<Answer> {
  const read = bookingForm(doing.today).read(form)
  if (!read.ok) return bookingPage({ ...at, typed: form, errors: read.errors })
  const booked = await book(doing, { reference: at.reference, ...read.value, place: read.value.place ?? '' })
  if (booked.done) return `/reviews/${at.reference}`
  return bookingPage({
    ...at,
    typed: form,
    errors: booked.because.map(one => ({
      field: one === 'lanes-on-one-day-need-a-reason' ? 'because' : 'on-day',
      says: problemSays[one],
    })),
  })
}

/** The money is looked at by finance, the plan and eligibility by those who know the family. */
const maysHold = (doing: Doing, lane: Lane): boolean => {
  const roles = doing.actor.roles.map(one => one.role)
  return lane === 'money-audit'
    ? roles.includes('finance-officer')
    : roles.includes('case-worker') || roles.includes('team-leader')
}

async function inLane(
  doing: Doing,
  _at: At,
  { lane: text, show }: { lane: string; show: (lane: Lane) => Promise<Answer> | Answer },
): Promise<Answer> {
  const lane = readLane(text)
  if (lane === null) return notFound
  return maysHold(doing, lane) ? show(lane) : notAllowed
}

async function holdIt(doing: Doing, at: At, { lane, form }: { lane: Lane; form: Typed }): Promise<Answer> {
  const wrong = (errors: Wrong['errors']): Answer => reviewFormPage({ ...at, lane, typed: form, errors })
  const read = readReview(form, { lane, today: doing.today })
  if (!read.ok) return wrong(read.errors)
  const held = await hold(doing, { reference: at.reference, ...read.value })
  if (!held.done)
    return wrong(
      held.because.map(one => ({
        field: one === 'change-needs-a-day' ? 'changeFrom-day' : 'heldOn-day',
        says: problemSays[one],
      })),
    )
  return read.value.follows === 'stop' ? `/reviews/${at.reference}/ending` : `/reviews/${at.reference}`
}

async function note(doing: Doing, at: At, form: Typed): Promise<Answer> {
  const read = readEvent(form, doing.today)
  if (!read.ok) return eventPage({ ...at, typed: form, errors: read.errors })
  return (await noteEvent(doing, { reference: at.reference, ...read.value })).done
    ? `/reviews/${at.reference}`
    : notFound
}

export const routes: readonly Route[] = [
  {
    at: 'GET /reviews/:reference',
    allow: 'reviews.read',
    handle: (doing, asked) => inCase(doing, asked, at => showReviews(doing, at)),
  },
  {
    at: 'GET /reviews/:reference/held/:review',
    allow: 'reviews.read',
    handle: (doing, asked) => inCase(doing, asked, at => showHeld(doing, at, asked.at['review'] ?? '')),
  },
  {
    at: 'GET /reviews/:reference/booking',
    allow: 'reviews.hold',
    handle: (doing, asked) => inCase(doing, asked, at => bookingPage({ ...at, ...nothingWrong })),
  },
  {
    at: 'POST /reviews/:reference/booking',
    allow: 'reviews.hold',
    handle: (doing, asked) => inCase(doing, asked, at => bookIt(doing, at, asked.form)),
  },
  {
    at: 'GET /reviews/:reference/event',
    allow: 'reviews.read',
    handle: (doing, asked) => inCase(doing, asked, at => eventPage({ ...at, ...nothingWrong })),
  },
  {
    at: 'POST /reviews/:reference/event',
    allow: 'reviews.read',
    handle: (doing, asked) => inCase(doing, asked, at => note(doing, at, asked.form)),
  },
  ...endingRoutes,
  ...closingRoutes,
  {
    at: 'GET /reviews/:reference/:lane',
    allow: 'reviews.read',
    handle: (doing, asked) =>
      inCase(doing, asked, at =>
        inLane(doing, at, {
          lane: asked.at['lane'] ?? '',
          show: lane => reviewFormPage({ ...at, lane, ...nothingWrong }),
        }),
      ),
  },
  {
    at: 'POST /reviews/:reference/:lane',
    allow: 'reviews.read',
    handle: (doing, asked) =>
      inCase(doing, asked, at =>
        inLane(doing, at, {
          lane: asked.at['lane'] ?? '',
          show: lane => holdIt(doing, at, { lane, form: asked.form }),
        }),
      ),
  },
]
