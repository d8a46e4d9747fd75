import { importPayslips, jobsOfBudget } from '../employment/public.ts'
import { addDays } from '../kernel/days.ts'
import { pence } from '../kernel/money.ts'
import {
  decideProposal,
  decideSupplierAccount,
  giveSupplierAccount,
  oweWages,
  payAgain,
  payWages,
  propose,
} from '../payments/public.ts'
import type { Doing } from '../platform/doing.ts'
import { must } from './must.ts'
import type { Proposed } from './proposed.ts'
import type { Ago } from './types.ts'
import { as, type Place, referenceOf, type Walk, workerOf } from './walk.ts'

const money = (pounds: number) => pence(BigInt(Math.round(pounds * 100)))

/** Lets Millbrook pay a supplier: one finance officer gives the account, the other has rung them. */
export async function supplierOf(
  walk: Pick<Walk, 'doing' | 'place'>,
  supplier: string,
  on: Ago,
): Promise<void> {
  const { staff, organisations } = walk.place
  const organisation = organisations.millbrook
  const numbers = { sortCode: '08-99-99', accountNumber: '66374958' }
  const given = { organisation, supplier, name: supplier.slice(0, 70), ...numbers }
  const account = must(await giveSupplierAccount(as(walk, staff.ngozi, on), given), supplier)
  const decision = {
    organisation,
    account,
    decided: 'approved',
    because: 'Rang them on a known number',
  } as const
  must(await decideSupplierAccount(as(walk, staff.rashid, on), decision), supplier)
}

/** What the case worker proposed to pay once, and what Rashid Mahmood answered, where he has. */
async function proposedOnce(walk: Walk, event: Extract<Proposed, { what: 'once' }>): Promise<void> {
  const doing = as(walk, workerOf(walk), event.on)
  const { because, urgent, answered } = event
  const asked = { reference: referenceOf(walk), amount: money(event.pounds), from: doing.today, because }
  const id = must(await propose(doing, { ...asked, what: 'one-off', urgent }), because)
  if (answered) must(await decideProposal(as(walk, walk.place.staff.rashid, event.on), id, answered), because)
}

/** What Ngozi Okafor proposed and Rashid Mahmood agreed to, and how it was used since; or a case worker's. */
export async function proposed(walk: Walk, event: Proposed): Promise<void> {
  if (event.what === 'once') return proposedOnce(walk, event)
  const { staff } = walk.place
  const { on, because } = event
  const doing = as(walk, staff.ngozi, on)
  const about = { reference: referenceOf(walk), amount: money(event.pounds), from: doing.today, because }
  const asked =
    event.what === 'advance'
      ? ({ ...about, what: 'emergency', parts: event.parts, floor: money(event.floor) } as const)
      : ({
          ...about,
          what: 'repeat',
          until: addDays(doing.today, 364),
          supplier: event.supplier,
          line: event.line,
          mostTimes: event.times,
        } as const)
  const id = must(await propose(doing, asked), because)
  const answer = { agreed: true, because: 'I have read the plan and spoken to the family' }
  must(await decideProposal(as(walk, staff.rashid, on), id, answer), because)
  if (event.what === 'advance') return
  await supplierOf(walk, event.supplier, on)
  for (const [place, [day, pounds]] of event.used.entries()) {
    const using = as(walk, staff.ngozi, day)
    const use = { on: using.today, times: 1, amount: money(pounds), looked: true }
    must(await payAgain(using, id, { ...use, theirReference: `S-${place + 1}` }), because)
  }
}

const columns =
  'reference,period_from,period_until,pay_day,gross,tax,employee_ni,employer_ni,employee_pension,' +
  'employer_pension,other_deductions,net,fee,correction'

/** The one job whose wages Millbrook pays itself: its payslip asks for wages this week and tax next month. */
export async function payTheWages(doing: Doing, place: Place, walks: readonly Walk[]): Promise<void> {
  const walk = walks.find(({ life }) => life.name === wagesPaid.life)
  if (walk === undefined) return
  const own = { ...walk, doing }
  const reference = referenceOf(walk)
  const job = (await jobsOfBudget(doing, reference)).find(
    ({ assistant }) => assistant === wagesPaid.assistant,
  )
  if (job === undefined) throw new Error(`${wagesPaid.assistant} has no job`)
  const { staff, organisations, calendar } = place
  const from = addDays(calendar.today, -28)
  const finance = as(own, staff.ngozi, -2)
  must(await payWages(finance, { reference, engagement: job.id, from }), 'the wages')
  const sums = ['412.00', '20.60', '8.24', '34.30', '12.36', '12.36', '0', '370.80', '9.50', '']
  const row = [job.code, from, addDays(from, 27), addDays(calendar.today, 3), ...sums].join(',')
  const file = { field: 'payslips', name: 'tally-bedtimes.csv', kind: 'text/csv' }
  const sent = { ...file, bytes: Buffer.from(`${columns}\n${row}\n`) }
  const sender = { firm: organisations.payroll, name: staff.tess.name }
  must(await importPayslips(as(own, staff.tess, -2), sender, sent), 'the payslip')
  await supplierOf(own, `${job.assistant} (${job.code})`, -2)
  await oweWages(finance, { reference })
}

const wagesPaid = { life: 'Elspeth Mackie', assistant: 'Isla Munro' } as const
