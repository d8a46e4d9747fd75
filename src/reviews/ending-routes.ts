import type { Route } from '../access/public.ts'
import { agreementOn, endAgreement, endSays } from '../agreements/public.ts'
import { sayShortDay } from '../kernel/days.ts'
import type { Doing } from '../platform/doing.ts'
import { many } from '../platform/forms.ts'
import { type Answer, notFound, type Typed } from '../platform/route.ts'
import { findRule } from '../rights/public.ts'
import { closeCase, closingPoints, confirmed } from './actions/close.ts'
import { endingForm } from './forms.ts'
import { closingPage, endingPage } from './pages/forms.tsx'
import { type At, inCase, nothingWrong, type Wrong } from './showing.ts'

async function showEnding(doing: Doing, at: At, wrong: Wrong = nothingWrong): Promise<Answer> {
  const agreement = await agreementOn(doing, at.reference, doing.today)
  if (agreement === null) return notFound
  return endingPage({
    ...at,
    ...wrong,
    noticeDays: agreement.notice_days,
    rules: ['DP-STOP-N1', 'DP-STOP-M1', 'DP-STOP-D5'].map(findRule),
  })
}

async function end(doing: Doing, at: At, form: Typed): Promise<Answer> {
  const read = endingForm(doing.today).read(form)
  if (!read.ok) return showEnding(doing, at, { typed: form, errors: read.errors })
  const ended = await endAgreement(doing, { reference: at.reference, ...read.value })
  if (ended.done) return `/reviews/${at.reference}`
  const fieldOf = (because: string): string =>
    /notice|ends-before|has-ended/.test(because)
      ? 'on-day'
      : because === 'reason-missing'
        ? 'because'
        : 'ground'
  return showEnding(doing, at, {
    typed: form,
    errors: ended.because.map(because => ({ field: fieldOf(because), says: endSays[because] })),
  })
}

async function showClosing(doing: Doing, at: At, wrong: Wrong = nothingWrong): Promise<Answer> {
  const [points, agreement] = [
    await closingPoints(doing, at.reference),
    await agreementOn(doing, at.reference, doing.today),
  ]
  if (points === null || !agreement?.ends_on) return notFound
  return closingPage({ ...at, ...wrong, points, confirmed, endsOn: sayShortDay(agreement.ends_on) })
}

async function close(doing: Doing, at: At, form: Typed): Promise<Answer> {
  const closed = await closeCase(doing, { reference: at.reference, ticked: many(form, 'settled') })
  if (closed.done || closed.because.includes('closed-before')) return `/reviews/${at.reference}`
  if (!closed.because.includes('points-open')) return notFound
  return showClosing(doing, at, {
    typed: form,
    errors: [{ field: 'settled', says: 'It cannot be closed while something is open: see the list' }],
  })
}

export const endingRoutes: readonly Route[] = [
  {
    at: 'GET /reviews/:reference/ending',
    allow: 'reviews.ending',
    handle: (doing, asked) => inCase(doing, asked, at => showEnding(doing, at)),
  },
  {
    at: 'POST /reviews/:reference/ending',
    allow: 'reviews.ending',
    handle: (doing, asked) => inCase(doing, asked, at => end(doing, at, asked.form)),
  },
  {
    at: 'GET /reviews/:reference/closing',
    allow: 'reviews.ending',
    handle: (doing, asked) => inCase(doing, asked, at => showClosing(doing, at)),
  },
  {
    at: 'POST /reviews/:reference/closing',
    allow: 'reviews.ending',
    handle: (doing, asked) => inCase(doing, asked, at => close(doing, at, asked.form)),
  },
]
