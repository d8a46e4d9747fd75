import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doAs, doingIt, emptyDatabase, signedIn, someone } from '../../test/harness.ts'
import { letSee, setApprovalLimit } from '../access/public.ts'
import { plainDate } from '../kernel/days.ts'
import { newId, type Reference } from '../kernel/ids.ts'
import { addOrganisation, addPerson, relate } from '../people/public.ts'
import { signedOffPlan } from '../plans/examples.ts'
import { agreementOn } from './public.ts'

async function millbrook() {
  const database = await emptyDatabase()
  const icb = await doingIt(database, doing =>
    addOrganisation(doing, { code: 'QMB', kind: 'icb', name: 'NHS Millbrook ICB', invented: true }),
  )
  const inRole = (name: string, role: Parameters<typeof someone>[1]['role']) =>
    someone(database, { name, organisation: icb, ...(role ? { role } : {}) })
  const priya = await inRole('Priya Nair', 'case-worker')
  const tom = await inRole('Tom Birkett', 'team-leader')
  const ngozi = await inRole('Ngozi Okafor', 'finance-officer')
  const { gwenId, prueId, reference } = await doingIt(database, async doing => {
    const add = async (fullName: string, born: string) => {
      const added = await addPerson(doing, { organisation: icb, fullName, bornOn: plainDate(born) })
      assert.ok(added.done)
      return added.value
    }
    const [gwenId, prueId] = [await add('Gwen Tallis', '1962-03-09'), await add('Prue Tallis', '1960-05-11')]
    await setApprovalLimit(doing, {
      organisation: icb,
      role: 'team-leader',
      weekly: null,
      from: doing.today,
      source: 'Scheme of delegation',
    })
    const plan = await signedOffPlan(doing, {
      organisation: icb,
      person: gwenId,
      lines: [{}, { says: 'Art class', kind: 'activity', payee: 'Millbrook Arts' }],
    })
    await letSee(
      doing,
      { actor: priya.id },
      { person: gwenId, sees: 'all', because: 'case worker', from: doing.today },
    )
    return { gwenId, prueId, reference: plan.reference as Reference }
  })
  const gwen = await someone(database, { name: 'Gwen Tallis', person: gwenId })
  const prue = await someone(database, { name: 'Prue Tallis', person: prueId })
  const related = await doingIt(database, doing =>
    relate(doing, {
      person: gwenId,
      other: { person: prueId, name: 'Prue Tallis' },
      kind: 'helper',
      from: doing.today,
      may: { sees: ['balance', 'plan-lines'], does: [] },
    }),
  )
  assert.ok(related.done)
  return { database, app: await appOn(database), icb, priya, tom, ngozi, gwen, prue, reference }
}

const preparation = (today: string) => ({
  seen: '0',
  'from-day': String(Number(today.slice(8))),
  'from-month': today.slice(5, 7),
  'from-year': today.slice(0, 4),
  'way-line-1': 'direct-payment',
  'way-line-2': 'notional',
  'because-line-2': 'The class sends its bills to the NHS already.',
  orders: 'none',
  canDecide: 'yes',
  holder: 'person',
  consented: 'yes',
  consentBy: 'Gwen Tallis',
  'consentOn-day': String(Number(today.slice(8))),
  'consentOn-month': today.slice(5, 7),
  'consentOn-year': today.slice(0, 4),
  consentHow: 'meeting',
  oneOff: 'no',
})

const account = {
  name: 'G TALLIS PHB',
  sortCode: '08-99-99',
  accountNumber: '66374958',
  whose: 'person',
  solePurpose: 'yes',
  othersUseIt: 'no',
  auditable: 'yes',
}

test('on pages from the plan to money: prepared, signed by both, account given and approved', async () => {
  const { database, app, priya, tom, ngozi, gwen, prue, reference } = await millbrook()
  const at = `/agreements/${reference}`
  const today = await doingIt(database, async doing => doing.today)

  const worker = await signedIn(app, priya)
  assert.match((await worker.get('/agreements')).html, /prepare the agreement/)
  assert.match((await worker.get(`${at}/preparation`)).html, /Art class/)
  const bad = await worker.post(`${at}/preparation`, {
    ...preparation(today),
    'because-line-2': '',
    orders: [],
  })
  assert.equal(bad.status, 422)
  assert.match(bad.html, /Give the reason for each line/)
  assert.match(bad.html, /Ask about each kind of court order/)
  const prepared = await worker.post(`${at}/preparation`, preparation(today))
  assert.equal(prepared.to, `${at}?done=prepared`)
  assert.match((await worker.get(prepared.to ?? '')).html, /3 things are missing/)
  const stale = await worker.post(`${at}/preparation`, preparation(today))
  assert.match(stale.html, /Somebody else prepared an agreement/)

  const family = await signedIn(app, gwen)
  const page = await family.get(`${at}/signature`)
  const id = /name="agreement" value="([^"]+)"/.exec(page.html)?.[1] ?? ''
  const keys = [...page.html.matchAll(/name="agreedTo"[^>]*value="([^"]+)"/g)].map(found => found[1] ?? '')
  assert.ok(keys.length > 3)
  const half = await family.post(`${at}/signature`, { agreement: id, agreedTo: keys[0] ?? '', name: '' })
  assert.match(half.html, /Type your full name/)
  const some = await family.post(`${at}/signature`, { agreement: id, agreedTo: keys[0] ?? '', name: 'Gwen' })
  assert.match(some.html, /Tick everything that you agree to/)
  assert.match(some.html, /value="Gwen"/)
  const signed = await family.post(`${at}/signature`, { agreement: id, agreedTo: keys, name: 'Gwen Tallis' })
  assert.equal(signed.to, `${at}?done=signed`)

  assert.equal((await worker.post(`${at}/body-signature`, { agreement: id })).status, 403)
  const leader = await signedIn(app, tom)
  assert.match((await leader.get(at)).html, /Sign for the NHS/)
  assert.equal((await leader.post(`${at}/body-signature`, { agreement: id })).to, `${at}?done=signed`)
  assert.equal((await leader.post(`${at}/body-signature`, { agreement: id })).status, 422)

  const letters = await family.post(`${at}/account`, { ...account, sortCode: '08-99-9x' })
  assert.match(letters.html, /The sort code must be six digits/)
  const wrong = await family.post(`${at}/account`, { ...account, accountNumber: '66374959' })
  assert.match(wrong.html, /do not fit together/)
  assert.match(wrong.html, /value="66374959"/)
  const once = newId()
  const given = await family.post(`${at}/account`, { ...account, once })
  assert.equal(given.to, `${at}?done=account`)
  assert.equal((await family.post(`${at}/account`, { ...account, once })).to, given.to)
  assert.match((await family.post(`${at}/account`, account)).html, /We have this account already/)
  const mine = (await family.get(at)).html
  assert.match(mine, /ending 4958/)
  assert.doesNotMatch(mine, /66374958/)
  assert.match(mine, /A finance officer of the NHS/)

  const helper = await signedIn(app, prue)
  const seen = await helper.get(at)
  assert.equal(seen.status, 200)
  assert.doesNotMatch(seen.html, /4958|bank account/i)
  assert.equal((await helper.get(`${at}/account`)).status, 404)
  assert.equal((await helper.post(`${at}/account`, account)).status, 404)

  const finance = await signedIn(app, ngozi)
  const address = /href="(\/agreements\/[^"]+\/account\/[^"]+)"/.exec(
    (await finance.get('/agreements')).html,
  )?.[1]
  const look = await finance.get(address ?? '')
  assert.match(look.html, /66374958/)
  assert.match(
    (await finance.post(`${address}/decision`, { decided: 'refused' })).html,
    /Write down the reason/,
  )
  assert.equal((await finance.post(`${address}/decision`, { decided: 'approved' })).to, `${at}?done=decided`)
  assert.match((await family.get(at)).html, /Nothing is missing. Money can be paid from/)
  const looks = await doingIt(database, ({ transaction }) =>
    transaction
      .selectFrom('access.happening' as never)
      .select('actor_name' as never)
      .where('what' as never, '=', 'bank-details-opened' as never)
      .execute(),
  )
  assert.deepEqual(looks, [{ actor_name: 'Ngozi Okafor' }])
})

test('another board finds nothing, and nothing typed by hand breaks a page', async () => {
  const { database, app, priya, reference } = await millbrook()
  const at = `/agreements/${reference}`
  const stranger = await signedIn(app, await someone(database, { name: 'Ray Stone', role: 'case-worker' }))
  for (const page of ['', '/preparation', '/paper-signature', '/account', '/facts'])
    assert.equal((await stranger.get(`${at}${page}`)).status, 404)
  assert.equal((await stranger.post(`${at}/preparation`, preparation('2026-11-22'))).status, 404)
  assert.doesNotMatch((await stranger.get('/agreements')).html, new RegExp(reference))
  const worker = await signedIn(app, priya)
  const strange = await worker.post(`${at}/preparation`, {
    ...preparation('2026-02-31'),
    'because-line-2': '<script>alert(1)</script>',
    'drug-rehabilitation-requirement-from-day': 'x',
    orders: ['none', 'drug-rehabilitation-requirement'],
    'family-name-1': '\u202eنص',
    'from-day': '31',
    'from-month': '2',
    seen: 'x',
  })
  assert.equal(strange.status, 422)
  assert.match(strange.html, /must be a day of the calendar/)
  assert.doesNotMatch(strange.html, /<script>alert/)
  assert.equal((await worker.get('/agreements/not-a-reference')).status, 404)
  assert.equal(await doAs(database, priya, doing => agreementOn(doing, reference, doing.today)), null)
})
