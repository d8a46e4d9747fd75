import assert from 'node:assert/strict'
import { test } from 'node:test'
import { emptyDatabase, trying } from '../../../test/harness.ts'
import { firstPaidOn } from '../public.ts'

test('nobody was paid where nothing has left', async () => {
  const database = await emptyDatabase()
  assert.equal(await trying(database, doing => firstPaidOn(doing, 'PHB-7K3M-9QT')), null)
})
