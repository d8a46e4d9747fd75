import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type GwensBudget, gwensBudget, rowsOn } from '../../../test/bank.ts'
import { appOn, doingIt, signedIn, someone } from '../../../test/harness.ts'
import type { App } from '../../app.ts'
import { anOfxFile } from '../examples.ts'

let budget: GwensBudget
let app: App
let today = ''
let at = ''

before(async () => {
  budget = await gwensBudget()
  app = await appOn(budget.database)
  today = await doingIt(budget.database, async doing => doing.today)
  at = `/bank/${budget.reference}`
})

const holds = (html: string, ...parts: readonly string[]): void => {
  for (const part of parts) assert.ok(html.includes(part), part)
}
const days = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return {
    'from-day': '1',
    'from-month': '1',
    'from-year': year,
    'until-day': date,
    'until-month': month,
    'until-year': year,
  }
}

test('both sides read how closely we look, at which payments, and how a flag was settled', async () => {
  const gwen = await signedIn(app, budget.person)
  const grace = await signedIn(app, budget.finance)
  const rows = rowsOn(today, '-17400 J ELLERY', '-4500 SWIM CENTRE', '-900 MILLBROOK OFF LICENCE')
  const files = [anOfxFile({ rows })].map(({ name, bytes }) => ({ field: 'files', name, bytes }))
  assert.equal((await gwen.send(`${at}/statements`, {}, files)).status, 303)

  const own = await gwen.get(`${at}/looking`)
  holds(
    own.html,
    'A closer look',
    'may be for something that this money may not buy',
    '“off licence”',
    'None were drawn',
  )
  assert.ok(!own.html.includes('Draw the payments'))
  assert.equal((await gwen.send(`${at}/samples`, days(today), [])).status, 403)

  const empty = await grace.send(`${at}/samples`, {}, [])
  assert.equal(empty.status, 422)
  holds(empty.html, 'Enter the first day', 'Enter the last day')
  const drew = await grace.send(`${at}/samples`, days(today), [])
  assert.equal(drew.to, `${at}/looking?done=drawn`)
  holds((await grace.send(`${at}/samples`, days(today), [])).html, 'were drawn before')
  holds(
    (await gwen.get(`${at}/looking`)).html,
    '3 of 3 payments',
    'SWIM CENTRE',
    'anybody can draw the same ones again',
  )

  const flag = /flags\/([0-9a-f-]{36})\/ending/.exec((await grace.get(`${at}/looking`)).html)?.[1]
  const silent = await grace.send(`${at}/flags/${flag}/ending`, { found: ' ' }, [])
  assert.equal(silent.status, 422)
  holds(silent.html, 'Write what you found')
  const found = 'Cooking wine of the carers’ course'
  const settled = await grace.send(`${at}/flags/${flag}/ending`, { found }, [])
  assert.equal(settled.to, `${at}/looking?done=settled`)
  holds((await gwen.get(`${at}/looking`)).html, 'The usual look', 'The budget is still new', 'Cooking wine')
})

test('a team leader sees what payments were for and not whom they went to', async () => {
  const lena = await someone(budget.database, {
    name: 'Lena Fry',
    role: 'team-leader',
    organisation: budget.icb,
  })
  const leader = await signedIn(app, lena)
  for (const page of ['', '/looking', '/questions']) {
    const { html, status } = await leader.get(`${at}${page}`)
    assert.equal(status, 200, page)
    assert.ok(!html.includes('SWIM CENTRE') && !html.includes('J ELLERY'), page)
  }
  holds((await leader.get(at)).html, 'Name not shown to you', 'Swimming', '£45.00')
  assert.equal((await leader.get(`${at}/payees`)).status, 404)
})
