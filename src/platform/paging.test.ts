import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findAsked, pageAsked, pagesAt } from './paging.ts'

test('an address that asks for no page, or for nonsense, shows the first', () => {
  const asks = ['', '0', '-1', '2.5', '1e3', 'two', '９', '99999999999', "1' or 1=1", '7']
  assert.deepEqual(
    asks.map(page => pageAsked({ page })),
    [1, 1, 1, 1, 1, 1, 1, 1, 1, 7],
  )
  assert.equal(pageAsked({}), 1)
  assert.equal(pageAsked({ page: ['3', '4'] }), 3)
})

test('the pages of a list keep its filters in their address, and nothing else', () => {
  const hrefOf = pagesAt(
    '/payments',
    { find: 'Zoë & co', show: '', page: '4', x: 'y' },
    { keep: ['find', 'show'] },
  )
  assert.equal(hrefOf(1), '/payments?find=Zo%C3%AB+%26+co')
  assert.equal(hrefOf(5), '/payments?find=Zo%C3%AB+%26+co&page=5')
  assert.equal(pagesAt('/plans', {})(1), '/plans')
  assert.equal(pagesAt('/payments', {}, { name: 'runs' })(2), '/payments?runs=2')
})

test('what is looked for is cut to what a name can be', () => {
  assert.equal(findAsked({ find: ` ${'a'.repeat(300)}` }).length, 100)
})
