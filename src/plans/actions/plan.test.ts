import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doingIt, emptyDatabase, someone, tryAs } from '../../../test/harness.ts'
import { addDays } from '../../kernel/days.ts'
import { pence, sayMoney } from '../../kernel/money.ts'
import { addOrganisation, addPerson } from '../../people/public.ts'
import { signedOffPlan } from '../examples.ts'
import { linesOn, versionOn } from '../public.ts'

async function millbrook() {
  const database = await emptyDatabase()
  const icb = await doingIt(database, doing =>
    addOrganisation(doing, { code: 'QMB', kind: 'icb', name: 'NHS Millbrook ICB', invented: true }),
  )
  const derek = await doingIt(database, async doing => {
    const added = await addPerson(doing, { organisation: icb, fullName: 'Derek Ames' })
    assert.ok(added.done)
    return added.value
  })
  return { database, icb, derek }
}

test('a plan goes from the sum to its signing, and is in force from its day', async () => {
  const { database, icb, derek } = await millbrook()
  const signed = await doingIt(database, doing =>
    signedOffPlan(doing, {
      organisation: icb,
      person: derek,
      lines: [{}, { says: 'Sleep-ins', unit: 'sleep-in', rate: pence(6850n) }],
    }),
  )
  const leader = await someone(database, { name: 'Tom Birkett', role: 'team-leader', organisation: icb })
  await tryAs(database, leader, async doing => {
    const version = await versionOn(doing, signed.reference, doing.today)
    assert.equal(version?.number, 1)
    assert.equal(version?.weekly && sayMoney(version.weekly), '£996.00')
    assert.equal(await versionOn(doing, signed.reference, addDays(doing.today, -1)), null)
    const lines = await linesOn(doing, signed.reference, doing.today)
    assert.deepEqual(
      lines.map(({ line_key, way, weekly }) => [line_key, way, sayMoney(weekly)]),
      [
        ['line-1', 'direct-payment', '£174.00'],
        ['line-2', 'direct-payment', '£822.00'],
      ],
    )
  })
})
