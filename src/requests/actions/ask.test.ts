import assert from 'node:assert/strict'
import { test } from 'node:test'
import { doAs, doingIt, emptyDatabase, someone, tryAs } from '../../../test/harness.ts'
import { letSee, linkPerson } from '../../access/public.ts'
import { addDays, plainDate } from '../../kernel/days.ts'
import { newReference } from '../../kernel/ids.ts'
import { addOrganisation, addPerson, peopleHelpedBy, relate } from '../../people/public.ts'
import { ask, caseOf, type NewRequest, partsOf } from '../public.ts'
import { freeReference } from './ask.ts'

async function millbrook() {
  const database = await emptyDatabase()
  const icb = await doingIt(database, doing =>
    addOrganisation(doing, { code: 'QMB', kind: 'icb', name: 'NHS Millbrook ICB', invented: true }),
  )
  const priya = await someone(database, { name: 'Priya Nair', role: 'case-worker', organisation: icb })
  const gwen = await doingIt(database, async doing => {
    const added = await addPerson(doing, { organisation: icb, fullName: 'Gwen Tallis' })
    assert.ok(added.done)
    return added.value
  })
  const asking: NewRequest = {
    organisation: icb,
    person: gwen,
    pathway: 'adult-continuing-healthcare',
    reachedBy: 'online',
    askedBy: { name: 'Gwen Tallis', relation: 'myself' },
    words: 'Two assistants whom I choose.',
    parts: [{ says: 'Personal assistants', askedWay: 'direct-payment' }],
  }
  return { database, icb, priya, gwen, asking }
}

test('who asks gets a reference, and the case workers of their ICB see it, nobody of another', async () => {
  const { database, priya, gwen, asking } = await millbrook()
  const actor = await someone(database, { name: 'Gwen Tallis', person: gwen })
  const asked = await doAs(database, actor, doing => ask(doing, asking))
  assert.ok(asked.done)
  const seen = await tryAs(database, priya, doing => caseOf(doing, asked.value.reference.toLowerCase()))
  assert.equal(seen?.personName, 'Gwen Tallis')
  assert.equal(seen?.caseWorker, null)
  const parts = await tryAs(database, priya, doing => partsOf(doing, asked.value.id))
  assert.deepEqual(
    parts.map(({ says, askedWay, granted }) => ({ says, askedWay, granted })),
    [{ says: 'Personal assistants', askedWay: 'direct-payment', granted: null }],
  )
  const other = await someone(database, { role: 'case-worker' })
  assert.equal(await tryAs(database, other, doing => caseOf(doing, asked.value.reference)), null)
  const again = await tryAs(database, actor, doing => ask(doing, asking))
  assert.deepEqual(again, { done: false, because: ['one-is-open'] })
})

test('every reason why a request cannot be written down is given at once', async () => {
  const { database, gwen, asking } = await millbrook()
  const actor = await someone(database, { name: 'Gwen Tallis', person: gwen })
  const tomorrow = (doing: { today: ReturnType<typeof plainDate> }) => addDays(doing.today, 1)
  const bad = await tryAs(database, actor, doing =>
    ask(doing, { ...asking, words: '  ', parts: [], receivedOn: tomorrow(doing) }),
  )
  assert.deepEqual(bad, { done: false, because: ['nothing-said', 'no-parts', 'received-in-the-future'] })
  const stranger = await someone(database, { name: 'Somebody Else' })
  const unseen = await tryAs(database, stranger, doing => ask(doing, asking))
  assert.deepEqual(unseen, { done: false, because: ['person-not-found'] })
})

test('a mother who signs in for the first time writes her child down and asks for him', async () => {
  const { database, icb, asking } = await millbrook()
  const amira = await someone(database, { name: 'Amira Hassan' })
  const asked = await doAs(database, amira, async before => {
    const mother = await addPerson(before, { organisation: icb, fullName: 'Amira Hassan' })
    assert.ok(mother.done)
    const linked = await linkPerson(before, mother.value)
    assert.ok(linked.done)
    const doing = linked.value
    const child = await addPerson(doing, {
      organisation: icb,
      fullName: 'Yusuf Hassan',
      bornOn: plainDate('2017-03-03'),
    })
    assert.ok(child.done)
    await letSee(
      doing,
      { actor: amira.id },
      { person: child.value, sees: 'all', because: 'asks for', from: doing.today },
    )
    const bond = await relate(doing, {
      person: child.value,
      other: { person: mother.value, name: 'Amira Hassan' },
      kind: 'parent',
      from: doing.today,
    })
    assert.ok(bond.done)
    return ask(doing, { ...asking, person: child.value, pathway: 'childrens-continuing-care' })
  })
  assert.ok(asked.done)
  const helped = await tryAs(database, amira, async doing => {
    const found = await caseOf(doing, asked.value.reference)
    assert.equal(found?.personName, 'Yusuf Hassan')
    return found
  })
  assert.ok(helped)
})

test('nobody becomes a person whom somebody else has written down', async () => {
  const { database, gwen } = await millbrook()
  const thief = await someone(database, { name: 'Not Gwen' })
  const linked = await tryAs(database, thief, doing => linkPerson(doing, gwen))
  assert.deepEqual(linked, { done: false, because: ['cannot-be-linked'] })
  assert.deepEqual(await tryAs(database, thief, doing => peopleHelpedBy(doing, gwen)), [])
})

test('a reference that another case has already is not given out again', async () => {
  const { database, gwen, asking } = await millbrook()
  const actor = await someone(database, { name: 'Gwen Tallis', person: gwen })
  const asked = await doAs(database, actor, doing => ask(doing, asking))
  assert.ok(asked.done)
  const [taken, free] = [asked.value.reference, newReference()]
  const drawn = [taken, taken, free]
  const given = await tryAs(database, actor, doing => freeReference(doing, () => drawn.shift() ?? free))
  assert.equal(given, free)
})
