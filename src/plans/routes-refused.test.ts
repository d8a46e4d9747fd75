import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doAs, type Someone, signedIn } from '../../test/harness.ts'
import { derekPlanBy, millbrookPlans } from '../../test/plans.ts'
import type { Visitor } from '../../test/visitor.ts'
import { pence } from '../kernel/money.ts'
import { handPlan, planOf } from './public.ts'

async function browsers<Name extends string>(
  place: Awaited<ReturnType<typeof millbrookPlans>>,
  who: Record<Name, Someone>,
) {
  const app = await appOn(place.database)
  const entries: [string, Visitor][] = []
  for (const [name, one] of Object.entries<Someone>(who)) entries.push([name, await signedIn(app, one)])
  return Object.fromEntries(entries) as Record<Name, Visitor>
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

test('who may not agree a plan is told every reason, and what is sent back says why', async () => {
  const place = await millbrookPlans()
  const lines = [{ units: 1000n as never, rate: pence(100_001n) }]
  const reference = await derekPlanBy(place, place.moss, lines)
  await doAs(place.database, place.moss, doing => handPlan(doing, { reference, to: 'approver', words: '' }))
  const { moss, pike, head } = await browsers(place, {
    moss: place.moss,
    pike: place.leader,
    head: place.head,
  })
  const at = `/plans/${reference}`
  const own = (await moss.get(`${at}/sign-off`)).html
  assert.match(own, /You wrote it\. Somebody else must approve it/)
  assert.match(own, /more a week than your role may approve/)
  assert.doesNotMatch((await pike.get(`${at}/sign-off`)).html, /You wrote it/)
  const tried = await pike.post(`${at}/sign-off`, { 'from-day': '1', 'from-month': '5', 'from-year': '2026' })
  assert.equal(tried.status, 422)
  assert.match(tried.html, /more a week than your role may approve/)
  const wordless = await head.post(`${at}/handing`, { to: 'case-worker', words: ' ' })
  assert.equal(wordless.status, 422)
  assert.match(wordless.html, /Say what has to change/)
  assert.equal((await head.post(`${at}/handing`, { to: 'case-worker', words: 'Why so much?' })).to, at)
  assert.match((await moss.get(at)).html, /Why so much\?/)
})

test('V-50: another ICB finds no plan, an auditor only reads it, a helper sees the lines', async () => {
  const place = await millbrookPlans()
  const reference = await derekPlanBy(place, place.worker)
  const { stranger, auditor, sister } = await browsers(place, {
    stranger: place.elsewhere,
    auditor: place.auditor,
    sister: place.sister,
  })
  const at = `/plans/${reference}`
  const forms = [
    'about-me/people',
    'outcomes',
    'outcomes/1',
    'risks',
    'risks/1',
    'lines/new',
    'details',
    'details/contingency',
  ]
  for (const path of ['', '/versions', '/versions/1', '/compare?from=1&to=1', '/lines'])
    assert.equal((await stranger.get(`${at}${path}`)).status, 404, path)
  for (const visitor of [stranger, auditor, sister])
    for (const path of forms) {
      assert.equal((await visitor.get(`${at}/${path}`)).status, 404, path)
      assert.equal(
        (await visitor.post(`${at}/${path}`, { ...line, ...details, words: 'x' })).status === 303,
        false,
        path,
      )
    }
  assert.equal((await stranger.post(`${at}/handing`, { to: 'family', words: 'x' })).status, 404)
  assert.equal((await stranger.post(`${at}/sign-off`, {})).status, 404)
  assert.equal((await auditor.post(`${at}/sign-off`, {})).status, 403)
  assert.match((await auditor.get(at)).html, /allotment/)
  assert.equal((await auditor.post(`${at}/handing`, { to: 'family', words: 'x' })).status, 422)
  const seen = (await sister.get(at)).html
  assert.match(seen, /Assistant in the mornings/)
  assert.match(seen, /You can see what is arranged/)
  assert.doesNotMatch(seen, /allotment|Choking|Up, washed|Out-of-hours/)
  assert.equal((await sister.get('/plans')).status, 404)
  const unchanged = await doAs(place.database, place.worker, doing => planOf(doing, reference))
  assert.equal(unchanged?.words?.contingency, 'The agency covers within four hours; my brother until then.')
  assert.equal((await stranger.get('/plans/not-a-reference')).status, 404)
})
