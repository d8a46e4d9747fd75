import { may, type Route } from '../access/public.ts'
import { readId } from '../kernel/ids.ts'
import type { Doing } from '../platform/doing.ts'
import { many, one } from '../platform/forms.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { acknowledge, lookSays, takeOut } from './actions/look-at-warnings.ts'
import { fileOf, fileSays, filesOf, makeFile, payablesOf, shaOf } from './actions/make-file.ts'
import { releaseRun } from './actions/release-run.ts'
import { payerOn } from './actions/set-payer.ts'
import { stopBlocked, stopSays, withdrawRun } from './actions/stop-payments.ts'
import { signingForm, warningsForm, withdrawForm } from './forms.ts'
import { byHandPage } from './pages/by-hand.tsx'
import { runPage } from './pages/run.tsx'
import { checksOfRun } from './queries/checks.ts'
import { differencesOf } from './queries/differences.ts'
import { namesOf } from './queries/overview.ts'
import { blockedSince, linesOfRun, type RunState, runState } from './queries/run.ts'
import { releaseSays } from './rules/release.ts'

const perPage = 100
const mostStopped = 500

/** Hands a handler the run that the address names; one that may not be seen is not found. */
const ofRun =
  (handle: (doing: Doing, run: RunState, asked: Asked) => Promise<Answer>) =>
  async (doing: Doing, asked: Asked): Promise<Answer> => {
    const id = readId<'payment run'>(asked.at['run'] ?? '')
    const run = id === null ? null : await runState(doing, id)
    return run === null ? notFound : handle(doing, run, asked)
  }

const isOpen = (run: RunState): boolean => run.released_on === null && run.withdrawn_on === null

async function blockedIn(doing: Doing, run: RunState) {
  const blocked = isOpen(run) ? await blockedSince(doing, run.id) : []
  const names = await namesOf(
    doing,
    blocked.map(({ person }) => person),
  )
  return blocked.map(due => ({ ...due, name: names.get(due.person) ?? '' }))
}

type Wrong = { readonly page?: number; readonly errors?: readonly FieldError[]; readonly typed?: Typed }

async function checksShown(doing: Doing, run: RunState, { errors = [], typed = {} }: Wrong) {
  return {
    at: `/payments/runs/${run.id}`,
    counts: run.checks,
    warnings: await checksOfRun(doing, run.id, { grade: 'warning', most: perPage }),
    information: await checksOfRun(doing, run.id, { grade: 'information', most: perPage }),
    open: isOpen(run),
    may: { prepare: may(doing, 'payments.prepare'), release: may(doing, 'payments.release') },
    typed,
    errors,
  }
}

async function show(doing: Doing, run: RunState, wrong: Wrong = {}): Promise<Answer> {
  const { page = 1, errors = [] } = wrong
  const pages = Math.max(1, Math.ceil(run.now.payments / perPage))
  const at = Math.min(pages, Math.max(1, page))
  return runPage({
    run,
    stopped: await linesOfRun(doing, run.id, { stopped: true, most: mostStopped }),
    leaving: await linesOfRun(doing, run.id, { stopped: false, most: perPage, after: (at - 1) * perPage }),
    page: at,
    pages,
    differences: await differencesOf(doing, run),
    blocked: await blockedIn(doing, run),
    checks: await checksShown(doing, run, wrong),
    files: await filesOf(doing, run.id),
    hasPayer: (await payerOn(doing, run.organisation_id, run.released_on ?? doing.today)) !== null,
    may: {
      prepare: may(doing, 'payments.prepare'),
      release: may(doing, 'payments.release'),
      signed: run.signatures.some(
        ({ who, payments, total }) =>
          who === doing.actor.id && payments === run.now.payments && total === run.now.total,
      ),
    },
    today: doing.today,
    errors,
  })
}

const read = ofRun((doing, run, { query }) => show(doing, run, { page: Number(one(query, 'page')) || 1 }))

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
  const looked = await look(doing, { run: run.id, checks, because: given.value.because })
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

const make = ofRun(async (doing, run, { form }) => {
  const kind = one(form, 'kind') === 'print' ? 'print' : 'pain.001.001.09'
  const made = await makeFile(doing, run, kind)
  if (made.done) return `/payments/runs/${run.id}/files/${made.value}`
  return show(doing, run, { errors: made.because.map(reason => ({ field: 'sign', says: fileSays[reason] })) })
})

/** A file that was made: the bank's file again, byte by byte as its sum says, or the list to pay by hand. */
const file = ofRun(async (doing, run, { at }) => {
  const found = (await filesOf(doing, run.id)).find(({ id }) => id === at['file'])
  if (found === undefined) return notFound
  if (found.kind === 'print') {
    const payables = await payablesOf(doing, run.id)
    return payables === null ? notFound : byHandPage(run, payables)
  }
  const made = await fileOf(doing, run)
  if (!made.done) return notFound
  if (shaOf(made.value) !== found.sha256) throw new Error('The file of a run is not what it was')
  const download = `payments-run-${String(run.number).padStart(5, '0')}.pain.001.xml`
  return { download, kind: 'application/xml', body: made.value }
})

/** One run: looked at, signed, stopped in part, withdrawn, paid by file or by hand. */
export const runRoutes: readonly Route[] = [
  { at: 'GET /payments/runs/:run', allow: 'payments.read', handle: read },
  { at: 'POST /payments/runs/:run/releases', allow: 'payments.release', handle: release },
  { at: 'POST /payments/runs/:run/warnings', allow: 'payments.release', handle: warnings },
  { at: 'POST /payments/runs/:run/stops', allow: 'payments.prepare', handle: stop },
  { at: 'POST /payments/runs/:run/withdrawal', allow: 'payments.prepare', handle: withdraw },
  { at: 'POST /payments/runs/:run/files', allow: 'payments.release', handle: make },
  { at: 'GET /payments/runs/:run/files/:file', allow: 'payments.release', handle: file },
]
