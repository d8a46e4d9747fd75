import assert from 'node:assert/strict'
import { test } from 'node:test'
import { appOn, doingIt, emptyDatabase, signedIn, someone } from '../../test/harness.ts'
import { addOrganisation } from '../people/public.ts'

test('a negative rate, and one that overlaps a later one, are refused and what was typed stays', async () => {
  const database = await emptyDatabase()
  const app = await appOn(database)
  const organisation = await doingIt(database, doing =>
    addOrganisation(doing, { code: 'QMB', kind: 'icb', name: 'NHS Millbrook ICB', invented: true }),
  )
  const finance = await signedIn(app, await someone(database, { role: 'finance-officer', organisation }))
  const rate = {
    name: 'agency-night',
    says: 'Waking night',
    unit: 'night',
    rate: '212.00',
    source: 'Finance committee',
    'from-day': '6',
    'from-month': '4',
    'from-year': '2026',
  }
  const negative = await finance.post('/needs/rates', { ...rate, rate: '-212' })
  assert.equal(negative.status, 422)
  assert.ok(negative.html.includes('cannot be less than nothing') && negative.html.includes('-212'))
  assert.equal((await finance.post('/needs/rates', rate)).to, '/needs/rates')
  for (const year of ['2025', '2026']) {
    const over = await finance.post('/needs/rates', { ...rate, 'from-year': year, rate: '199.00' })
    assert.equal(over.status, 422)
    assert.ok(over.html.includes('199.00') && /later|already/.test(over.html))
  }
})
