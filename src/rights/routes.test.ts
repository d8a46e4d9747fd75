import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, emptyDatabase, Visitor } from '../../test/harness.ts'

test(
  'a visitor asks for a right, and is told it in one sentence with its source and how sure we ' + 'are',
  async () => {
    const visitor = new Visitor((await appOn(await emptyDatabase())).server)
    const asked = await visitor.get(
      '/rights?group=adult-continuing-healthcare&born-day=14&born-month=5&born-year=1961&place=home&section=',
    )
    assert.equal(asked.status, 200)
    assert.match(asked.html, /You have the right to have a personal health budget/)
    assert.match(asked.html, /We have read this in the law itself/)
    const none = await visitor.get('/rights?group=learning-disability-autism')
    assert.match(none.html, /That is policy, not law/)
    assert.doesNotMatch(none.html, /You have the right to have/)
    const wrong = await visitor.get('/rights?group=&born-day=31&born-month=2&born-year=1961')
    assert.equal(wrong.status, 422)
    assert.match(wrong.html, /Choose the care that you get/)
    assert.match(
      (await visitor.get('/rights?group=wheelchair&born-day=31&born-month=2&born-year=1961')).html,
      /must be a day of the calendar/,
    )
  },
)

test(
  'every rule has a page with its source and examples; a rule that is not there is not ' + 'found',
  async () => {
    const visitor = new Visitor((await appOn(await emptyDatabase())).server)
    const list = await visitor.get('/rights/rules?q=exclusion')
    assert.equal(list.status, 200)
    const first = /href="(\/rights\/rules\/[^"]+)"/.exec(list.html)?.[1]
    assert.ok(first)
    assert.match((await visitor.get(first)).html, /How sure we are/)
    const example = (await visitor.get('/rights/rules/DP-AMT-01')).html
    for (const says of ['What is told', '£584.99', 'The answer', 'Enough', 'no'])
      assert.ok(example.includes(says), says)
    const law = (await visitor.get('/rights/rules?sure=statute-read')).html
    assert.doesNotMatch(law, /<td[^>]*>[^/]*General knowledge/)
    assert.match(law, /Where it is written/)
    assert.equal((await visitor.get('/rights/rules/NO-SUCH-RULE')).status, 404)
    assert.equal((await visitor.get('/rights/personal-health-budget')).status, 200)
  },
)
