import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type GwensBudget, gwensBudget } from '../../test/bank.ts'
import { appOn, doAs, doingIt, type Someone, signedIn, someone, Visitor } from '../../test/harness.ts'
import type { App } from '../app.ts'
import { addDays, type PlainDate } from '../kernel/days.ts'
import { newId, newReference } from '../kernel/ids.ts'
import { addPerson, relate } from '../people/public.ts'
import { typedDay } from '../platform/forms.ts'
import { anAssistant } from './examples.ts'
import { mondayOf } from './routes/seeing.ts'

let budget: GwensBudget
let app: App
let today: PlainDate
let week: PlainDate
let at = ''
let gwen: Visitor
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
  const id = await doAs(budget.database, budget.person, doing =>
    anAssistant(doing, { reference: budget.reference }),
  )
  job = `/employment/jobs/${id}`
  const sent = await gwen.post(`${job}/weeks/${week}`, { 'hour-0': '5' })
  sheet = (sent.to ?? '').split('?')[0] ?? ''
})

type Who = Partial<Parameters<typeof someone>[1]>
const outsiders: Readonly<Record<string, Who>> = {
  'a case worker of another board': { role: 'case-worker' },
  'a finance officer of another board': { role: 'finance-officer' },
  'an administrator': { role: 'administrator' },
  'a referrer': { role: 'referrer' },
  'a council officer': { role: 'council-officer' },
  'the national team': { role: 'national-team' },
  'another provider': { role: 'provider' },
  'another family': {},
}

for (const [says, who] of Object.entries(outsiders))
  test(`for ${says} another’s assistants are not there, exactly as under a made-up id`, async () => {
    const person = says === 'another family' ? { person: newId<'person'>() } : {}
    const visitor = await open({ ...who, ...person })
    const gone = async (page: string) => {
      const answered = await visitor.get(page)
      assert.equal(answered.status, 404, page)
      return answered.html.replaceAll(/value="[^"]*"|nonce-[^"]*/g, '')
    }
    const pairs = [
      [at, `/employment/${newReference()}`],
      [job, `/employment/jobs/${newId()}`],
      [sheet, `/employment/timesheets/${newId()}`],
      [`${at}/liabilities`, `/employment/${newReference()}/liabilities`],
    ] as const
    for (const [real, made] of pairs) assert.equal((await gone(real)).length, (await gone(made)).length, real)
    for (const form of [`${at}/engagements`, `${sheet}/decision`, `${job}/leave`, `${job}/weeks/${week}`]) {
      const { status } = await visitor.post(form, { decided: 'approved', 'hour-0': '1' })
      assert.ok([403, 404].includes(status), `${form}: ${status}`)
    }
  })

test('a visitor is asked to sign in first', async () => {
  const visitor = new Visitor(app.server)
  for (const page of [at, job, sheet, '/employment', '/employment/hours', '/employment/payroll'])
    assert.match((await visitor.get(page)).to ?? '', /^\/access\/sign-in/, page)
})

test('staff find a job by who works, by who employs and by reference, page by page', async () => {
  const priya = await signedIn(app, budget.priya)
  const found = async (asks: string) => (await priya.get(`/employment?${asks}`)).html
  for (const find of ['ellery', 'gwen', budget.reference])
    holds(await found(`find=${encodeURIComponent(find)}`), 'Jobs (1)', 'Joan Ellery')
  holds(await found('find=50%25'), 'Jobs (0)', 'Nobody is found by “50%”.', 'value="50%"')
  holds(await found('page=99999'), 'Joan Ellery')
})

test('a helper with money reads pay and changes nothing; one with hours sees only those', async () => {
  const helper = async (name: string, may: NonNullable<Parameters<typeof relate>[1]['may']>) => {
    const person = await doingIt(budget.database, async doing => {
      const added = await addPerson(doing, { organisation: budget.icb, fullName: name })
      assert.ok(added.done)
      const other = { person: added.value, name }
      await relate(doing, { person: budget.gwen, other, kind: 'helper', from: addDays(today, -9), may })
      return added.value
    })
    return signedIn(app, (await someone(budget.database, { name, person })) satisfies Someone)
  }
  const prue = await helper('Prue Farrow', { sees: ['balance'], does: [] })
  holds((await prue.get(at)).html, 'Joan Ellery')
  assert.doesNotMatch((await prue.get(at)).html, /Take an assistant on/)
  assert.equal((await prue.post(`${sheet}/decision`, { decided: 'approved' })).status, 403)
  const ivo = await helper('Ivo Marsh', { sees: ['hours'], does: [{ act: 'approve-hours', upTo: '30' }] })
  holds((await ivo.get('/employment/hours')).html, 'Hours you help with', 'Joan Ellery')
  assert.doesNotMatch((await ivo.get(sheet)).html, /£/)
  for (const page of [at, job]) assert.equal((await ivo.get(page)).status, 404, page)
})

test('the employer changes the days of a job from a day, and nobody else does', async () => {
  const changed = { days: '3', weeks: '4', ...typedDay('changed', today) } as Record<string, string>
  assert.equal((await gwen.post(`${job}/particulars`, { ...changed, days: '8' })).status, 422)
  assert.equal((await gwen.post(`${job}/particulars`, changed)).to, `${job}?done=particulars`)
  holds((await gwen.get(job)).html, '4 weeks')
  const finance = await signedIn(app, budget.finance)
  assert.equal((await finance.post(`${job}/particulars`, changed)).status, 403)
})
