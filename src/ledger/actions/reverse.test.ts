import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { emptyDatabase, trying } from '../../../test/harness.ts'
import { posted } from '../../../test/ledger.ts'
import type { Id } from '../../kernel/brand.ts'
import { plainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { allocatedTo, heldBy } from '../accounts.ts'
import { aBudget, anAllocation, anEntry } from '../examples.ts'
import { balanceOf, entryOf } from '../public.ts'
import { reverse } from './reverse.ts'

let database: TestDatabase
before(async () => {
  database = await emptyDatabase()
})

const [allocated, held] = [allocatedTo(aBudget.reference), heldBy(aBudget.reference)]

test('an entry is reversed at its own day or today, once, and stands', () =>
  trying(database, async doing => {
    await posted(doing, anAllocation())
    for (const on of ['original-day', 'correction-day'] as const) {
      const [payment] = await posted(doing, anEntry())
      const asked = {
        entry: payment?.entry as Id<'entry'>,
        on,
        key: `undo:${payment?.key}`,
        because: 'Paid twice',
      }
      const undone = await reverse(doing, asked)
      assert.ok(undone.done)
      const mirror = await entryOf(doing, undone.value.entry)
      assert.equal(mirror?.effectiveOn, on === 'original-day' ? '2026-04-10' : doing.today)
      assert.equal(mirror?.reverses, payment?.entry)
      assert.equal((await entryOf(doing, asked.entry))?.reversedBy, undone.value.entry)
      assert.deepEqual(await reverse({ ...doing, today: plainDate('2030-01-01') }, asked), {
        done: true,
        value: { ...undone.value, earlier: true },
      })
      assert.deepEqual(await reverse(doing, { ...asked, key: 'undo:again' }), {
        done: false,
        because: [`already-reversed ${payment?.key}`],
      })
      assert.deepEqual(await reverse(doing, { ...asked, entry: undone.value.entry, key: 'undo:undo' }), {
        done: false,
        because: [`is-a-reversal ${asked.key}`],
      })
    }
    assert.equal(await balanceOf(doing, held), 0n)
    assert.equal(await balanceOf(doing, allocated), 1_456_000n)
    assert.deepEqual(
      await reverse(doing, { entry: newId<'entry'>(), on: 'original-day', key: 'undo:none', because: 'x' }),
      { done: false, because: ['no-such-entry'] },
    )
  }))

test('what was paid out of is not taken back below its floor', () =>
  trying(database, async doing => {
    const [allocation] = await posted(doing, anAllocation(), anEntry())
    const undone = await reverse(doing, {
      entry: allocation?.entry as Id<'entry'>,
      on: 'original-day',
      key: 'undo:all',
      because: 'Signed by mistake',
    })
    assert.deepEqual(undone, { done: false, because: [`below-its-floor ${allocated}`] })
  }))
