import { sql } from 'kysely'
import type { Done } from '../src/kernel/answers.ts'
import { addDays } from '../src/kernel/days.ts'
import { makeFile } from '../src/payments/actions/make-file.ts'
import { prepareRun, type RunId, releaseRun, schedulePayments, setPayer } from '../src/payments/public.ts'
import { runState } from '../src/payments/queries/run.ts'
import { asService } from '../src/platform/transaction.ts'
import { makeBudgets } from '../test/budgets.ts'
import { sayFigure } from './figures.ts'
import { type Measured, timed } from './measured.ts'
import { aPlace, doAs, type Place } from './place.ts'

const sizes = [1_000, 15_000]
const limit = 15
const atOnce = 5_000

const must = <Value>(what: string, done: Done<Value>): Value => {
  if (!done.done) throw new Error(`${what}: ${done.because.join(', ')}`)
  return done.value
}

/**
 * So many budgets of one body that are due for the first time tomorrow, each with its schedule: the first as
 * its action makes it, the others like it.
 */
async function budgetsDue({ database, organisation }: Place, count: number): Promise<void> {
  for (let made = 0; made < count; made += atOnce)
    await asService(database, async doing => {
      const about = { organisation, from: addDays(doing.today, 1), scheduled: false }
      const all = Array.from({ length: Math.min(atOnce, count - made) }, () => about)
      const [first] = await makeBudgets(doing, all)
      if (made === 0 && first) await schedulePayments(doing, { agreement: first.agreement })
    })
  await sql`insert into payments.schedule (id, organisation_id, person_id, reference, agreement_id, part,
      every, first_due_on, weekly, from_on, in_advance, method, made_on)
    select gen_random_uuid(), a.organisation_id, a.person_id, a.reference, a.id, s.part, s.every,
      s.first_due_on, s.weekly, s.from_on, s.in_advance, s.method, s.made_on
    from agreements.agreement a cross join payments.schedule s
    where a.id <> s.agreement_id`.execute(database.kysely)
  await sql`analyze`.execute(database.kysely)
}

type Run = {
  readonly prepare: number
  readonly release: number
  readonly file: number
  readonly payments: number
}

async function paid(place: Place): Promise<Run> {
  const [kay, sol] = place.officers
  const { organisation } = place
  await doAs(place, kay, doing =>
    setPayer(doing, {
      organisation,
      from: doing.today,
      name: 'NHS Millbrook ICB',
      sortCode: '200000',
      accountNumber: '55779911',
    }),
  )
  const prepared = await timed(() =>
    doAs(place, kay, doing => prepareRun(doing, { organisation, until: addDays(doing.today, 7) })),
  )
  const { run, payments, total } = must('preparing', prepared.value)
  const sign = (who: typeof kay) => doAs(place, who, doing => releaseRun(doing, { run, payments, total }))
  const released = await timed(async () => {
    must('the first signature', await sign(kay))
    must('the second signature', await sign(sol))
  })
  const file = await timed(() => fileOf(place, run))
  return { prepare: prepared.took, release: released.took, file: file.took, payments }
}

const fileOf = (place: Place, id: RunId) =>
  doAs(place, place.officers[0], async doing => {
    const run = await runState(doing, id)
    if (run === null) throw new Error('the run is not there')
    return must('the file', await makeFile(doing, run, 'bank'))
  })

/** A payment run of a thousand budgets and of fifteen thousand: prepared, signed by two, its file made. */
export async function measurePayments(serverUrl: string): Promise<Measured> {
  const runs: Run[] = []
  for (const size of sizes) {
    const place = await aPlace(serverUrl)
    try {
      await budgetsDue(place, size)
      runs.push(await paid(place))
    } finally {
      await place.drop()
    }
  }
  const all = (run: Run): number => run.prepare + run.release + run.file
  const [small, large] = [runs[0], runs.at(-1)]
  const growth = small && large ? all(large) / all(small) / (large.payments / small.payments) : 0
  const name = `payment run of ${sizes.at(-1)?.toLocaleString('en-GB')} budgets, with its file`
  return {
    figures: [{ name, measured: large ? all(large) : 0, limit, unit: 's', note: growthSaid(growth) }],
    tables: [
      {
        title: 'Payment runs as they grow',
        head: ['payments', 'prepare', 'two signatures', 'file', 'together', 'each'],
        rows: runs.map(run => [
          run.payments.toLocaleString('en-GB'),
          sayFigure(run.prepare, 's'),
          sayFigure(run.release, 's'),
          sayFigure(run.file, 's'),
          sayFigure(all(run), 's'),
          sayFigure((all(run) / run.payments) * 1000, 'ms'),
        ]),
      },
    ],
    problems: [],
  }
}

/** 1 is linear; above it each one takes longer where there are more. */
export const growthSaid = (growth: number): string => `growth ${growth.toFixed(2)}, 1 is linear`
