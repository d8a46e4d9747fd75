import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doAs, type Form, signedIn, someone, type Visitor } from '../../../test/harness.ts'
import { gwenAsks, millbrookAsks } from '../../../test/requests.ts'
import { aDecision } from '../examples.ts'
import { withdraw } from '../public.ts'

async function opened() {
  const place = await millbrookAsks()
  const app = await appOn(place.database)
  const one = await gwenAsks(place)
  const worker = await signedIn(app, place.priya)
  const at = `/requests/${one.reference}`
  return { place, app, one, worker, at }
}

const evidence: Form = {
  kind: 'eligibility-letter',
  'dated-day': '2',
  'dated-month': '3',
  'dated-year': '2026',
  note: 'NHS Continuing Healthcare is granted.',
}

const decision: Form = {
  seen: '0',
  pathway: 'adult-continuing-healthcare',
  'way-1': 'direct-payment',
  'weekly-1': '760.00',
  'way-2': 'notional',
  'weekly-2': '235.00',
  'reason-2': 'The hospice only contracts with the ICB.',
  'way-3': 'refused',
  'weekly-3': '145.00',
  'reason-3': 'Only the maker may service it.',
}

async function decided(visitor: Visitor, at: string) {
  await visitor.post(`${at}/taking`)
  await visitor.post(`${at}/evidence`, evidence)
  return visitor.post(`${at}/decision`, { ...decision, step: 'send' })
}

test('a case worker takes a case, adds evidence, sees the letter before it goes, and decides', async () => {
  const { place, app, worker, at } = await opened()
  const taken = await worker.post(`${at}/taking`)
  assert.equal(taken.to, `${at}?done=taken`)
  const bare = await worker.post(`${at}/decision`, { ...decision, step: 'preview' })
  assert.equal(bare.status, 422)
  assert.match(bare.html, /Add what shows that this person is eligible/)
  assert.equal((await worker.post(`${at}/evidence`, evidence)).to, `${at}/decision`)
  const form = await worker.get(`${at}/decision`)
  assert.match(form.html, /Letter that says the care is granted/)
  assert.match(form.html, /You have the right to have a personal health budget/)
  const preview = await worker.post(`${at}/decision`, { ...decision, step: 'preview' })
  assert.equal(preview.status, 200)
  assert.match(preview.html, /Part granted: we have agreed some/)
  assert.match(preview.html, /Nothing is decided yet/)
  const sent = await worker.post(`${at}/decision`, { ...decision, step: 'send' })
  assert.equal(sent.to, `${at}?done=decided`)
  const family = await signedIn(app, place.person)
  const page = await family.get(at)
  assert.match(page.html, /Your request: part granted/)
  assert.match(page.html, /Ask us to look at this again/)
  const letter = /\/notices\/[0-9a-f-]{36}/.exec(page.html)?.[0] ?? ''
  const shown = await family.get(letter)
  assert.match(shown.html, /Part granted/)
  assert.match(shown.html, /The hospice only contracts with the ICB/)
  const mail = await place.database.pool.query<{ body: string }>(
    `select body from platform.mail order by made_at desc limit 1`,
  )
  assert.match(mail.rows[0]?.body ?? '', /\/notices\//)
  assert.doesNotMatch(mail.rows[0]?.body ?? '', /hospice|granted|refused/i)
})

test('what is wrong in a decision is said at its field, and what was typed stays', async () => {
  const { worker, at } = await opened()
  await worker.post(`${at}/taking`)
  await worker.post(`${at}/evidence`, evidence)
  const wrong: readonly (readonly [Form, RegExp])[] = [
    [{ ...decision, 'way-1': '' }, /Grant or refuse “Personal assistants”/],
    [{ ...decision, 'reason-3': '' }, /Give the reason for “Ventilator servicing”/],
    [{ ...decision, 'reason-2': ' ' }, /Give the reason for “Hospice respite”/],
    [{ ...decision, pathway: 'not-sure' }, /Choose which care/],
    [{ ...decision, 'weekly-1': 'lots' }, /pounds and pence/],
    [{ ...decision, 'reason-3': 'x'.repeat(2001) }, /2000 characters or fewer/],
    [{ ...decision, summary: 'x'.repeat(2001) }, /2000 characters or fewer/],
    [
      {
        ...decision,
        ...Object.fromEntries(
          [1, 2, 3].flatMap(n => [
            [`way-${n}`, 'refused'],
            [`reason-${n}`, 'No'],
          ]),
        ),
      },
      /One reason for the whole request is not enough/,
    ],
  ]
  for (const [form, says] of wrong) {
    const answered = await worker.post(`${at}/decision`, { ...form, step: 'send' })
    assert.equal(answered.status, 422)
    assert.match(answered.html, says)
  }
  const badEvidence = await worker.post(`${at}/evidence`, {
    ...evidence,
    'dated-day': '31',
    'dated-month': '2',
  })
  assert.match(badEvidence.html, /day of the calendar/)
  assert.match(badEvidence.html, /NHS Continuing Healthcare is granted\./, 'what was typed stays')
  const future = await worker.post(`${at}/evidence`, { ...evidence, 'dated-year': '2099' })
  assert.match(future.html, /today or in the past/)
  const program = { field: 'file', name: 'letter.pdf', bytes: new Uint8Array([0, 1, 2, 3]) }
  const file = await worker.send(`${at}/evidence`, evidence as Record<string, string>, [program])
  assert.match(file.html, /Choose a PDF, a picture/)
})

test('a form opened before somebody else decided or the family withdrew is stale: 409', async () => {
  const { place, app, one, worker, at } = await opened()
  await doAs(place.database, place.tom, doing => aDecision(doing, { reference: one.reference }))
  await worker.post(`${at}/taking`)
  const stale = await worker.post(`${at}/decision`, { ...decision, step: 'send' })
  assert.equal(stale.status, 409)
  assert.match(stale.html, /decided while your page was open/)
  const second = await gwenAsks(place, { pathway: 'fast-track' })
  await doAs(place.database, place.person, doing =>
    withdraw(doing, { reference: second.reference, because: '' }),
  )
  const leader = await signedIn(app, place.tom)
  const gone = await leader.post(`/requests/${second.reference}/decision`, { ...decision, step: 'send' })
  assert.equal(gone.status, 409)
  const again = await (await signedIn(app, place.person)).post(`/requests/${second.reference}/withdrawal`)
  assert.equal(again.status, 409)
  assert.match(again.html, /withdrawn before/)
})

test('a family asks for a second look with a paper; somebody else answers; the decider may not', async () => {
  const { place, app, worker, at } = await opened()
  assert.equal((await decided(worker, at)).status, 303)
  const family = await signedIn(app, place.person)
  assert.match((await family.get(`${at}/reconsideration`)).html, /Somebody other than the one who decided/)
  const empty = await family.post(`${at}/reconsideration`, { words: '' })
  assert.equal(empty.status, 422)
  const paper = { field: 'file', name: 'letter.txt', bytes: Buffer.from('The maker now trains carers.') }
  const sent = await family.send(`${at}/reconsideration`, { words: 'The maker trains carers now.' }, [paper])
  assert.equal(sent.to, `${at}?done=again`)
  assert.equal((await family.post(`${at}/reconsideration`, { words: 'And again' })).status, 422)
  const leader = await signedIn(app, place.tom)
  const page = await leader.get(at)
  const answerAt = new RegExp(`${at}/reconsiderations/[0-9a-f-]{36}`).exec(page.html)?.[0] ?? ''
  assert.match((await leader.get(answerAt)).html, /The maker trains carers now/)
  const file = new RegExp(`${at}/files/[0-9a-f-]{36}`).exec(page.html)?.[0] ?? ''
  assert.equal((await leader.get(file)).html, 'The maker now trains carers.')
  assert.equal((await worker.get(answerAt)).status, 404, 'a case worker may not answer')
  const none = await leader.post(answerAt, { outcome: 'upheld', reasons: '' })
  assert.match(none.html, /Give the reasons in writing/)
  const unchanged = { ...decision, outcome: 'changed', reasons: 'We looked.' }
  assert.match((await leader.post(answerAt, unchanged)).html, /Every part is as it was/)
  const changed = { ...unchanged, 'way-3': 'direct-payment', 'reason-3': '' }
  assert.equal((await leader.post(answerAt, changed)).to, `${at}?done=answered`)
  assert.match((await family.get(at)).html, /Your request: part granted|Your request: granted/)
  assert.equal((await leader.post(answerAt, changed)).status, 409)
})

test('nobody without sight of the case finds it, and each role is refused what it may not do', async () => {
  const { place, app, at } = await opened()
  const paths = [at, `${at}/decision`, `${at}/withdrawal`, `${at}/reconsideration`, `${at}/receipt`]
  const outside = await signedIn(app, place.stranger)
  for (const path of paths) assert.equal((await outside.get(path)).status, 404, path)
  for (const path of ['taking', 'allocation', 'evidence', 'decision', 'withdrawal', 'reconsideration'])
    assert.ok([404, 422].includes((await outside.post(`${at}/${path}`, {})).status), path)
  const other = await signedIn(app, await someone(place.database, { name: 'Another family' }))
  for (const path of paths) assert.equal((await other.get(path)).status, 404, path)
  const family = await signedIn(app, place.person)
  for (const path of ['taking', 'allocation', 'evidence', 'decision'])
    assert.equal((await family.post(`${at}/${path}`, {})).status, 403, path)
  assert.equal((await family.get('/requests')).status, 404)
  const finance = await signedIn(
    app,
    await someone(place.database, { role: 'finance-officer', organisation: place.icb }),
  )
  assert.equal((await finance.get('/requests')).status, 404)
})

test('an offer that was declined is written down with its reason; wrong days are refused', async () => {
  const { place, app } = await opened()
  const worker = await signedIn(app, place.tom)
  const found = await worker.get('/requests/offers?find=gwen')
  assert.match(found.html, /Gwen Tallis, born 8 February 1972/)
  const offer: Form = {
    person: place.gwen,
    pathway: 'adult-continuing-healthcare',
    'made-day': '3',
    'made-month': '3',
    'made-year': '2026',
    how: 'At the review, with the leaflet.',
    said: 'declined',
    reason: 'Content as it is.',
    'answered-day': '4',
    'answered-month': '3',
    'answered-year': '2026',
  }
  const before = await worker.post('/requests/offers', { ...offer, 'answered-day': '2' })
  assert.equal(before.status, 422)
  assert.match(before.html, /answer cannot come before the offer/)
  const nobody = await worker.post('/requests/offers', { ...offer, person: place.icb })
  assert.match(nobody.html, /Choose the person/)
  assert.equal((await worker.post('/requests/offers', offer)).to, '/requests/offers')
  assert.match((await worker.get('/requests/offers')).html, /Content as it is/)
})

test('the caseload is filtered by stage, care, turn, worker, words and lateness', async () => {
  const { place, app, worker, at } = await opened()
  const shows = async (query: string) => /Gwen Tallis/.test((await worker.get(`/requests?${query}`)).html)
  assert.equal(await shows(''), true)
  assert.equal(await shows('stage=being-decided'), false)
  await worker.post(`${at}/taking`)
  for (const query of [
    'stage=being-decided',
    'turn=me',
    `worker=${place.priya.id}`,
    'find=tall',
    `find=${at.slice(10)}`,
  ])
    assert.equal(await shows(query), true, query)
  for (const query of [
    'turn=team',
    'pathway=fast-track',
    'overdue=yes',
    'find=%25',
    'stage=refused',
    'worker=nonsense&find=x',
  ])
    assert.equal(await shows(query), false, query)
  const outside = await signedIn(app, place.stranger)
  assert.doesNotMatch((await outside.get('/requests')).html, /Gwen Tallis/)
})
