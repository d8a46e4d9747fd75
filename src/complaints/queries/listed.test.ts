import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { millbrookDatabase, someone, tryAs } from '../../../test/harness.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { TestDatabase } from '../../platform/testing.ts'
import { dueOf } from '../rules/stage.ts'
import { complaintsListed } from './listed.ts'

let database: TestDatabase
before(async () => {
  database = await millbrookDatabase()
})

test('the list goes by the days that the rule gives, for every complaint of Millbrook', async () => {
  const { rows } = await database.pool.query<{ id: OrganisationId }>(
    `select id from people.organisation where code = 'QMB'`,
  )
  const leader = await someone(database, {
    role: 'team-leader',
    organisation: rows[0]?.id as OrganisationId,
  })
  const seen = await tryAs(database, leader, async doing => [
    ...(await complaintsListed(doing, 'open', 1)).rows,
    ...(await complaintsListed(doing, 'over', 1)).rows,
  ])
  assert.ok(seen.length >= 3)
  for (const one of seen) assert.equal(one.due, dueOf(one), `${one.reference} ${one.number}`)
  assert.ok(seen.some(({ due }) => due !== null) && seen.some(({ due }) => due === null))
})
