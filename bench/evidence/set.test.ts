import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { judge, precisionOf, recallOf, trulyNew } from './judge.ts'
import { addedByUs } from './ours.ts'
import { labelledSet } from './set.ts'

const files = labelledSet()
const rows = files.flatMap(file => file.rows)

test('the labelled set is always the same: more than two thousand lines, each with its label', () => {
  const hash = (all: typeof files): string =>
    createHash('sha256')
      .update(all.map(({ name, text }) => name + text).join())
      .digest('hex')
  assert.equal(hash(files), hash(labelledSet()))
  assert.ok(rows.length > 2000)
  assert.equal(new Set(rows.map(({ label }) => label)).size, rows.length)
  assert.ok(rows.filter(({ same }) => same).length > 1000)
})

test('every kind of trap is planted where a row is shown again, and every format is there', () => {
  const planted = new Set(rows.filter(({ same }) => same).flatMap(({ payment }) => payment.traps))
  assert.equal(planted.size, 8)
  assert.equal(new Set(files.map(({ kind }) => kind)).size, 6)
})

test('a perfect program scores in full; one that adds all, and one that adds nothing, do not', () => {
  const score = (added: ReadonlySet<string>) => {
    const judged = judge(files, added)
    return [precisionOf(judged), recallOf(judged)]
  }
  assert.deepEqual(score(trulyNew(files)), [1, 1])
  assert.deepEqual(score(new Set(rows.map(({ label }) => label))), [1, 0])
  assert.ok((score(new Set())[0] ?? 1) < 0.5)
})

test('our import loses no payment of the set from sight, and knows nearly all of them again', () => {
  const judged = judge(files, addedByUs(files))
  assert.equal(judged.lost, 0)
  assert.ok(recallOf(judged) > 0.98, `recall ${recallOf(judged)}`)
})
