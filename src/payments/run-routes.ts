import { may, type Route } from '../access/public.ts'
import { readId } from '../kernel/ids.ts'
import { pagingOf } from '../kernel/paging.ts'
import type { Doing } from '../platform/doing.ts'
import { one } from '../platform/forms.ts'
import { pageAsked } from '../platform/paging.ts'
import { type Answer, type Asked, type FieldError, notFound } from '../platform/route.ts'
import { fileOf, fileSays, filesOf, makeFile, payablesOf, shaOf } from './actions/make-file.ts'
import { releaseRun } from './actions/release-run.ts'
import { payerOn } from './actions/set-payer.ts'
import { stopBlocked, stopSays, withdrawRun } from './actions/stop-payments.ts'
import { signingForm, withdrawForm } from './forms.ts'
import { byHandPage } from './pages/by-hand.tsx'
import { runPage } from './pages/run.tsx'
import { differencesOf } from './queries/differences.ts'
import { namesOf } from './queries/names.ts'
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

async function show(
  doing: Doing,
  run: RunState,
  { page = 1, errors = [] }: { page?: number; errors?: readonly FieldError[] } = {},
): Promise<Answer> {
  const paging = pagingOf(run.now.payments, page, perPage)
  return runPage({
    run,
    stopped: await linesOfRun(doing, run.id, { stopped: true, most: mostStopped }),
    leaving: await linesOfRun(doing, run.id, { stopped: false, most: perPage, after: paging.before }),
    paging,
    differences: await differencesOf(doing, run),
    blocked: await blockedIn(doing, run),
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
  { at: 'POST /payments/runs/:run/stops', allow: 'payments.prepare', handle: stop },
  { at: 'POST /payments/runs/:run/withdrawal', allow: 'payments.prepare', handle: withdraw },
  { at: 'POST /payments/runs/:run/files', allow: 'payments.release', handle: make },
  { at: 'GET /payments/runs/:run/files/:file', allow: 'payments.release', handle: file },
]
