import { may } from '../access/public.ts'
import { readId } from '../kernel/ids.ts'
import { pagingOf } from '../kernel/paging.ts'
import type { Doing } from '../platform/doing.ts'
import { type Answer, type Asked, type FieldError, notFound, type Typed } from '../platform/route.ts'
import { payerOn } from './actions/set-payer.ts'
import { runPage } from './pages/run.tsx'
import { answersOf } from './queries/answers.ts'
import { checksOfRun } from './queries/checks.ts'
import { differencesOf } from './queries/differences.ts'
import { namesOf } from './queries/names.ts'
import { countWays, filesOf } from './queries/payables.ts'
import { blockedSince, linesOfRun, type RunState, runState } from './queries/run.ts'

const perPage = 100
const mostStopped = 500

/** Hands a handler the run that the address names; one that may not be seen is not found. */
export const ofRun =
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

/** How a run that has left is paid: its files, what was paid by hand, what the bank answered. */
async function paying(doing: Doing, run: RunState, errors: readonly FieldError[]) {
  const at = `/payments/runs/${run.id}`
  const payer = await payerOn(doing, run.organisation_id, run.released_on ?? doing.today)
  return {
    files: {
      run,
      errors,
      files: await filesOf(doing, run.id),
      ways: await countWays(doing, run.id),
      hasPayer: payer !== null,
      mayMake: may(doing, 'payments.release'),
    },
    answers: { ...(await answersOf(doing, run.id)), at, errors, mayRead: may(doing, 'payments.prepare') },
  }
}

/** The page of a run, with what was wrong where something was. */
export async function show(doing: Doing, run: RunState, wrong: Wrong = {}): Promise<Answer> {
  const { page = 1, errors = [] } = wrong
  const paging = pagingOf(run.now.payments, page, perPage)
  return runPage({
    run,
    stopped: await linesOfRun(doing, run.id, { stopped: true, most: mostStopped }),
    leaving: await linesOfRun(doing, run.id, { stopped: false, most: perPage, after: paging.before }),
    paging,
    differences: await differencesOf(doing, run),
    blocked: await blockedIn(doing, run),
    checks: await checksShown(doing, run, wrong),
    pay: run.released_on === null ? null : await paying(doing, run, errors),
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
