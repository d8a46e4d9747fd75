import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../../kernel/days.ts'
import { aContract, anEngagement, aPayslip, aSheet, units } from '../examples.ts'
import { liabilitiesTogether, liabilityOf, taxDueOn } from './liability.ts'
import { toPay, totalToPay } from './to-pay.ts'

const day = plainDate
const job = (from: string, say = {}) =>
  anEngagement({ from: day(from), contracts: [aContract({ from: day(from) })], ...say })
const approved = {
  what: 'approved' as const,
  because: null,
  by: 'Gwen Tallis',
  on: day('2026-04-13'),
  at: '2026-04-13T12:00:00.000Z' as never,
}

test('what would be owed grows with service: nothing for notice on the first day, more each year', () => {
  const on = (at: string) => liabilityOf(job('2026-04-06'), day(at))
  assert.deepEqual([on('2026-04-06').notice, on('2026-05-06').notice], [0n, 30_960n])
  assert.equal(on('2028-03-01').redundancy, 0n)
  assert.ok(on('2028-04-06').redundancy > 0n)
  const totals = ['2026-05-06', '2028-04-06', '2029-04-06', '2030-04-06'].map(at => on(at).notice)
  assert.deepEqual(totals, [30_960n, 61_920n, 92_880n, 123_840n])
})

test('wages are approved work without a payslip, and tax is what is still to be paid over', () => {
  const one = job('2026-04-06', { sheets: [aSheet({ decided: approved })] })
  const before = liabilityOf(one, day('2026-04-20'))
  assert.equal(before.wages, 30_960n)
  assert.match(before.working.wages, /24 x £12.90 = £309.60/)
  const paid = { ...one, payslips: [aPayslip()] }
  const after = liabilityOf(paid, day('2026-05-10'))
  assert.deepEqual([after.wages, after.tax], [0n, 17_184n + 4600n])
  assert.equal(liabilityOf(paid, day('2026-06-22')).tax, 17_184n + 4600n, 'the day to pay is inside')
  assert.equal(liabilityOf(paid, day('2026-06-23')).tax, 0n)
})

test('leave built up is a day’s pay for each day owed', () => {
  const one = job('2025-04-06')
  const { leave, working } = liabilityOf(one, day('2026-04-05'))
  assert.equal(leave, 0n, 'no rate holds on that day yet')
  const later = liabilityOf(one, day('2026-10-05'))
  assert.equal(later.leave, 86_925n, '8.423 days at a third of £309.60')
  assert.match(working.leave, /16.8 days built up/)
})

test('a job that ended owes no notice, redundancy only where it is that, and stops building leave up', () => {
  const from = '2020-04-06'
  const ending = (ground: 'resigned' | 'redundant') => ({
    on: day('2026-10-05'),
    noticeOn: day('2026-08-24'),
    ground,
  })
  const resigned = liabilityOf(job(from, { ending: ending('resigned') }), day('2026-12-31'))
  assert.deepEqual([resigned.notice, resigned.redundancy], [0n, 0n])
  const redundant = liabilityOf(job(from, { ending: ending('redundant') }), day('2026-12-31'))
  assert.deepEqual([redundant.notice, redundant.redundancy > 0n], [0n, true])
  const running = liabilityOf(job(from), day('2026-12-31'))
  assert.ok(running.leave > redundant.leave)
})

test('a job that has not begun owes nothing, and all jobs add up to the whole', () => {
  const all = [job('2027-01-04'), job('2020-04-06')].map(one => liabilityOf(one, day('2026-10-05')))
  assert.equal(all[0]?.total, 0n)
  const whole = liabilitiesTogether(all)
  assert.equal(whole.total, all[1]?.total)
  assert.equal(whole.total, whole.wages + whole.tax + whole.leave + whole.notice + whole.redundancy)
  assert.equal(liabilitiesTogether([]).total, 0n)
})

test('a payslip is paid out in full: net, tax, pension and fee are all that the month costs', () => {
  const slip = aPayslip()
  const all = toPay({ slip, assistant: 'Joan Ellery', firm: 'Tally Payroll Services' })
  assert.deepEqual(
    all.map(({ to, by }) => [to, by]),
    [
      ['assistant', '2026-05-08'],
      ['hmrc', '2026-06-22'],
      ['pension', '2026-06-22'],
      ['payroll-firm', '2026-05-08'],
    ],
  )
  const costs = slip.gross + slip.employerNi + slip.employerPension + slip.fee
  assert.equal(totalToPay(all), costs)
})

test('tax of pay until the 5th is due on the 22nd of the same month, from the 6th on of the next', () => {
  assert.equal(taxDueOn(day('2026-05-05')), '2026-05-22')
  assert.equal(taxDueOn(day('2026-05-06')), '2026-06-22')
  assert.equal(taxDueOn(day('2026-12-31')), '2027-01-22')
})

test('a fixed term stops leave at its last day', () => {
  const contracts = [aContract({ until: day('2026-07-05'), daysAWeek: units('3') })]
  const one = anEngagement({ contracts })
  const on = (at: string) => liabilityOf(one, day(at)).leave
  assert.equal(on('2026-07-05'), on('2026-09-30'))
})
