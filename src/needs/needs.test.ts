import assert from 'node:assert/strict'
import { test } from 'node:test'
import { april, granted } from '../../test/granted.ts'
import { appOn, doAs, signedIn, tryAs } from '../../test/harness.ts'
import { plainDate } from '../kernel/days.ts'
import { pence, sayMoney } from '../kernel/money.ts'
import { latestSum, linesOf, setRate, writeSupport } from './public.ts'

const line = (says: string, unit: string, units: string, rateName: string) => ({
  says,
  group: 'Every day',
  when: 'Every week',
  kind: 'care',
  unit,
  units,
  per: 'week',
  rateName,
  ownRate: '',
  ownRateBecause: '',
  employed: '',
})

test(
  'V-12 in the service: lines are written, the sum is kept, shown to the family, doubted and ' + 'answered',
  async () => {
    const { database, worker, family, elsewhere, reference } = await granted()
    const app = await appOn(database)
    const [priya, freya, stranger] = [
      await signedIn(app, worker),
      await signedIn(app, family),
      await signedIn(app, elsewhere),
    ]
    const lines = [
      line('Weekdays', 'hour', '35', 'weekday'),
      line('Weekends', 'hour', '14', 'weekend'),
      line('Sleep-ins', 'sleep-in', '2', 'sleep-in'),
    ]
    for (const [seen, one] of lines.entries())
      assert.equal(
        (await priya.post(`/needs/${reference}/support`, { ...one, seen: String(seen) })).to,
        `/needs/${reference}/support`,
      )
    assert.match((await priya.get(`/needs/${reference}/support`)).html, /£1,064\.86/)
    const day = {
      'ratesOn-day': '6',
      'ratesOn-month': '4',
      'ratesOn-year': '2026',
      'from-day': '6',
      'from-month': '4',
      'from-year': '2026',
    }
    const unexplained = await priya.post(`/needs/${reference}/sums`, { kind: 'indicative', ...day })
    assert.equal(unexplained.status, 422)
    assert.match(unexplained.html, /Something does not fit together/)
    assert.equal(
      (
        await priya.post(`/needs/${reference}/sums`, {
          kind: 'indicative',
          ...day,
          because: 'The assessment is on paper.',
        })
      ).to,
      `/needs/${reference}`,
    )
    assert.equal((await priya.post(`/needs/${reference}/sums/1/showing`)).to, `/needs/${reference}`)
    const seen = await freya.get(`/needs/${reference}`)
    assert.equal(seen.status, 200)
    for (const figure of [
      '£1,064.86',
      '£609.00',
      '£277.90',
      '£137.00',
      '£40.96',
      '£4,259.44',
      '£55,372.72',
      '35 x £17.40',
    ])
      assert.ok(seen.html.includes(figure), figure)
    assert.match(
      (await freya.get(`/needs/${reference}?line=line-3&units=3`)).html,
      /It would be £1,136\.10 a week<\/strong>, £\d+\.\d\d more than now/,
    )
    assert.match((await freya.get(`/needs/${reference}?line=line-3&units=1`)).html, / less than now/)
    assert.match((await freya.get(`/needs/${reference}?line=line-3&units=abc`)).html, /Type a number/)
    assert.match((await freya.get(`/needs/${reference}/sums/1`)).html, /the same to the penny/)
    assert.equal((await freya.post(`/needs/${reference}/doubts`, { words: '' })).status, 422)
    assert.equal(
      (await freya.post(`/needs/${reference}/doubts`, { words: 'Three sleep-ins, not two.' })).to,
      `/needs/${reference}`,
    )
    assert.match((await priya.get(`/needs/${reference}`)).html, /Three sleep-ins, not two/)
    for (const page of ['', '/support', '/assessment', '/sums/1'])
      assert.equal((await stranger.get(`/needs/${reference}${page}`)).status, 404, page)
  },
)

test(
  'a form drawn before somebody else changed the lines is refused, and what was typed is still ' + 'there',
  async () => {
    const { database, worker, reference } = await granted()
    const priya = await signedIn(await appOn(database), worker)
    await priya.post(`/needs/${reference}/support`, {
      ...line('Weekdays', 'hour', '35', 'weekday'),
      seen: '0',
    })
    const stale = await priya.post(`/needs/${reference}/support`, {
      ...line('Evenings with my brother', 'hour', '4', 'weekend'),
      seen: '0',
    })
    assert.equal(stale.status, 422)
    assert.match(stale.html, /Somebody else changed this meanwhile/)
    assert.match(stale.html, /Evenings with my brother/)
  },
)

test('every field of a line that is wrong is said at the field, and nothing is written', async () => {
  const { database, worker, reference } = await granted()
  const priya = await signedIn(await appOn(database), worker)
  const wrong = await priya.post(`/needs/${reference}/support`, {
    says: '',
    group: 'x'.repeat(90),
    when: '<script>alert(1)</script>',
    kind: 'gift',
    unit: 'hour',
    units: 'ten',
    per: 'week',
    rateName: '',
    ownRate: '12.345',
    seen: '0',
  })
  assert.equal(wrong.status, 422)
  for (const says of [
    'Say what the support is',
    'must be 80 characters or fewer',
    'Choose what sort of line',
    'Enter a number, like 3',
    'Enter an amount in pounds and pence',
  ])
    assert.ok(wrong.html.includes(says), says)
  assert.ok(!wrong.html.includes('<script>alert'))
  assert.equal(
    await doAs(database, worker, async doing => (await latestSum(doing, reference)) === null),
    true,
  )
})

test(
  'a rate is never changed: a new one begins on a day, and an old sum still comes out as it ' + 'did',
  async () => {
    const { database, icb, finance, worker, reference } = await granted()
    await doAs(database, worker, doing =>
      writeSupport(doing, {
        reference,
        seen: 0,
        change: {
          at: null,
          put: {
            ...line('Weekdays', 'hour', '35', 'weekday'),
            kind: 'care',
            unit: 'hour',
            per: 'week',
            ownRate: null,
            ownRateBecause: null,
            employed: false,
          },
        },
      }),
    )
    const priya = await signedIn(await appOn(database), worker)
    const day = {
      'ratesOn-day': '6',
      'ratesOn-month': '4',
      'ratesOn-year': '2026',
      'from-day': '6',
      'from-month': '4',
      'from-year': '2026',
      because: 'On paper.',
    }
    await priya.post(`/needs/${reference}/sums`, { kind: 'indicative', ...day })
    const set = await doAs(database, finance, doing =>
      setRate(doing, {
        organisation: icb,
        name: 'weekday',
        says: 'weekday',
        unit: 'hour',
        rate: pence(1800n),
        from: plainDate('2026-10-01'),
        source: 'uplift',
      }),
    )
    assert.ok(set.done)
    const sum = await tryAs(database, worker, doing => latestSum(doing, reference))
    assert.equal(sayMoney(linesOf(sum?.lines)[0]?.weekly ?? pence(0n)), '£609.00')
    assert.match((await priya.get(`/needs/${reference}/sums/1`)).html, /the same to the penny/)
    const early = await doAs(database, finance, doing =>
      setRate(doing, {
        organisation: icb,
        name: 'weekday',
        says: 'weekday',
        unit: 'hour',
        rate: pence(1n),
        from: april,
        source: 'x',
      }),
    )
    assert.deepEqual(early, { done: false, because: ['a-later-rate-is-set'] })
  },
)
