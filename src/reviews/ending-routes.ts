import type { Route } from '../access/public.ts'
import { agreementOn, endAgreement, endSays } from '../agreements/public.ts'
import type { Doing } from '../platform/doing.ts'
import { type Answer, notFound, type Typed } from '../platform/route.ts'
import { findRule } from '../rights/public.ts'
import { endingForm } from './forms.ts'
import { endingPage } from './pages/forms.tsx'
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
]
