import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { doingIt, trying } from '../../test/harness.ts'
import { dayFields, held, placeOfRecoveries, proposal, today } from '../../test/recoveries.ts'
import { addDays } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import { enterThoseDue } from './actions/enter.ts'

test(
  'money is asked back with its working, objected to on line, made less by somebody else, entered on its ' +
    'day and repaid',
  async () => {
    const all = await placeOfRecoveries()
    const at = `/recoveries/${all.reference}`
    const [priya, gwen, tom, helen, grace] = [
      await all.asOf(all.priya),
      await all.asOf(all.person),
      await all.asOf(all.tom),
      await all.asOf(all.helen),
      await all.asOf(all.finance),
    ]
    assert.match((await gwen.get(at)).html, /Nobody asks for any of this money back/)
    const worked = await priya.post(`${at}/new`, { ...proposal, do: 'work-out' })
    assert.equal(worked.status, 200)
    assert.match(worked.html, /Nothing has been saved yet/)
    assert.match(worked.html, /Joan, the last week of June/)
    assert.equal((await priya.post(`${at}/new`, proposal)).to, `${at}/1?done=proposed`)
    assert.equal((await gwen.get(`${at}/1`)).status, 404, 'a proposal that nobody decided about')
    assert.equal((await priya.post(`${at}/1/notice`)).status, 403)
    assert.equal((await tom.post(`${at}/1/notice`)).to, `${at}/1?done=told`)
    const told = await gwen.get(`${at}/1`)
    assert.match(told.html, /Nothing moves until/)
    assert.match(told.html, /What we protected, and why/)
    assert.match(told.html, /Object to this/)
    const empty = await gwen.post(`${at}/1/objection`, { words: '' })
    assert.equal(empty.status, 422)
    assert.match(empty.html, /Say what you think is wrong/)
    const paper = { field: 'file', name: 'pay.txt', bytes: Buffer.from('Joan: 80 pounds holiday pay') }
    const words = { words: 'Joan has £80 holiday pay to come.' }
    assert.equal((await gwen.send(`${at}/1/objection`, words, [paper])).to, `${at}/1?done=objected`)
    await all.goTo(addDays(today, 60))
    assert.equal(await doingIt(all.database, enterThoseDue), 0, 'nothing moves while an objection is open')
    const less = { outcome: 'less', amount: '320.00', because: 'Holiday pay is owed.', 'owed-leave': '80' }
    const again = await tom.post(`${at}/1/answer`, less)
    assert.equal(again.status, 422)
    assert.match(again.html, /You sent the notice\. Somebody else must look at it again/)
    assert.match(again.html, /value="320\.00"/)
    const file = await helen.get(`${at}/1/file`)
    assert.match(file.html, /80 pounds holiday pay/)
    assert.equal((await helen.post(`${at}/1/answer`, less)).to, `${at}/1?done=answered`)
    assert.match((await gwen.get(`${at}/1`)).html, /We looked again, and ask for £320\.00/)
    assert.equal((await grace.post(`${at}/1/entry`)).status, 422)
    await all.goTo(addDays(today, 74))
    assert.equal(await doingIt(all.database, enterThoseDue), 1)
    assert.deepEqual((({ held, 'to-recover': back }) => [held, back])(await held(all)), ['68000', '32000'])
    const back = { ...dayFields('repaidOn', addDays(today, 74)), repaidHow: 'cheque', repaidWords: '' }
    const tooMuch = await grace.post(`${at}/1/repayments`, { ...back, repaidAmount: '320.01' })
    assert.match(tooMuch.html, /more than is left to repay/)
    for (const repaidAmount of ['100', '220.00'])
      assert.equal(
        (await grace.post(`${at}/1/repayments`, { ...back, repaidAmount })).to,
        `${at}/1?done=repaid`,
      )
    assert.equal((await held(all))['to-recover'], '0')
    assert.match((await gwen.get(`${at}/1`)).html, /£320\.00 is paid back/)
    assert.match((await grace.get('/recoveries?show=all')).html, /Repaid/)
  },
)

test('every step is refused to whom it does not belong, and nobody elsewhere sees a word', async () => {
  const all = await placeOfRecoveries()
  const at = `/recoveries/${all.reference}`
  const [priya, gwen, tom, judith, helper, stranger] = [
    await all.asOf(all.priya),
    await all.asOf(all.person),
    await all.asOf(all.tom),
    await all.asOf(all.judith),
    await all.asOf(all.helper),
    await all.asOf(all.stranger),
  ]
  await priya.post(`${at}/new`, { ...proposal, amount: '500.01' })
  const above = await tom.post(`${at}/1/notice`)
  assert.equal(above.status, 422)
  assert.match(above.html, /more than your role may decide about/)
  const unset = await judith.get(`${at}/1`)
  assert.match(unset.html, /Your role does not decide about money asked back/)
  const [second] = [await priya.post(`${at}/new`, proposal)]
  assert.match(second.html, /Another recovery of this budget is open/)
  assert.equal(
    (await priya.post(`${at}/1/withdrawal`, { withdrawBecause: 'Too much.' })).to,
    `${at}/1?done=withdrawn`,
  )
  const late = await priya.post(`${at}/1/withdrawal`, { withdrawBecause: 'Too much, once <b>more</b>.' })
  assert.equal(late.status, 422)
  assert.match(late.html, /This recovery is over. What you wrote: “Too much, once &lt;b&gt;more/)
  assert.doesNotMatch(late.html, /href="#withdrawBecause"/)
  await priya.post(`${at}/new`, proposal)
  assert.equal((await tom.post(`${at}/2/notice`)).to, `${at}/2?done=told`)
  assert.equal((await helper.get(`${at}/2`)).status, 200)
  assert.doesNotMatch((await helper.get(`${at}/2`)).html, /Object to this/)
  assert.equal((await helper.get(`${at}/2/objection`)).status, 404)
  assert.equal((await helper.post(`${at}/2/objection`, { words: 'No.' })).status, 403)
  for (const path of ['', '/2', '/new', '/2/objection'])
    assert.equal((await stranger.get(`${at}${path}`)).status, 404, path)
  assert.equal((await stranger.post(`${at}/2/objection`, { words: 'No.' })).status, 404)
  assert.equal((await gwen.post(`${at}/2/entry`)).status, 403)
  assert.equal((await gwen.get('/recoveries')).status, 404)
})

test('somebody objects by telephone, and it is written down with who said it and how', async () => {
  const all = await placeOfRecoveries()
  const at = `/recoveries/${all.reference}`
  const [priya, tom] = [await all.asOf(all.priya), await all.asOf(all.tom)]
  await priya.post(`${at}/new`, proposal)
  await tom.post(`${at}/1/notice`)
  const nobody = await priya.post(`${at}/1/objection`, { words: 'The tax is not paid.', how: 'telephone' })
  assert.equal(nobody.status, 422)
  assert.match(nobody.html, /Enter who objects/)
  assert.match(nobody.html, /The tax is not paid\./)
  const said = { words: 'The tax is not paid.', how: 'telephone', saidBy: 'Gwen Tallis' }
  assert.equal((await priya.post(`${at}/1/objection`, said)).to, `${at}/1?done=objected`)
  const page = await priya.get(`${at}/1`)
  assert.match(page.html, /Gwen Tallis<\/bdi>, .*by telephone/)
  const letters = await trying(all.database, async doing => {
    const { rows } = await sql<{ title: string; to_name: string }>`select title, to_name from notices.notice
      where kind = 'recovery' order by sent_at, title`.execute(doing.transaction)
    return rows.map(({ title, to_name }) => `${to_name}: ${title}`)
  })
  assert.deepEqual(letters, [
    'Gwen Tallis: We propose that £400.00 is paid back',
    'Gwen Tallis: We have your objection, and nothing moves',
  ])
})

test('a pause is told, and moves the day before which nothing moves', async () => {
  const all = await placeOfRecoveries()
  const at = `/recoveries/${all.reference}`
  const [priya, tom] = [await all.asOf(all.priya), await all.asOf(all.tom)]
  await priya.post(`${at}/new`, proposal)
  await tom.post(`${at}/1/notice`)
  const days = { ...dayFields('pauseFrom', addDays(today, 2)), ...dayFields('pauseUntil', addDays(today, 1)) }
  const wrong = await priya.post(`${at}/1/pauses`, { ...days, pauseBecause: 'In hospital.' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /The last day of the pause is before its first/)
  assert.match(wrong.html, /In hospital\./)
  const right = { ...days, ...dayFields('pauseUntil', addDays(today, 11)), pauseBecause: 'In hospital.' }
  assert.equal((await priya.post(`${at}/1/pauses`, right)).to, `${at}/1?done=paused`)
  await all.goTo(addDays(today, 38))
  assert.equal(await doingIt(all.database, enterThoseDue), 0)
  await all.goTo(addDays(today, 39))
  assert.equal(await doingIt(all.database, enterThoseDue), 1)
})

test('a board sets its own figures from today on, with a reason, and never for days gone by', async () => {
  const all = await placeOfRecoveries()
  const [grace, priya] = [await all.asOf(all.finance), await all.asOf(all.priya)]
  const figure = {
    name: 'surplus-weeks',
    value: '8',
    because: 'Finance committee',
    ...dayFields('from', today),
  }
  const wrong = await grace.post('/recoveries/settings', {
    ...figure,
    value: 'eight',
    ...dayFields('from', addDays(today, -1)),
  })
  assert.equal(wrong.status, 422)
  assert.match(wrong.html, /The first day cannot be in the past/)
  assert.match(
    (await grace.post('/recoveries/settings', { ...figure, value: 'eight' })).html,
    /Enter weeks as a number from 0 to 99\.9, like 8 or 8\.5/,
  )
  assert.equal((await grace.post('/recoveries/settings', figure)).to, '/recoveries/settings?done=set')
  const page = await priya.get('/recoveries/settings')
  assert.match(page.html, /8 weeks/)
  assert.match(page.html, /Grace Okafor/)
  assert.doesNotMatch(page.html, /Set it/)
  assert.equal((await priya.post('/recoveries/settings', figure)).status, 403)
})

test('a made-up number, a budget that is not there and a form full of nonsense change nothing', async () => {
  const all = await placeOfRecoveries()
  const priya = await all.asOf(all.priya)
  const at = `/recoveries/${all.reference}`
  for (const path of [`${at}/7`, `${at}/x`, `/recoveries/PHB-0000-000`, `/recoveries/${newId()}/1`])
    assert.equal((await priya.get(path)).status, 404, path)
  const nonsense = await priya.post(`${at}/new`, {
    do: 'propose',
    'owed-tax': '-3',
    'owed-leave': 'a lot',
    amount: '1e9',
    repayDays: '0',
    ground: 'because',
  })
  assert.equal(nonsense.status, 422)
  for (const says of [
    'The amount cannot be less than nothing',
    'Enter an amount in pounds',
    'Choose the ground',
  ])
    assert.ok(nonsense.html.includes(says), says)
  assert.match((await priya.get(at)).html, /Nobody asks for any of this money back/)
})
