import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type GwensBudget, gwensBudget } from '../../test/bank.ts'
import { appOn, doingIt, signedIn, someone, type Visitor } from '../../test/harness.ts'
import type { App } from '../app.ts'
import { addDays, type PlainDate } from '../kernel/days.ts'
import { addOrganisation, type OrganisationId } from '../people/public.ts'
import { typedDay } from '../platform/forms.ts'
import { mondayOf } from './routes/seeing.ts'
import { payslipColumns } from './rules/payslips.ts'

let budget: GwensBudget
let app: App
let today: PlainDate
let week: PlainDate
let at = ''
let gwen: Visitor
let joan: Visitor
let tally: OrganisationId
let firm: Visitor
let code = ''
let job = ''
let sheet = ''

const holds = (html: string, ...parts: readonly string[]): void => {
  for (const part of parts) assert.ok(html.includes(part), `${part}\n${html.slice(html.indexOf('<main'))}`)
}
const open = async (about: Partial<Parameters<typeof someone>[1]>): Promise<Visitor> =>
  signedIn(app, await someone(budget.database, about))

before(async () => {
  budget = await gwensBudget()
  app = await appOn(budget.database)
  today = await doingIt(budget.database, async doing => doing.today)
  week = addDays(mondayOf(today), -7)
  at = `/employment/${budget.reference}`
  gwen = await signedIn(app, budget.person)
  tally = await doingIt(budget.database, doing =>
    addOrganisation(doing, { code: 'MB-TALLY', kind: 'payroll', name: 'Tally Payroll Services' }),
  )
  firm = await open({ name: 'Tess Tally', role: 'provider', organisation: tally })
})

const started = (): PlainDate => addDays(today, -60)
const asked = (say: Record<string, string> = {}): Record<string, string> => ({
  assistant: 'Joan Ellery',
  job: 'Help in the mornings',
  line: 'line-1',
  days: '5',
  notice: '',
  unit1: 'hour',
  rate1: '13.50',
  weekly1: '26',
  firm: tally,
  ...(typedDay('from', started()) as Record<string, string>),
  ...(typedDay('statement', started()) as Record<string, string>),
  ...say,
})

test('an employer takes an assistant on, and what is wrong is said at its field and kept', async () => {
  holds((await gwen.get(at)).html, 'Nobody is employed', 'Take an assistant on', 'We do not work out tax')
  holds((await gwen.get(`${at}/new`)).html, 'Mornings', 'Swimming', 'Tally Payroll Services')
  const wrong = await gwen.post(`${at}/engagements`, asked({ rate1: '-13.50', 'from-month': '13' }))
  assert.equal(wrong.status, 422)
  holds(wrong.html, 'A rate must be above nought', 'value="-13.50"', 'href="#rate1"')
  const late = await gwen.post(
    `${at}/engagements`,
    asked(typedDay('statement', addDays(started(), 1)) as Record<string, string>),
  )
  holds(late.html, 'The written statement must reach the assistant on the first day')
  const done = await gwen.post(`${at}/engagements`, asked())
  assert.equal(done.to, `${at}?done=engaged`, done.html)
  const page = await gwen.get(`${at}?done=engaged`)
  holds(page.html, 'Joan Ellery', '26 hours a week at £13.50', 'We know of no employer’s liability insurance')
  job = /\/employment\/jobs\/[0-9a-f-]+/.exec(page.html)?.[0] ?? ''
  const shown = await gwen.get(job)
  holds(shown.html, 'Tally Payroll Services', 'days of paid leave', 'Mornings')
  code = /PA-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(shown.html)?.[0] ?? ''
})

test('an assistant types the word, fills a week in; a day of 25 hours is refused at its box', async () => {
  const invited = await gwen.post(`${job}/invitation`)
  const word = /class="app-code">([^<]+)</.exec(invited.html)?.[1] ?? ''
  joan = await open({ name: 'Joan Ellery' })
  holds((await joan.get('/employment/hours')).html, 'nobody’s assistant')
  assert.equal((await joan.post('/employment/invitation', { word: 'AAAA-AAAA-AAAA' })).status, 422)
  assert.equal((await joan.post('/employment/invitation', { word })).to, '/employment/hours?done=joined')
  holds((await joan.get('/employment/hours')).html, 'Gwen Tallis', 'This week')
  const wrong = await joan.post(`${job}/weeks/${week}`, { 'hour-0': '25', 'hour-1': '-3', 'begins-2': 'x' })
  assert.equal(wrong.status, 422)
  holds(wrong.html, 'a day has 24 hours. You typed 25', 'hours cannot be below nought', 'value="25"')
  const sent = await joan.post(`${job}/weeks/${week}`, { 'hour-0': '5', 'hour-1': '5', 'begins-0': '7:00' })
  assert.equal(sent.status, 303, sent.html)
  sheet = (sent.to ?? '').split('?')[0] ?? ''
  holds((await joan.get(sent.to ?? '')).html, 'It waits for the employer to approve it', '£135.00', '07:00')
  const copied = await joan.get(`${job}/weeks/${addDays(week, 7)}?copy=last`)
  holds(copied.html, 'copy of the week before', 'value="07:00"')
  assert.equal((await joan.get(`${job}/weeks/${addDays(week, 14)}`)).status, 404, 'a week to come')
  assert.equal((await joan.get(`${job}/weeks/${addDays(week, 1)}`)).status, 404, 'not a Monday')
})

test('an assistant finds her own job and nothing of the person’s record', async () => {
  holds((await joan.get(job)).html, 'Help in the mornings', '£13.50')
  for (const page of [at, `${at}/pay`, `${at}/liabilities`, `${at}/hand-over`, `${at}/hand-over/file`])
    assert.equal((await joan.get(page)).status, 404, page)
  for (const page of [
    `/plans/${budget.reference}`,
    `/bank/${budget.reference}`,
    `/cases/${budget.reference}`,
  ])
    assert.equal((await joan.get(page)).status, 404, page)
  assert.doesNotMatch((await joan.get(job)).html, /NHS number|Born/)
  assert.equal((await joan.post(`${sheet}/decision`, { decided: 'approved' })).status, 403)
  assert.equal((await joan.post(`${job}/terms`, { unit: 'hour' })).status, 422)
  const raise = { unit: 'hour', rate: '99', weekly: '26', because: 'more', ...typedDay('from', today) }
  assert.equal((await joan.post(`${job}/terms`, raise as Record<string, string>)).status, 403)
})

test('the employer sends hours back with a reason, then approves the correction', async () => {
  holds((await gwen.get(at)).html, 'Hours that wait for you')
  assert.equal((await gwen.post(`${sheet}/decision`, {})).status, 422)
  holds((await gwen.post(`${sheet}/decision`, { decided: 'sent-back' })).html, 'Say what is wrong, so')
  const back = await gwen.post(`${sheet}/decision`, { decided: 'sent-back', because: 'Tuesday was off' })
  assert.equal(back.to, `${sheet}?done=sent-back`)
  holds((await gwen.post(`${sheet}/decision`, { because: 'Wed' })).html, 'What you wrote: “Wed”')
  holds((await joan.get(`${job}/weeks/${week}`)).html, 'sent this week back', 'Tuesday was off')
  const again = await joan.post(`${job}/weeks/${week}`, { 'hour-0': '6' })
  const next = (again.to ?? '').split('?')[0] ?? ''
  holds((await gwen.get(sheet)).html, 'This was replaced')
  assert.equal((await gwen.post(`${next}/decision`, { decided: 'approved' })).status, 303)
  holds((await gwen.get(`${at}/hand-over`)).html, 'Save the file for payroll', '£81.00')
  sheet = next
})

const slips = (...rows: readonly string[]) => ({
  field: 'payslips',
  name: 'payslips.csv',
  bytes: Buffer.from([payslipColumns.join(','), ...rows, ''].join('\r\n')),
})
const slip = (gross: string, net: string, more = '') =>
  `${code},${week},${addDays(week, 6)},${today},${gross},0,0,3.20,0,0,0,${net},9.50,${more}`

test('a payroll firm takes hours and sends payslips; wrong rows are set apart with reasons', async () => {
  const page = await firm.get('/employment/payroll')
  holds(page.html, 'Joan Ellery', 'one assistant')
  const file = await firm.get('/employment/payroll/file')
  holds(file.html, code, ',hour,6,13.50,81.00,pay,81.00')
  assert.doesNotMatch(file.html, /line-1|Mornings/)
  holds((await firm.send('/employment/payroll/payslips', {}, [])).html, 'Choose the file with the payslips')
  const odd = { ...slips(), bytes: Buffer.from('reference,net\r\nPA-1,5\r\n') }
  holds(
    (await firm.send('/employment/payroll/payslips', {}, [odd])).html,
    'These columns are missing: period_from',
  )
  const rows = slips(slip('81.00', '81.00'), slip('81.00', '80.00'), 'PA-0000-000,2026-01-01')
  const sent = await firm.send('/employment/payroll/payslips', {}, [rows])
  assert.match(sent.to ?? '', /payslip-files\/.+\?done=read/, sent.html)
  const read = await firm.get(sent.to ?? '')
  holds(read.html, '1 kept, 2', 'Gross less what was taken off is not the net pay', 'fewer cells')
  const again = await firm.send('/employment/payroll/payslips', {}, [rows])
  assert.equal(again.to?.replace('again', 'read'), sent.to)
  const other = await firm.send('/employment/payroll/payslips', {}, [slips(slip('90.00', '90.00'))])
  holds((await firm.get(other.to ?? '')).html, 'We have another payslip')
  holds((await firm.get('/employment/payroll')).html, 'all approved hours are on a payslip')
  for (const page of [at, `${at}/liabilities`, `/cases/${budget.reference}`])
    assert.equal((await firm.get(page)).status, 404, page)
})

test('the employer sees what to pay, to whom and by when; the assistant when she is paid', async () => {
  holds(
    (await gwen.get(`${at}/pay`)).html,
    'Joan Ellery',
    '£81.00',
    'HM Revenue and Customs',
    '£3.20',
    '£9.50',
  )
  holds((await gwen.get(`${at}/liabilities`)).html, 'if it ended today', 'Notice', 'How sure we are')
  holds((await joan.get(sheet)).html, 'Paid on')
  const mine = await joan.get(job)
  holds(mine.html, 'Payslips', '£81.00')
  const own = await gwen.send(`${at}/payslips`, {}, [slips(slip('90.00', '90.00', 'yes'))])
  assert.equal(own.status, 303, own.html)
  holds((await joan.get(job)).html, '£90.00')
})

test('leave, another rate, a task and its sign-off, and the end of a job are written down', async () => {
  const days = (first: PlainDate, last: PlainDate) => ({
    ...typedDay('first', first),
    ...typedDay('last', last),
  })
  const leave = { kind: 'holiday', away: '2', ...days(addDays(week, 2), addDays(week, 3)) }
  assert.equal((await gwen.post(`${job}/leave`, leave as Record<string, string>)).to, `${job}?done=leave`)
  const twice = await gwen.post(`${job}/leave`, leave as Record<string, string>)
  holds(twice.html, 'Other leave is written down for some of these days')
  const back = /\/employment\/jobs\/[0-9a-f-]+\/leave\/[0-9a-f-]+\/removal/.exec(
    (await gwen.get(job)).html,
  )?.[0]
  assert.equal((await gwen.post(back ?? '')).status, 303)
  holds((await gwen.get(job)).html, 'No leave was written down')
  const rate = { unit: 'hour', rate: '-1', weekly: '26', because: 'April', ...typedDay('from', today) }
  holds((await gwen.post(`${job}/terms`, rate as Record<string, string>)).html, 'A rate must be above nought')
  assert.equal(
    (await gwen.post(`${job}/terms`, { ...rate, rate: '14' } as Record<string, string>)).status,
    303,
  )
  const task = { task: 'Tube feed at noon', ...typedDay('since', week) }
  assert.equal((await gwen.post(`${job}/tasks`, task as Record<string, string>)).status, 303)
  const page = await gwen.get(job)
  holds(page.html, 'Not signed off', 'Tube feed at noon', '£14.00')
  const signing = /\/employment\/jobs\/[0-9a-f-]+\/tasks\/[0-9a-f-]+/.exec(page.html)?.[0] ?? ''
  const signed = {
    trainer: 'Siobhán Kelly',
    signer: 'Siobhán Kelly',
    role: 'community nurse',
    ...typedDay('trained', week),
    ...typedDay('signed', week),
    ...typedDay('expires', addDays(today, 90)),
  } as Record<string, string>
  assert.equal((await gwen.post(`${signing}/sign-off`, {})).status, 422)
  assert.equal((await gwen.post(`${signing}/sign-off`, signed)).to, `${job}?done=signed`)
  holds((await gwen.get(job)).html, 'Signed off', 'community nurse')
  const end = { ground: 'resigned', words: 'She moves away', ...typedDay('ends', addDays(today, 28)) }
  const early = { ...end, ...typedDay('notice', addDays(today, 40)) } as Record<string, string>
  holds(
    (await gwen.post(`${job}/ending`, early)).html,
    'The day of the notice must not be after the last day',
  )
  const right = { ...end, ...typedDay('notice', today) } as Record<string, string>
  assert.equal((await gwen.post(`${job}/ending`, right)).to, `${job}?done=ending`)
  const chosen = { firm: tally, ...typedDay('chosen', today) } as Record<string, string>
  assert.equal((await gwen.post(`${job}/payroll`, chosen)).status, 303)
})

test('staff see the budget’s assistants and change nothing, unless somebody called', async () => {
  for (const who of [budget.priya, budget.finance, budget.tom]) {
    const staff = await signedIn(app, who)
    holds((await staff.get('/employment')).html, 'Joan Ellery', 'Gwen Tallis')
    assert.equal((await staff.get(at)).status, 200)
    assert.equal((await staff.get(`${at}/new`)).status, 404)
    assert.equal((await staff.post(`${at}/engagements`, asked())).status, 403)
    assert.equal((await staff.post(`${sheet}/decision`, { decided: 'approved' })).status, 403)
  }
  const priya = await signedIn(app, budget.priya)
  const called = await priya.post(
    `${at}/engagements`,
    asked({ onBehalfOf: budget.gwen, assistant: 'Bo Lind' }),
  )
  assert.equal(called.status, 303, called.html)
})
