import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { doingIt, millbrookDatabase } from '../../test/harness.ts'
import { lives } from './lives.ts'
import { seedMillbrook } from './public.ts'

test('Millbrook is made once, with everybody in it, and a second seed does nothing', async () => {
  const database = await millbrookDatabase()
  const people = () =>
    doingIt(database, async ({ transaction }) => {
      const { rows } = await sql<{ people: bigint }>`
        select count(*) as people from people.person where nhs_number like '999%'`.execute(transaction)
      return Number(rows[0]?.people)
    })
  assert.equal(await people(), lives.length)
  assert.equal(await seedMillbrook(database), 'there-already')
  assert.equal(await people(), lives.length)
})

test('nobody in Millbrook shares a name with somebody else', () => {
  const names = lives.flatMap(({ name, family = [] }) => [name, ...family.map(one => one.name)])
  assert.equal(new Set(names).size, names.length)
})
