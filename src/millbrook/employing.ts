import { addUser } from '../access/public.ts'
import {
  changeTerms,
  choosePayroll,
  decideTimesheet,
  type EngagementId,
  endJob,
  engage,
  importPayslips,
  jobsOfBudget,
  linkAssistant,
  nameTask,
  noteLeave,
  sendTimesheet,
  signOffTask,
} from '../employment/public.ts'
import { addDays, earlier, type PlainDate, plainDate, weekday } from '../kernel/days.ts'
import { pence, plainMoney, readMoney, readThousandths, type Thousandths } from '../kernel/money.ts'
import { addPerson } from '../people/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { must } from './must.ts'
import { type Employed, employed, type Week } from './reference/employers.ts'
import { addressOf } from './staff.ts'
import { type Place, referenceOf, type Walk } from './walk.ts'

type Job = { readonly walk: Walk; readonly one: Employed; readonly id: EngagementId }

const money = (text: string) => readMoney(text) ?? pence(0n)
const units = (text: string): Thousandths => readThousandths(text) ?? (0n as Thousandths)
const ago = ({ place }: Pick<Walk, 'place'>, days: number): PlainDate => addDays(place.calendar.today, -days)

/** Somebody at work on a day, whatever day of the week it is: hours are sent on Sundays too. */
const on = ({ doing, place }: Pick<Walk, 'doing' | 'place'>, actor: Actor, today: PlainDate): Doing => ({
  ...doing,
  actor,
  today,
  now: place.calendar.momentOf(today),
})

const employerOf = (walk: Walk, { employer }: Employed): Actor =>
  walk.folk.relatives.find(({ name }) => name === employer)?.actor ?? walk.folk.self

async function begin(walk: Walk, one: Employed): Promise<Job> {
  const from = ago(walk, one.began)
  const doing = on(walk, employerOf(walk, one), ago(walk, 80))
  const wanted = {
    reference: referenceOf(walk),
    assistant: one.name,
    job: one.job,
    from,
    line: one.line,
    contractOn: from,
    particularsOn: from,
    born: plainDate(one.born),
    daysAWeek: units(one.daysAWeek),
    noticeWeeks: one.noticeWeeks ?? null,
    terms: one.terms.map(([unit, rate, weekly]) => ({ unit, rate: money(rate), weekly: units(weekly) })),
  }
  const id = must(await engage(doing, wanted), `${one.name} taken on`)
  const job = { walk, one, id }
  if (one.raise) {
    const [days, unit, rate] = one.raise
    const weekly = wanted.terms.find(term => term.unit === unit)?.weekly ?? units('0')
    const term = { unit, rate: money(rate), weekly, from: ago(walk, days), because: 'As every spring' }
    must(await changeTerms(doing, { engagement: id, ...term }), 'a raise')
  }
  if (one.payroll) {
    const firm = { id: walk.place.organisations.payroll, name: 'Tally Payroll Services' }
    must(await choosePayroll(doing, { engagement: id, firm, from }), 'a payroll firm')
  }
  return job
}

/**
 * The assistant as an actor: with an account where they have one, else the employer fills hours in for them.
 */
async function assistantOf({ walk, one, id }: Job): Promise<Actor> {
  const employer = employerOf(walk, one)
  if (!one.account) return employer
  const service = on(walk, walk.doing.actor, ago(walk, 79))
  const { organisation } = walk
  const person = must(await addPerson(service, { organisation, fullName: one.name }), one.name)
  const email = addressOf(one.name, 'millbrook')
  const { actor } = must(await addUser(service, { name: one.name, email, password: null, person }), one.name)
  must(await linkAssistant(service, { engagement: id, assistant: person }), `${one.name} signs in`)
  return { id: actor, name: one.name, person, roles: [] }
}

const mondayAgo = ({ place }: Walk, weeks: number): PlainDate => {
  const { today } = place.calendar
  return addDays(today, 1 - weekday(today) - 7 * weeks)
}

const spellsOf = (monday: PlainDate, { days, unit = 'hour' }: Week) =>
  days.flatMap((written, place) => {
    const [count = '', begins] = written.split('@')
    return count === ''
      ? []
      : [{ on: addDays(monday, place), unit, units: units(count), begins: begins ?? null }]
  })

async function trained({ walk, one, id }: Job): Promise<readonly string[]> {
  const worker = walk.place.staff.priya
  const named: string[] = []
  for (const [says, signed, until] of one.tasks ?? []) {
    const doing = on(walk, worker, ago(walk, 78))
    const from = ago(walk, Math.min(one.began, 380))
    const task = must(await nameTask(doing, { engagement: id, says, from }), says)
    named.push(task)
    if (signed === null || until === null) continue
    const day = ago(walk, signed)
    const by = { trainedBy: 'Siobhán Kelly', signedBy: 'Siobhán Kelly', signedRole: 'community nurse' }
    const signOff = { ...by, trainedOn: addDays(day, -7), on: day, until: ago(walk, until) }
    must(await signOffTask(doing, { engagement: id, task, ...signOff }), `${says} signed off`)
  }
  return named
}

async function worked(job: Job): Promise<void> {
  const { walk, one, id } = job
  const assistant = await assistantOf(job)
  const tasks = await trained(job)
  for (const week of one.weeks) {
    const monday = mondayAgo(walk, week.ago)
    const sent = earlier(addDays(monday, 7), walk.place.calendar.today)
    const done = (week.tasks ?? []).flatMap(place => tasks[place - 1] ?? [])
    const sheet = must(
      await sendTimesheet(on(walk, assistant, sent), {
        engagement: id,
        week: monday,
        spells: spellsOf(monday, week),
        tasks: done as never,
      }),
      `the hours of ${one.name}`,
    )
    const { answer = 'waits' } = week
    if (answer === 'waits') continue
    const decided = answer === 'approved' ? 'approved' : 'sent-back'
    const deciding = on(walk, employerOf(walk, one), earlier(addDays(monday, 8), walk.place.calendar.today))
    must(
      await decideTimesheet(deciding, { timesheet: sheet, decided, because: answer }),
      `an answer to ${one.name}`,
    )
  }
}

async function away({ walk, one, id }: Job): Promise<void> {
  const doing = on(walk, employerOf(walk, one), ago(walk, 30))
  for (const [kind, first, last, days] of one.leave ?? [])
    must(
      await noteLeave(doing, {
        engagement: id,
        kind,
        first: ago(walk, first),
        last: ago(walk, last),
        days: units(days),
        fitNote: false,
      }),
      `leave of ${one.name}`,
    )
  if (!one.ends) return
  const [day, ground] = one.ends
  const ending = { endsOn: ago(walk, day), noticeOn: ago(walk, 7), ground, words: 'She moves to the coast.' }
  must(await endJob(on(walk, employerOf(walk, one), ago(walk, 7)), { engagement: id, ...ending }), 'an end')
}

const columns =
  'reference,period_from,period_until,pay_day,gross,tax,employee_ni,employer_ni,employee_pension,' +
  'employer_pension,other_deductions,net,fee,correction'

/**
 * What Tally sends back for the weeks before the newest two: taken for granted here are four weeks as
 * agreed.
 */
async function payslips(doing: Doing, place: Place, jobs: readonly Job[]): Promise<void> {
  const [first] = jobs
  if (first === undefined) return
  const monday = mondayAgo(first.walk, 6)
  const until = addDays(monday, 27)
  const rows: string[] = []
  for (const { walk, one, id } of jobs) {
    if (!one.payslip) continue
    const [code] = (await jobsOfBudget(doing, referenceOf(walk))).filter(job => job.id === id)
    const weekly = one.terms
      .filter(([unit]) => unit !== 'mile')
      .reduce((sum, [, rate, count]) => sum + (money(rate) * units(count)) / 1000n, 0n)
    const gross = weekly * 4n
    const tax = gross / 20n
    const sums = [gross, tax, gross / 50n, gross / 12n, gross / 33n, gross / 33n, 0n]
    const net = gross - tax - gross / 50n - gross / 33n
    rows.push(
      [code?.code, monday, until, addDays(until, 5), ...[...sums, net, 950n].map(plainMoney), ''].join(','),
    )
  }
  const text = [columns, ...rows, 'PA-0000-000,2026-01-05,2026-02-01,2026-02-06,1,0,0,0,0,0,0,1,0,', ''].join(
    '\n',
  )
  const file = { field: 'payslips', name: 'tally-payslips.csv', kind: 'text/csv', bytes: Buffer.from(text) }
  const { tess } = place.staff
  const sending = on({ doing, place }, tess, addDays(until, 3))
  must(
    await importPayslips(sending, { firm: place.organisations.payroll, name: tess.name }, file),
    'payslips',
  )
}

/** Takes assistants on, lets weeks of work go by, and lets the payroll firm send its payslips. */
export async function employ(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  const jobs: Job[] = []
  for (const one of employed) {
    const walk = walks.find(({ life }) => life.name === one.life)
    if (walk === undefined) continue
    const job = await begin({ ...walk, doing }, one)
    await worked(job)
    await away(job)
    jobs.push(job)
  }
  await payslips(doing, place, jobs)
}
