import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doingIt, type Someone, signedIn } from '../../test/harness.ts'
import { derekMayPlan, derekPlanBy, millbrookPlans } from '../../test/plans.ts'
import type { Visitor } from '../../test/visitor.ts'

async function browsers<Name extends string>(
  place: Awaited<ReturnType<typeof millbrookPlans>>,
  who: Record<Name, Someone>,
) {
  const app = await appOn(place.database)
  const entries: [string, Visitor][] = []
  for (const [name, one] of Object.entries<Someone>(who)) entries.push([name, await signedIn(app, one)])
  return Object.fromEntries(entries) as Record<Name, Visitor>
}

const was = (html: string): string => /name="was" value="([^"]*)"/.exec(html)?.[1] ?? ''

/** Opens a form, fills it in and sends it, as a browser does. */
async function fill(visitor: Visitor, address: string, form: Record<string, string>) {
  const page = await visitor.get(address)
  assert.equal(page.status, 200, address)
  return visitor.post(address, { was: was(page.html), ...form })
}

const line = {
  says: 'Assistant in the mornings',
  outcome: 'outcome-1',
  kind: 'care',
  units: '12',
  unit: 'hour',
  per: 'week',
  rate: '14.50',
  charge: '',
  way: 'direct-payment',
  payee: 'Joan Ellery',
  payeeWords: 'J ELLERY\nJOAN E',
}
const details = {
  coordinator: 'Priya Nair',
  noticeDays: '28',
}

test('a family and a case worker write a plan page by page, and an approver agrees it', async () => {
  const place = await millbrookPlans()
  const reference = await derekMayPlan(place)
  const { derek, priya, pike } = await browsers(place, {
    derek: place.family,
    priya: place.worker,
    pike: place.leader,
  })
  const at = `/plans/${reference}`
  assert.match((await derek.get(at)).html, /There is no plan yet/)
  assert.equal((await derek.post(`${at}/versions`, { from: 'sum' })).to, at)
  assert.match((await derek.get(at)).html, /\d+ things to put right/)
  const words = 'Being at the allotment.\nMy wife and I always laugh 🌱 العربية <script>'
  assert.equal(
    (await fill(derek, `${at}/about-me/most-important`, { words })).to,
    `${at}#about-me-most-important`,
  )
  for (const part of [
    'what-matters',
    'contingency',
    'crisis-contact',
    'training',
    'safeguards',
    'who-checks',
  ])
    assert.equal((await fill(derek, `${at}/details/${part}`, { words: `About ${part}` })).to, `${at}#${part}`)
  assert.equal(
    (await fill(derek, `${at}/outcomes`, { says: 'Up by nine', known: 'I say so', checks: 'My wife' })).to,
    `${at}#outcomes`,
  )
  assert.equal(
    (
      await fill(priya, `${at}/risks`, {
        kind: 'health',
        says: 'Choking',
        follows: '',
        agreed: 'Thickened drinks',
        outcome: 'outcome-1',
      })
    ).to,
    `${at}#risks`,
  )
  assert.equal((await fill(priya, `${at}/lines/line-1`, line)).to, `${at}#outcomes`)
  const today = await doingIt(place.database, async doing => doing.today)
  const [year = '', month = '', day = ''] = today.split('-')
  const review = { 'firstReviewOn-day': day, 'firstReviewOn-month': month, 'firstReviewOn-year': year }
  assert.equal((await fill(priya, `${at}/details`, { ...details, ...review })).to, `${at}#details`)
  const page = (await priya.get(at)).html
  assert.match(page, /Nothing is left to put right/)
  assert.match(page, /العربية &lt;script&gt;/)
  assert.match(page, /The plan uses £174\.00 of £174\.00 a week/)
  assert.equal(
    (await priya.post(`${at}/handing`, { to: 'approver', words: 'Twelve hours, as in the sum' })).to,
    at,
  )
  const queue = (await pike.get('/plans')).html
  assert.match(queue, /Twelve hours, as in the sum/)
  assert.match(queue, /£174\.00 of £174\.00/)
  assert.match(queue, /You may agree it/)
  assert.match((await pike.get(`${at}/sign-off`)).html, /up to £1,000\.00 a week/)
  const from = { 'from-day': day, 'from-month': month, 'from-year': year }
  assert.equal((await pike.post(`${at}/sign-off`, { ...from, because: '' })).to, at)
  const agreed = (await derek.get(at)).html
  assert.match(agreed, /Agreed/)
  assert.doesNotMatch(agreed, /things? to put right/)
  assert.match(
    (await derek.get('/notices')).html + (await derek.get(`/notices?person=${place.derek}`)).html,
    /Your plan is agreed from/,
  )
})

test('versions are listed, read and compared', async () => {
  const place = await millbrookPlans()
  const reference = await derekPlanBy(place, place.worker)
  const at = `/plans/${reference}`
  const { priya, panel } = await browsers(place, { priya: place.worker, panel: place.panel })
  const today = (await doingIt(place.database, async doing => doing.today)).split('-')
  const from = (add = 0) => ({
    'from-year': String(Number(today[0]) + add),
    'from-month': today[1] ?? '',
    'from-day': today[2] === '29' ? '28' : (today[2] ?? ''),
  })
  await priya.post(`${at}/handing`, { to: 'approver', words: 'x' })
  assert.equal((await panel.post(`${at}/sign-off`, from(-1))).status, 422)
  assert.equal((await panel.post(`${at}/sign-off`, from())).to, at)
  assert.equal((await priya.post(`${at}/versions`, { from: 'before' })).to, at)
  await fill(priya, `${at}/lines/line-1`, { ...line, units: '14' })
  await fill(priya, `${at}/lines/new`, { ...line, says: 'Swimming', units: '1', rate: '6.20' })
  const list = (await priya.get(`${at}/versions`)).html
  assert.match(list, /Version 2/)
  assert.match((await priya.get(`${at}/versions/1`)).html, /£174\.00/)
  assert.equal((await priya.get(`${at}/versions/9`)).status, 404)
  assert.equal((await priya.get(`${at}/versions/x`)).status, 404)
  const compared = (await priya.get(`${at}/compare?from=1&to=2`)).html
  assert.match(compared, /The plan cost £174\.00 a week and costs £209\.20 a week/)
  assert.match(compared, /Swimming/)
  assert.match(compared, /12 hour a week at £14\.50 → 14 hour a week at £14\.50/)
  assert.equal((await priya.get(`${at}/compare?from=1&to=7`)).status, 404)
  assert.equal((await priya.get(`${at}/compare`)).to, `${at}/versions`)
  assert.match((await priya.get(`${at}/lines`)).html, /£209\.20 a week/)
})

test('every form says what is wrong at its field, and keeps what was typed', async () => {
  const place = await millbrookPlans()
  const reference = await derekPlanBy(place, place.worker)
  const { priya } = await browsers(place, { priya: place.worker })
  const at = `/plans/${reference}`
  const bad = async (path: string, form: Record<string, string>, ...says: readonly RegExp[]) => {
    const answered = await priya.post(`${at}/${path}`, form)
    assert.equal(answered.status, 422, path)
    for (const one of says) assert.match(answered.html, one)
  }
  await bad('about-me/people', { words: 'x'.repeat(4001) }, /4000 characters or fewer/, /xxxx/)
  await bad('details/contingency', { words: 'a\u0007b' }, /cannot be shown/)
  await bad('outcomes', { says: '', known: 'I still say so' }, /Say what should come of it/, /I still say so/)
  await bad('risks', { kind: 'nonsense', says: '' }, /Choose what kind of risk/, /Say what could go wrong/)
  await bad(
    'lines/new',
    { ...line, units: 'lots', rate: '12.345', kind: '' },
    /Enter a number, like 3/,
    /like 12\.50/,
    /Choose what kind/,
  )
  await bad('lines/new', { ...line, units: '-1', charge: 'ten' }, /above nought/, /pounds and pence/)
  const names = Array.from({ length: 11 }, (_, place) => `NAME ${place}`).join('\n')
  await bad('lines/new', { ...line, payeeWords: names }, /10 names or fewer/)
  await bad('lines/new', { ...line, outcome: 'outcome-77' }, /not in the plan any more/)
  const february = { 'firstReviewOn-day': '31', 'firstReviewOn-month': '2', 'firstReviewOn-year': '2027' }
  await bad('details', { ...details, ...february, noticeDays: '0' }, /a day of the calendar/, /from 1 to 365/)
  await bad('handing', { to: 'nobody', words: 'Keep me' }, /Choose whose turn/, /Keep me/)
  await bad('versions', { from: 'thin air' }, /Choose what the new version begins with/)
  for (const path of [
    'about-me/nonsense',
    'details/nonsense',
    'outcomes/99',
    'outcomes/0',
    'risks/99',
    'lines/line-99',
  ])
    assert.equal((await priya.post(`${at}/${path}`, { words: 'x', says: 'x' })).status, 404, path)
})

test('a stale form keeps what was typed and shows what is there now; other parts may change', async () => {
  const place = await millbrookPlans()
  const reference = await derekPlanBy(place, place.worker)
  const { derek, priya } = await browsers(place, { derek: place.family, priya: place.worker })
  const address = `/plans/${reference}/details/contingency`
  const drawn = was((await derek.get(address)).html)
  await fill(priya, `/plans/${reference}/about-me/people`, { words: 'His wife' })
  assert.equal((await derek.post(address, { was: drawn, words: 'My brother comes' })).status, 303)
  const stale = await priya.post(address, { was: drawn, words: 'The agency comes' })
  assert.equal(stale.status, 422)
  assert.match(stale.html, /Somebody changed this while you were writing/)
  assert.match(stale.html, /My brother comes/)
  assert.match(stale.html, /The agency comes/)
  assert.equal((await priya.post(address, { was: was(stale.html), words: 'The agency comes' })).status, 303)
})

test('what is taken out is gone; what a line served it must then say again', async () => {
  const place = await millbrookPlans()
  const reference = await derekPlanBy(place, place.worker)
  const { priya } = await browsers(place, { priya: place.worker })
  const at = `/plans/${reference}`
  const remove = async (path: string) => {
    const form = { was: was((await priya.get(`${at}/${path}`)).html) }
    return (await priya.post(`${at}/${path}/removal`, form)).status
  }
  assert.equal(await remove('outcomes/1'), 303)
  assert.equal(await remove('risks/1'), 303)
  const page = (await priya.get(at)).html
  assert.match(page, /Say what “Assistant in the mornings” is for/)
  assert.equal((await priya.post(`${at}/lines/line-1/removal`, { was: 'something else' })).status, 422)
  assert.equal(await remove('lines/line-1'), 303)
  assert.match((await priya.get(at)).html, /the plan has no lines yet/)
})
