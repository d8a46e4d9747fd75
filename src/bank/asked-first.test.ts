import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gwensBudget, rowsOn } from '../../test/bank.ts'
import { appOn, doingIt, signedIn, someone } from '../../test/harness.ts'
import { anOfxFile } from './examples.ts'

const holds = (html: string, ...parts: readonly string[]): void => {
  for (const part of parts) assert.ok(html.includes(part), `${part}: ${html}`)
}

async function bought() {
  const budget = await gwensBudget()
  const app = await appOn(budget.database)
  const [gwen, priya] = [await signedIn(app, budget.person), await signedIn(app, budget.priya)]
  const [money, offer] = [`/bank/${budget.reference}`, `/local-offer/${budget.reference}`]
  const wish = {
    words: 'A kayak',
    sum: '12.00',
    every: 'once',
    whatFor: 'Arms',
    plan: 'not-sure',
    payee: 'firm',
  }
  await gwen.post(`${offer}/questions`, wish)
  await priya.post(`${offer}/questions/1/answer`, { answer: 'yes', reasons: 'It replaces the gym.' })
  const today = await doingIt(budget.database, async doing => doing.today)
  const file = anOfxFile({ rows: rowsOn(today, '-1200 BOOTS', '-300 CAFE') })
  const sent = await gwen.send(`${money}/statements`, {}, [file])
  assert.equal(sent.status, 303, sent.html)
  const line = async (question: number): Promise<string> => {
    const { rows } = await budget.database.pool.query<{ line_id: string }>(
      'select line_id from bank.question where number = $1',
      [question],
    )
    return `${money}/lines/${rows[0]?.line_id}`
  }
  return { budget, app, gwen, priya, money, offer, line }
}

test('a question about a payment offers the answer, and whoever checks sees that it protects', async () => {
  const { budget, app, gwen, priya, money, line } = await bought()
  holds(
    (await gwen.get(`${money}/questions/1`)).html,
    'Did you ask about this before',
    'A kayak',
    'Answer: Yes',
  )
  const answered = await gwen.send(
    `${money}/questions/1/answer`,
    { answer: 'outside-plan', askedFirst: '1' },
    [],
  )
  assert.equal(answered.status, 303, answered.html)
  const auditor = await signedIn(
    app,
    await someone(budget.database, { name: 'Asa Lund', role: 'auditor', organisation: budget.icb }),
  )
  const first = await line(1)
  for (const who of [gwen, priya, auditor])
    holds((await who.get(first)).html, 'Asked first', 'This protects whoever paid', 'questions/1')
  holds((await gwen.get(money)).html, '£12.00 was asked about first and agreed', 'Can I buy this?')
  holds((await priya.get('/bank?show=all')).html, '£12.00 asked first: yes')
})

test('a payment that was not asked about says so, and a join can be taken back', async () => {
  const { gwen, money, line } = await bought()
  const [first, second] = [await line(1), await line(2)]
  holds((await gwen.get(second)).html, 'Did you ask first?', 'I did not ask about this')
  assert.equal((await gwen.post(`${first}/asked-first`, {})).status, 422)
  assert.equal((await gwen.post(`${first}/asked-first`, { askedFirst: '7' })).status, 422)
  assert.equal((await gwen.post(`${first}/asked-first`, { askedFirst: '1' })).to, `${first}?done=asked`)
  assert.ok(!(await gwen.get(second)).html.includes('Did you ask first?'))
  assert.equal((await gwen.post(`${first}/asked-first`, { askedFirst: 'none' })).to, `${first}?done=asked`)
  assert.ok(!(await gwen.get(first)).html.includes('This protects'))
  assert.equal((await gwen.post(`${second}/asked-first`, { askedFirst: '1' })).status, 303)
  await gwen.send(`${money}/questions/2/answer`, { answer: 'outside-plan' }, [])
  holds((await gwen.get(second)).html, 'This protects whoever paid')
})
