import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkLedger, isSound } from '../../src/ledger/check.ts'
import { balancesOf, entriesOf } from '../../src/ledger/public.ts'
import { accountNames } from '../../src/ledger/queries/entries.ts'
import { differencesOf, programs } from '../books.ts'
import { millbrookDatabase, trying } from '../harness.ts'

test('hledger, ledger and beancount say of Millbrook what its own check says', async t => {
  const installed = programs.filter(({ name, version }) => {
    if (version() !== null) return true
    t.diagnostic(`${name} is not installed here: npm run bench -- books --install compares it`)
    return false
  })
  const database = await millbrookDatabase()
  await trying(database, async doing => {
    assert.ok(isSound(await checkLedger(doing)))
    const book = { accounts: await accountNames(doing), entries: await entriesOf(doing) }
    const ours = await balancesOf(doing, 'PHB-', 'bank:', 'fund:')
    assert.ok(ours.size > 20)
    for (const { name, balances } of installed)
      assert.deepEqual(differencesOf(balances(book), ours), [], name)
  })
})
