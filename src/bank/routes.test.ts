import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { type GwensBudget, gwensBudget, rowsOn } from '../../test/bank.ts'
import { appOn, doingIt, signedIn, someone, type Visitor } from '../../test/harness.ts'
import { letSee } from '../access/public.ts'
import type { App } from '../app.ts'
import { newReference } from '../kernel/ids.ts'
import { addPerson, relate, revoke } from '../people/public.ts'
import { anOfxFile, aStatementFile } from './examples.ts'

let budget: GwensBudget
let app: App
let today = ''
let at = ''
let gwen: Visitor

before(async () => {
  budget = await gwensBudget()
  app = await appOn(budget.database)
  today = await doingIt(budget.database, async doing => doing.today)
  at = `/bank/${budget.reference}`
  gwen = await signedIn(app, budget.person)
})

const files = (...sent: readonly { name: string; bytes: Uint8Array }[]) =>
  sent.map(({ name, bytes }) => ({ field: 'files', name, bytes }))
const photo = { field: 'receipt', name: 'till.png', bytes: Buffer.from('89504e470d0a1a0a00', 'hex') }
const holds = (html: string, ...parts: readonly string[]): void => {
  for (const part of parts) assert.ok(html.includes(part), part)
}

test('a family sends a statement, reads what we read, answers what we ask and sees the money', async () => {
  holds((await gwen.get(at)).html, 'My money', '£1,000.00', 'Send a statement', 'There are no payments')
  assert.equal((await gwen.get(`${at}/statements/new`)).status, 200)
  const rows = rowsOn(today, '-17400 J ELLERY', '-4500 SWIM CENTRE', '-1200 BOOTS', '-300 CAFE')
  const sent = await gwen.send(`${at}/statements`, {}, files(anOfxFile({ rows, opening: 0n })))
  assert.equal(sent.status, 303, sent.html)
  const read = await gwen.get(sent.to ?? '')
  holds(read.html, 'We read 4 lines', '2 match the plan. 2 questions.', 'Answer the questions')
  holds(read.html, 'Swim Centre is who the plan pays for “Swimming”.')

  const question = await gwen.get(`${at}/questions/1`)
  holds(question.html, 'You paid £12.00 to BOOTS', 'What was it for?', 'Not sure: ask me by telephone')
  const empty = await gwen.send(`${at}/questions/1/answer`, {}, [])
  assert.equal(empty.status, 422)
  holds(empty.html, 'Choose what it was for')
  const answered = await gwen.send(
    `${at}/questions/1/answer`,
    { answer: 'plan-line:line-2', words: 'Goggles' },
    [photo],
  )
  assert.equal(answered.to, `${at}/questions/2?done=answered`)
  const call = await gwen.send(`${at}/questions/2/answer`, { answer: 'call-me' }, [])
  assert.match(call.to ?? '', /\/lines\/.+\?done=call$/)

  const line = await gwen.get(`${at}/questions/1`)
  holds(line.html, 'till.png')
  const money = await gwen.get(at)
  holds(money.html, 'We have one question', 'BOOTS', 'Swimming', 'agreed', '£769.00')
  holds((await gwen.get(`${at}/payees`)).html, 'BOOTS', 'Forget this')
})

test('the same file again adds nothing and says so', async () => {
  const file = aStatementFile({ rows: rowsOn(today, '-700 SWIM CENTRE'), opening: 9999n })
  const first = await gwen.send(`${at}/statements`, {}, files(file))
  const again = await gwen.send(`${at}/statements`, {}, files(file))
  assert.equal(again.to?.split('?')[0], first.to?.split('?')[0])
  holds((await gwen.get(again.to ?? '')).html, 'We have this file already. Nothing was added.')
})

test('several files at once come to the list of statements', async () => {
  const two = ['-100 SWIM CENTRE', '-200 SWIM CENTRE'].map((row, place) =>
    aStatementFile({ rows: rowsOn(today, row), opening: 5000n, name: `part-${place}.csv` }),
  )
  const sent = await gwen.send(`${at}/statements`, {}, files(...two))
  assert.equal(sent.to, `${at}/statements?done=read&added=2`)
  holds((await gwen.get(sent.to ?? '')).html, 'part-0.csv', 'part-1.csv', '2 new lines')
})

test('a bad file gets a sentence at the field, and no file of the form is kept', async () => {
  const good = aStatementFile({ rows: rowsOn(today, '-1 CAFE'), opening: 123n, name: 'good.csv' })
  const pdf = { name: 'letter.csv', bytes: Buffer.from('%PDF-1.7') }
  const other = anOfxFile({ rows: rowsOn(today, '-1 CAFE'), accountNumber: '99999999', name: 'other.ofx' })
  const sent = await gwen.send(`${at}/statements`, {}, files(good, pdf, other))
  assert.equal(sent.status, 422)
  holds(sent.html, 'We could not read letter.csv: ', 'other.ofx is of another account')
  assert.ok(!(await gwen.get(`${at}/statements`)).html.includes('good.csv'))
  holds((await gwen.send(`${at}/statements`, {}, [])).html, 'Choose at least one statement file')
})

test('a receipt is a photo or a PDF, and opens again as it was sent', async () => {
  const read = await gwen.get(`${at}/questions/1`)
  const receipt = new RegExp(`${at}/receipts/[0-9a-f-]+`).exec(read.html)?.[0] ?? ''
  assert.equal((await gwen.get(receipt)).status, 200)
  const line = new RegExp(`${at}/lines/[0-9a-f-]+`).exec((await gwen.get(at)).html)?.[0] ?? ''
  const text = { field: 'receipt', name: 'till.pdf', bytes: Buffer.from('paid with thanks') }
  holds((await gwen.send(`${line}/receipts`, {}, [text])).html, 'Choose a photo (JPEG or PNG) or a PDF')
  holds((await gwen.send(`${line}/receipts`, {}, [])).html, 'Choose a receipt')
  assert.equal((await gwen.send(`${line}/receipts`, {}, [photo])).to, `${line}?done=receipt`)
  assert.equal((await gwen.get(`${line}?done=receipt`)).status, 200)
})

test('what a rule matched can be said to be something else, and the ledger follows', async () => {
  const page = await gwen.get(`${at}/statements`)
  const statement = new RegExp(`${at}/statements/[0-9a-f-]{36}`).exec(page.html)?.[0] ?? ''
  const line = new RegExp(`${at}/lines/[0-9a-f-]+`).exec((await gwen.get(statement)).html)?.[0] ?? ''
  const asked = await gwen.post(`${line}/question`)
  assert.match(asked.to ?? '', /\/questions\/\d+$/)
  const answered = await gwen.send(`${asked.to}/answer`, { answer: 'outside-plan' }, [])
  assert.equal(answered.status, 303)
  holds((await gwen.get(line)).html, 'Not in the plan', 'Gwen Tallis answered on', 'See the entry')
  assert.equal((await gwen.send(`${asked.to}/answer`, { answer: 'plan-line:line-99' }, [])).status, 422)
})

test('staff see whose evidence needs an answer, and may answer for a family', async () => {
  for (const who of [budget.finance, budget.priya]) {
    const staff = await signedIn(app, who)
    holds((await staff.get('/bank')).html, 'Gwen Tallis', 'Asked for a call', 'Evidence')
    assert.equal((await staff.get(`${at}/questions/2`)).status, 200)
  }
  const finance = await signedIn(app, budget.finance)
  const answered = await finance.send(`${at}/questions/2/answer`, { answer: 'elsewhere' }, [])
  assert.equal(answered.status, 303)
  holds((await finance.get(answered.to?.split('?')[0] ?? '')).html, 'Grace Okafor answered on')
})

test('forgetting a payee asks again about what was matched by it', async () => {
  const more = anOfxFile({ rows: rowsOn(today, '-1500 BOOTS'), name: 'boots.ofx' })
  const sent = await gwen.send(`${at}/statements`, {}, files(more))
  holds((await gwen.get(sent.to ?? '')).html, 'You told us on', '1 matches the plan. No questions.')
  const forget =
    new RegExp(`${at}/payees/[0-9a-f-]+/ending`).exec((await gwen.get(`${at}/payees`)).html)?.[0] ?? ''
  assert.equal((await gwen.post(forget)).to, `${at}/payees?done=forgotten`)
  holds((await gwen.get(sent.to ?? '')).html, '0 match the plan. 1 question.')
  assert.equal((await gwen.post(forget)).status, 404)
})

test('a helper who may see the money sees the balance, and not the lines of the bank (V-50)', async () => {
  const prue = await someone(budget.database, { name: 'Prue Tallis' })
  await doingIt(budget.database, doing =>
    letSee(
      doing,
      { actor: prue.id },
      { person: budget.gwen, sees: 'money', because: 'helper', from: doing.today },
    ),
  )
  const helper = await signedIn(app, prue)
  const money = await helper.get(at)
  assert.equal(money.status, 200)
  holds(money.html, 'left now', 'Swimming')
  for (const hidden of ['BOOTS', 'CAFE', 'Send a statement', 'The last ten movements'])
    assert.ok(!money.html.includes(hidden), hidden)
  for (const address of ['statements', 'statements/new', 'questions', 'questions/1', 'payees'])
    assert.equal((await helper.get(`${at}/${address}`)).status, 404, address)
  const file = aStatementFile({ rows: rowsOn(today, '-1 CAFE') })
  assert.equal((await helper.send(`${at}/statements`, {}, files(file))).status, 404)
})

test('a nominee holds the money and sends its statements, until the nomination ends', async () => {
  const { database, icb, reference } = budget
  const nia = await doingIt(database, async doing => {
    const added = await addPerson(doing, { organisation: icb, fullName: 'Nia Tallis' })
    assert.ok(added.done)
    const other = { person: added.value, name: 'Nia Tallis' }
    const related = await relate(doing, { person: budget.gwen, other, kind: 'nominee', from: doing.today })
    assert.ok(related.done)
    return { person: added.value, bond: related.value }
  })
  const actor = await someone(database, { name: 'Nia Tallis', person: nia.person })
  await doingIt(database, doing =>
    letSee(
      doing,
      { actor: actor.id },
      { person: budget.gwen, sees: 'money', because: 'nominee', from: doing.today },
    ),
  )
  const nominee = await signedIn(app, actor)
  const file = aStatementFile({ rows: rowsOn(today, '-4 SWIM CENTRE'), opening: 77n, name: 'nia.csv' })
  assert.equal((await nominee.send(`${at}/statements`, {}, files(file))).status, 303)
  holds((await nominee.get(`${at}/statements`)).html, 'nia.csv')
  await doingIt(database, doing => revoke(doing, nia.bond))
  assert.equal((await nominee.get(`/bank/${reference}/statements`)).status, 404)
})

test('for everybody else there is no such budget', async () => {
  const stranger = await signedIn(app, budget.stranger)
  for (const address of ['', '/statements', '/statements/new', '/questions/1', '/payees'])
    assert.equal((await stranger.get(`${at}${address}`)).status, 404, address)
  assert.ok(!(await stranger.get('/bank')).html.includes('Gwen Tallis'))
  assert.equal((await gwen.get('/bank')).status, 404)
  assert.equal((await gwen.get(`/bank/${newReference()}`)).status, 404)
  assert.equal((await gwen.get(`${at}/questions/999`)).status, 404)
  assert.equal((await gwen.get(`${at}/statements/nothing`)).status, 404)
})
