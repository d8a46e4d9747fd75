import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doAs, doingIt, emptyDatabase, someone, tryAs } from '../../test/harness.ts'
import { setApprovalLimit } from '../access/public.ts'
import { plainDate } from '../kernel/days.ts'
import { sayMoney } from '../kernel/money.ts'
import { allocatedTo, balanceOf } from '../ledger/public.ts'
import { addOrganisation, addPerson } from '../people/public.ts'
import { signedOffPlan } from '../plans/examples.ts'
import { caseOf } from '../requests/public.ts'
import { anAccount, aSignedAgreement } from './examples.ts'
import { giveAccount, heldFacts, openAccount, prepareAgreement, whyNotHeld } from './public.ts'

async function millbrook() {
  const database = await emptyDatabase()
  const icb = await doingIt(database, doing =>
    addOrganisation(doing, { code: 'QMB', kind: 'icb', name: 'NHS Millbrook ICB', invented: true }),
  )
  const leader = await someone(database, { name: 'Tom Birkett', role: 'team-leader', organisation: icb })
  const finance = await someone(database, {
    name: 'Ngozi Okafor',
    role: 'finance-officer',
    organisation: icb,
  })
  const { gwen, reference } = await doingIt(database, async doing => {
    const added = await addPerson(doing, {
      organisation: icb,
      fullName: 'Gwen Tallis',
      bornOn: plainDate('1962-03-09'),
    })
    assert.ok(added.done)
    await setApprovalLimit(doing, {
      organisation: icb,
      role: 'team-leader',
      weekly: null,
      from: doing.today,
      source: 'Scheme of delegation',
    })
    const plan = await signedOffPlan(doing, { organisation: icb, person: added.value })
    return { gwen: added.value, reference: plan.reference }
  })
  return { database, icb, leader, finance, gwen, reference }
}

test('signed by both, with an approved account, money may flow and a year is set aside', async () => {
  const { database, leader, finance, reference } = await millbrook()
  const { account } = await doingIt(database, doing =>
    aSignedAgreement(doing, { reference, approver: leader, finance }),
  )
  await tryAs(database, finance, async doing => {
    const facts = await heldFacts(doing, reference, doing.today)
    assert.ok(facts && account)
    assert.deepEqual(whyNotHeld(facts, doing.today), [])
    assert.equal((await openAccount(doing, account))?.accountNumber, '12341234')
    const setAside = await balanceOf(doing, allocatedTo(reference))
    assert.equal(sayMoney(setAside), '£9,072.86')
  })
})

test('somebody of another board finds no agreement, and is refused every change', async () => {
  const { database, reference } = await millbrook()
  const other = await someone(database, { name: 'Ray Stone', role: 'team-leader' })
  await doAs(database, other, async doing => {
    assert.equal(await caseOf(doing, reference), null)
    assert.equal(await heldFacts(doing, reference, doing.today), null)
    const asked = await prepareAgreement(doing, { reference, from: doing.today, ways: [], holder: null })
    assert.deepEqual(asked, { done: false, because: ['case-not-found'] })
    const account = await giveAccount(doing, anAccount({ reference }))
    assert.deepEqual(account, { done: false, because: ['agreement-not-found'] })
  })
})
