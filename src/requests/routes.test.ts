import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, type Form, signedIn, someone, tryAs, type Visitor } from '../../test/harness.ts'
import { millbrookAsks } from '../../test/requests.ts'
import { caseOf } from './public.ts'

const own: Readonly<Record<string, Form>> = {
  'for-whom': { forWhom: 'myself' },
  name: { fullName: 'Zoë 🌻 الأحمد', preferredName: '' },
  birth: { 'bornOn-day': '31', 'bornOn-month': '3', 'bornOn-year': '1980' },
  'nhs-number': { nhsNumber: '' },
  address: { address1: '1 Mill Lane', town: 'Millbrook', postcode: 'MB1 1AA' },
  reach: { telephone: '', email: 'zoe@millbrook.example' },
  communication: {},
  care: { care: 'adult-continuing-healthcare' },
  icb: { icb: 'QMB' },
  words: { words: '<script>alert(1)</script> I want to stay at home.' },
  way: { way: 'direct-payment' },
  parts: { 'says-1': 'Two assistants', 'weekly-1': '760' },
}

async function answerAll(visitor: Visitor, answers: Readonly<Record<string, Form>>): Promise<string | null> {
  let next: string | null = null
  for (const [question, form] of Object.entries(answers)) {
    const answered = await visitor.post(`/requests/new/${question}`, form)
    assert.equal(
      answered.status,
      303,
      `${question}: ${/error-summary[\s\S]{0,600}/.exec(answered.html)?.[0]}`,
    )
    next = answered.to
  }
  return next
}

test('somebody new asks on line, one thing a page, and gets a reference and a day', async () => {
  const place = await millbrookAsks()
  const app = await appOn(place.database)
  const zoe = await someone(place.database, { name: 'Zoë O’Connor' })
  const visitor = await signedIn(app, zoe)
  assert.match((await visitor.get('/requests/new')).html, /Start now/)
  assert.equal(await answerAll(visitor, own), '/requests/new/answers')
  const right = await visitor.get('/requests/new/right')
  assert.match(right.html, /You have the right to have a personal health budget/)
  assert.match(right.html, /1 October 2014/)
  assert.match(right.html, /How sure we are/)
  assert.match((await visitor.get('/requests/new')).html, /Carry on where you stopped/)
  const check = await visitor.get('/requests/new/answers')
  assert.match(check.html, /&lt;script&gt;/)
  assert.match(check.html, /31 March 1980/)
  assert.doesNotMatch(check.html, /<script>alert/)
  const sent = await visitor.post('/requests/new/sending')
  assert.match(sent.to ?? '', /^\/requests\/PHB-.{4}-.{3}\/receipt$/)
  const receipt = await visitor.get(sent.to ?? '')
  assert.match(receipt.html, /Your reference/)
  assert.match(receipt.html, /expected in most cases, not a limit in law/)
  const page = await visitor.get((sent.to ?? '').replace('/receipt', ''))
  assert.equal(page.status, 200)
  assert.match(page.html, /Two assistants/)
  assert.match((await visitor.get('/requests/new')).html, /Start now/, 'the draft is gone once it is sent')
  const worker = await signedIn(app, place.priya)
  assert.match((await worker.get('/requests')).html, /Two|Zoë/)
})

test('a parent asks for a child under 16 and sees the case; from 16 they are told why not', async () => {
  const place = await millbrookAsks()
  const app = await appOn(place.database)
  const amira = await someone(place.database, { name: 'Amira Hassan' })
  const visitor = await signedIn(app, amira)
  const child = {
    'for-whom': { forWhom: 'child' },
    'your-name': { yourName: 'Amira Hassan' },
    ...own,
    name: { fullName: 'Yusuf Hassan', preferredName: '' },
    birth: { 'bornOn-day': '3', 'bornOn-month': '3', 'bornOn-year': '2019' },
    care: { care: 'childrens-continuing-care' },
  }
  child['for-whom'] = { forWhom: 'child' }
  await answerAll(visitor, child)
  const old = await visitor.post('/requests/new/birth', {
    'bornOn-day': '3',
    'bornOn-month': '3',
    'bornOn-year': '2005',
  })
  assert.equal(old.status, 422)
  assert.match(old.html, /A parent can ask for a child under 16/)
  const sent = await visitor.post('/requests/new/sending')
  assert.match(sent.to ?? '', /receipt$/)
  const reference = /PHB-.{4}-.{3}/.exec(sent.to ?? '')?.[0] ?? ''
  const one = await tryAs(place.database, amira, async doing => caseOf(doing, reference))
  assert.equal(one?.personName, 'Yusuf Hassan')
  const again = await signedIn(app, amira)
  const choose = await again.get('/requests/new/for-whom')
  assert.match(choose.html, /Yusuf Hassan/)
  assert.match(choose.html, /Me \(Amira Hassan\)/)
})

test('each page of asking says what is wrong at its field and writes nothing', async () => {
  const place = await millbrookAsks()
  const visitor = await signedIn(await appOn(place.database), await someone(place.database, { name: 'New' }))
  const long = 'x'.repeat(5001)
  const wrong: readonly (readonly [string, Form, RegExp])[] = [
    ['for-whom', {}, /Choose who the budget is for/],
    ['for-whom', { forWhom: `person:${place.gwen}` }, /Choose who the budget is for/],
    ['name', { fullName: '' }, /Enter the full name/],
    ['name', { fullName: 'x'.repeat(101) }, /100 characters or fewer/],
    ['birth', { 'bornOn-day': '31', 'bornOn-month': '2', 'bornOn-year': '1990' }, /day of the calendar/],
    ['birth', { 'bornOn-day': '1', 'bornOn-month': '1', 'bornOn-year': '2099' }, /must be in the past/],
    ['nhs-number', { nhsNumber: '1234567890' }, /NHS number/],
    ['address', { address1: '', town: '', postcode: 'nowhere' }, /postcode/],
    ['reach', { telephone: '', email: 'not an address' }, /e-mail address/],
    ['reach', {}, /telephone number or an e-mail/],
    ['care', { care: 'anything' }, /Choose which care/],
    ['icb', { icb: 'QQQ' }, /Choose who arranges/],
    ['words', { words: '  ' }, /Say what you would like/],
    ['words', { words: long }, /1 too many/],
    ['way', {}, /Choose a way/],
    ['parts', { 'says-1': 'Help', 'weekly-1': 'twelve' }, /pounds and pence/],
    ['parts', { 'weekly-2': '12' }, /Say what this part is for/],
  ]
  for (const [question, form, says] of wrong) {
    const answered = await visitor.post(`/requests/new/${question}`, form)
    assert.equal(answered.status, 422, `${question} ${JSON.stringify(form)}`)
    assert.match(answered.html, says)
    assert.match(answered.html, /There is a problem/)
  }
  assert.match((await visitor.get('/requests/new')).html, /Start now/)
  assert.equal((await visitor.get('/requests/new/nonsense')).status, 404)
  const early = await visitor.post('/requests/new/sending')
  assert.equal(early.to, '/requests/new/for-whom', 'nothing is sent before every question is answered')
})

const call: Form = {
  caller: 'Amira Hassan',
  relation: 'parent',
  'calledOn-day': '20',
  'calledOn-month': '11',
  'calledOn-year': '2025',
  ...own['address'],
  fullName: 'Yusuf Hassan',
  'bornOn-day': '3',
  'bornOn-month': '3',
  'bornOn-year': '2019',
  telephone: '01614960123',
  care: 'childrens-continuing-care',
  words: 'Somebody at night.',
  way: 'unknown',
}

test('staff write a call down and read it back; only then is it sent, on behalf of the caller', async () => {
  const place = await millbrookAsks()
  const app = await appOn(place.database)
  const visitor = await signedIn(app, place.priya)
  assert.equal((await visitor.get('/requests/telephone/new')).status, 200)
  const empty = await visitor.post('/requests/telephone', {})
  assert.equal(empty.status, 422)
  assert.match(empty.html, /Enter the name of who telephones/)
  assert.match(empty.html, /Choose which care/)
  const back = await visitor.post('/requests/telephone', call)
  assert.equal(back.status, 200)
  assert.match(back.html, /Read this back to Amira Hassan/)
  assert.match(back.html, /Somebody at night/)
  const sent = await visitor.post('/requests/telephone', { ...call, step: 'send' })
  assert.match(sent.to ?? '', /^\/requests\/PHB-/)
  const page = await visitor.get(sent.to ?? '')
  assert.match(page.html, /by telephone/)
  assert.match(page.html, /20 November 2025/)
  const happened = await place.database.pool.query(
    `select on_behalf_of from access.happening where what = 'request-made' and on_behalf_of is not null`,
  )
  assert.equal(happened.rowCount, 1)
})

test('a professional refers somebody who agreed, and then sees only that the request exists', async () => {
  const place = await millbrookAsks()
  const app = await appOn(place.database)
  const referrer = await someone(place.database, { name: 'Dr Osei', role: 'referrer' })
  const visitor = await signedIn(app, referrer)
  const { caller: _caller, relation: _relation, ...rest } = call
  const referral = { ...rest, role: 'Paediatrician, Millbrook Hospital', icb: 'QMB' }
  const without = await visitor.post('/requests/referral', referral)
  assert.match(without.html, /tick this when they agree/)
  const sent = await visitor.post('/requests/referral', { ...referral, agreed: 'yes' })
  assert.match(sent.to ?? '', /receipt$/)
  const page = await visitor.get((sent.to ?? '').replace('/receipt', ''))
  assert.equal(page.status, 200)
  assert.match(page.html, /nothing more/)
  assert.doesNotMatch(page.html, /Somebody at night/)
})
