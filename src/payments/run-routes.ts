import type { Route } from '../access/public.ts'
import { readId } from '../kernel/ids.ts'
import { many, one } from '../platform/forms.ts'
import { pageAsked } from '../platform/paging.ts'
import { acknowledge, lookSays, takeOut } from './actions/look-at-warnings.ts'
import { releaseRun } from './actions/release-run.ts'
import { stopBlocked, stopSays, withdrawRun } from './actions/stop-payments.ts'
import { signingForm, warningsForm, withdrawForm } from './forms.ts'
import { releaseSays } from './rules/release.ts'
import { ofRun, show } from './showing-run.ts'

const read = ofRun((doing, run, { query }) => show(doing, run, { page: pageAsked(query) }))

const release = ofRun(async (doing, run, { form }) => {
  const given = signingForm.read(form)
  if (!given.ok)
    return show(doing, run, { errors: [{ field: 'sign', says: releaseSays['changed-since-shown'] }] })
  const released = await releaseRun(doing, { run: run.id, ...given.value })
  if (released.done) return `/payments/runs/${run.id}`
  return show(doing, run, {
    errors: released.because.map(reason => ({ field: 'sign', says: releaseSays[reason] })),
  })
})

const stop = ofRun(async (doing, run) => {
  const stopped = await stopBlocked(doing, run.id)
  if (stopped.done) return `/payments/runs/${run.id}`
  return show(doing, run, {
    errors: stopped.because.map(reason => ({ field: 'sign', says: stopSays[reason] })),
  })
})

/** The warnings that were chosen: acknowledged, or their payments taken out of the run. */
const warnings = ofRun(async (doing, run, { form }) => {
  const given = warningsForm.read(form)
  if (!given.ok) return show(doing, run, { errors: given.errors, typed: form })
  const checks = many(form, 'checks').flatMap(text => readId<'check'>(text) ?? [])
  const look = one(form, 'do') === 'take-out' ? takeOut : acknowledge
  const looked = await look(doing, { run: run.id, checks, because: given.value.checked })
  if (looked.done) return `/payments/runs/${run.id}`
  const errors = looked.because.map(reason => ({ field: 'checks', says: lookSays[reason] }))
  return show(doing, run, { errors, typed: form })
})

const withdraw = ofRun(async (doing, run, { form }) => {
  const given = withdrawForm.read(form)
  if (!given.ok) return show(doing, run, { errors: given.errors })
  const withdrawn = await withdrawRun(doing, run.id, given.value.because)
  if (withdrawn.done) return '/payments'
  return show(doing, run, {
    errors: withdrawn.because.map(reason => ({ field: 'because', says: stopSays[reason] })),
  })
})

/** One run: looked at, signed, stopped in part, withdrawn. */
export const runRoutes: readonly Route[] = [
  { at: 'GET /payments/runs/:run', allow: 'payments.read', handle: read },
  { at: 'POST /payments/runs/:run/releases', allow: 'payments.release', handle: release },
  { at: 'POST /payments/runs/:run/warnings', allow: 'payments.release', handle: warnings },
  { at: 'POST /payments/runs/:run/stops', allow: 'payments.prepare', handle: stop },
  { at: 'POST /payments/runs/:run/withdrawal', allow: 'payments.prepare', handle: withdraw },
]
