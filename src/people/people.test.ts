import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doAs, doingIt, emptyDatabase, someone, tryAs } from '../../test/harness.ts'
import { letSee } from '../access/public.ts'
import { plainDate } from '../kernel/days.ts'
import { addOrganisation, addPerson, peopleHelpedBy, personShown, relate, revoke } from './public.ts'

test('a case worker writes a child down, names the mother, and another ICB sees nothing of it', async () => {
  const database = await emptyDatabase()
  const icb = await doingIt(database, doing =>
    addOrganisation(doing, { code: 'QMB', kind: 'icb', name: 'NHS Millbrook ICB', invented: true }),
  )
  const other = await doingIt(database, doing =>
    addOrganisation(doing, { code: 'QAD', kind: 'icb', name: 'NHS Ashdale ICB', invented: true }),
  )
  const priya = await someone(database, { name: 'Priya Nair', role: 'case-worker', organisation: icb })
  const leader = await someone(database, { name: 'Tom Birkett', role: 'team-leader', organisation: other })
  const { child, mother } = await doAs(database, priya, async doing => {
    const added = await addPerson(doing, {
      organisation: icb,
      fullName: 'Yusuf Hassan',
      nhsNumber: '9990000018',
      bornOn: plainDate('2017-03-03'),
    })
    const amira = await addPerson(doing, { organisation: icb, fullName: 'Amira Hassan' })
    assert.ok(added.done && amira.done)
    await letSee(
      doing,
      { actor: priya.id },
      { person: added.value, sees: 'all', because: 'case worker', from: doing.today },
    )
    return { child: added.value, mother: amira.value }
  })
  const amira = await someone(database, { name: 'Amira Hassan', person: mother })
  const bond = await doAs(database, priya, doing =>
    relate(doing, {
      person: child,
      other: { person: mother, name: 'Amira Hassan' },
      kind: 'parent',
      from: doing.today,
    }),
  )
  assert.ok(bond.done)
  assert.deepEqual(
    (await tryAs(database, amira, doing => peopleHelpedBy(doing, mother))).map(one => one.full_name),
    ['Yusuf Hassan'],
  )
  assert.equal(await tryAs(database, leader, doing => personShown(doing, child)), null)
  await doAs(database, priya, doing => revoke(doing, bond.value))
  assert.equal(await tryAs(database, amira, doing => personShown(doing, child)), null)
  const again = await tryAs(database, priya, doing =>
    addPerson(doing, { organisation: icb, fullName: 'Somebody Else', nhsNumber: '9990000018' }),
  )
  assert.deepEqual(again, { done: false, because: ['nhs-number-known'] })
})
