import assert from 'node:assert/strict'
import { test } from 'node:test'
import { renderToStaticMarkup } from 'react-dom/server'
import { pagingOf } from '../kernel/paging.ts'
import { type ChargeShown, type StatementShown, statementPage } from './pages/statement.tsx'

const charge = (place: number) =>
  ({
    id: `charge-${place}`,
    reference: 'PHB-7K3M-9QT',
    says: `Line ${place}`,
    strand: 'social-care',
    from_on: '2026-09-01',
    until_on: '2026-09-30',
    pence: 100n,
    disputed: 0n,
    interim: null,
  }) as unknown as ChargeShown

const statement = (lines: number) =>
  ({
    id: 'one',
    number: 3,
    lead: 'NHS Millbrook ICB',
    body: 'Millbrook Council',
    from: '2026-09-01',
    until: '2026-09-30',
    madeOn: '2026-10-02',
    madeBy: 'Ngozi Okafor',
    charges: Array.from({ length: lines }, (_, place) => charge(place + 1)),
    replaced: [],
    corrections: [],
  }) as unknown as StatementShown

function drawn(lines: number, page: number): string {
  const paging = pagingOf(lines, page)
  const { body } = statementPage({ ...statement(lines), paging, hrefOf: to => `/s?page=${to}` })
  return renderToStaticMarkup(body as never)
}

test('a statement of sixty lines shows fifty, the sum of all sixty, and where every line stands', () => {
  const [first, second] = [drawn(60, 1), drawn(60, 2)]
  assert.ok(first.includes('Line 50,') && !first.includes('Line 51,') && second.includes('Line 51,'))
  for (const page of [first, second]) assert.match(page, /To pay.*?£60\.00/s)
  assert.ok(!first.includes('Together') && first.includes('all=yes'))
})

test('a short statement stands on one page with its sum below', () => {
  const page = drawn(3, 1)
  assert.ok(page.includes('Together') && !page.includes('all=yes'))
  assert.ok(drawn(0, 1).includes('Nothing of this statement can be shown to you.'))
})
