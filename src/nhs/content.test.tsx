import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { plainDate } from '../kernel/days.ts'
import { type Pence, pence } from '../kernel/money.ts'
import { pagingOf } from '../kernel/paging.ts'
import { roundAbove } from './line-chart.tsx'
import * as Nhs from './public.ts'

const html = (element: ReactElement): string => renderToStaticMarkup(element)
const text = (element: ReactElement): string =>
  html(element)
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll(' .', '.')
    .trim()

const turn = { who: 'Priya Nair', since: plainDate('2026-07-03'), by: plainDate('2026-07-14') }

test('whose turn it is says who, since when and by when', () => {
  const said = text(<Nhs.WhoseTurn {...turn} today={plainDate('2026-07-10')} />)
  assert.equal(said, 'With Priya Nair since 3 July 2026. Priya Nair will answer by Tuesday 14 July 2026.')
  const team = text(<Nhs.WhoseTurn {...turn} who="a team leader" today={plainDate('2026-07-10')} />)
  assert.match(team, /With a team leader since 3 July 2026\. A team leader will answer/)
})

test('on the day itself nothing is overdue; the day after it is, in words', () => {
  assert.doesNotMatch(text(<Nhs.WhoseTurn {...turn} today={plainDate('2026-07-14')} />), /Overdue/)
  const late = text(<Nhs.WhoseTurn {...turn} today={plainDate('2026-07-15')} />)
  assert.match(late, /Overdue by 1 day With.*Priya Nair was to answer by Tuesday 14 July 2026/)
  assert.match(text(<Nhs.WhoseTurn {...turn} today={plainDate('2026-07-16')} />), /Overdue by 2 days/)
})

test('your own turn asks you, and says when no day was set', () => {
  const today = plainDate('2026-07-10')
  assert.match(
    text(<Nhs.WhoseTurn {...turn} today={today} yours />),
    /Needs you.*Please answer by Tuesday 14 July/,
  )
  assert.match(text(<Nhs.WhoseTurn {...turn} today={today} by={null} />), /No day has been set for it/)
})

const rows = [
  { key: 'a', says: 'Assistants', sums: [pence(10_001n), null] },
  { key: 'b', says: 'Given back', sums: [pence(-2n), pence(5n)] },
]

test('a money table adds up each column to the penny, what does not apply counting for nothing', () => {
  const drawn = text(
    <Nhs.MoneyTable
      caption="Pounds a week"
      what="For"
      columns={['A', 'B']}
      rows={rows}
      total="Altogether"
      empty=""
    />,
  )
  assert.match(drawn, /Altogether B? ?.*£99\.99.*£0\.05$/)
  assert.match(drawn, /Not applicable/)
  assert.match(drawn, /-£0\.02/)
})

test('a table without rows says its sentence instead of an empty table', () => {
  const drawn = html(
    <Nhs.DataTable caption="Waiting" columns={[{ says: 'Person' }]} rows={[]} empty="Nobody." />,
  )
  assert.doesNotMatch(drawn, /<table/)
  assert.match(drawn, /Waiting.*Nobody\./)
})

test('each cell of a wide table says its heading for the eye on a phone, and only for the eye', () => {
  const columns = [{ says: 'Person' }, { says: 'Due' }, { says: 'Sum', numeric: true }]
  const drawn = html(
    <Nhs.DataTable
      caption="c"
      columns={columns}
      rows={[{ key: '1', cells: ['Yusuf', 'today', '£1'] }]}
      empty=""
    />,
  )
  assert.match(drawn, /<span class="nhsuk-table__heading" aria-hidden="true">Sum <\/span>£1/)
  assert.match(drawn, /nhsuk-table__cell--numeric/)
})

const bar = (agreed: bigint, spent: bigint, promised: bigint): ReactElement => (
  <Nhs.BarOfMoney
    title="t"
    period="p"
    agreed={pence(agreed)}
    spent={pence(spent)}
    promised={pence(promised)}
  />
)

test('a bar of money says in words what it shows, and has its table', () => {
  assert.match(
    text(bar(1000n, 250n, 250n)),
    /£10\.00 agreed, £2\.50 spent, £2\.50 promised, £5\.00 left after that\./,
  )
  assert.match(html(bar(1000n, 250n, 250n)), /<title id="[^"]+">t<\/title><desc/)
  assert.match(html(bar(1000n, 250n, 250n)), /<table/)
})

test('spent to the last penny is nothing left; one penny more is more than agreed', () => {
  assert.match(text(bar(1000n, 1000n, 0n)), /£0\.00 left/)
  assert.match(text(bar(1000n, 1001n, 0n)), /£0\.01 more than agreed/)
  assert.match(html(bar(1000n, 1001n, 0n)), /app-bar__limit/)
})

test('a bar of no money at all is still a page and not an error', () => {
  assert.match(text(bar(0n, 0n, 0n)), /£0\.00 left/)
})

test('the scale of a chart ends at 1, 2 or 5 with noughts, never below the highest sum', () => {
  assert.deepEqual([100n, 101n, 201n, 501n, 1_450_000n].map(roundAbove), [
    100n,
    200n,
    500n,
    1000n,
    2_000_000n,
  ])
})

test('a line chart marks what is expected as expected, in the drawing and in the table', () => {
  const at = (day: string, sum: bigint): { day: ReturnType<typeof plainDate>; sum: Pence } => ({
    day: plainDate(day),
    sum: pence(sum),
  })
  const known = [at('2026-04-30', 1000n), at('2026-05-31', 500n)]
  const drawn = (
    <Nhs.LineChart
      title="t"
      about="Left"
      known={known}
      expected={[at('2026-06-30', -100n)]}
      empty="Nothing yet."
    />
  )
  assert.match(text(drawn), /30 June 2026 \(expected\) -£1\.00/)
  assert.match(html(drawn), /app-line__expected/)
  assert.match(
    text(<Nhs.LineChart title="t" about="Left" known={[]} empty="Nothing yet." />),
    /Nothing yet\./,
  )
})

test('only a rule that was read in the law is called the law', () => {
  const said = Object.entries(Nhs.confidenceSays).filter(([, says]) => /in the law itself/.test(says))
  assert.deepEqual(
    said.map(([confidence]) => confidence),
    ['statute-read'],
  )
})

test('a rule says its source, when it was seen, since when it holds and how sure we are', () => {
  const source = { cite: 'x', title: 'Regulation 5', address: null, read: plainDate('2026-03-02') }
  const drawn = text(
    <Nhs.RuleNote says="A rule." source={source} confidence="secondary" from={plainDate('2013-08-01')} />,
  )
  assert.match(drawn, /Source: Regulation 5, seen on 2 March 2026\. In force since 1 August 2013\./)
  assert.match(drawn, /Check the rule itself before you rely on it/)
})

test('a timeline groups what happened on one day under that day', () => {
  const one = { day: plainDate('2026-07-09'), what: 'Sent', who: 'Amira' }
  const drawn = html(
    <Nhs.Timeline
      happened={[
        { ...one, key: '1' },
        { ...one, key: '2' },
      ]}
      empty=""
    />,
  )
  assert.equal(drawn.match(/Thursday 9 July 2026/g)?.length, 1)
  assert.equal(drawn.match(/<strong>Sent/g)?.length, 2)
})

test('a letter says who decided, their role and how to reach them', () => {
  const drawn = text(
    <Nhs.Letter
      from={{ organisation: 'Millbrook East ICB', address: [] }}
      to={{ name: 'Amira Rahman', address: ['14 Weir Street'] }}
      day={plainDate('2026-07-14')}
      reference="PHB-7K3M-9QT"
      about="We have agreed"
      decided={{ name: 'Tom Ellery', role: 'Approver', reach: '01632 960 123' }}
    >
      <p>Reasons.</p>
    </Nhs.Letter>,
  )
  assert.match(
    drawn,
    /Tom Ellery Approver This decision was made by Tom Ellery\. How to reach us: 01632 960 123/,
  )
  assert.match(drawn, /Tuesday 14 July 2026/)
})

test('a list of one page has no page links; the first page has no way back', () => {
  assert.equal(html(<Nhs.Pagination page={1} pages={1} hrefOf={String} />), '')
  assert.doesNotMatch(html(<Nhs.Pagination page={1} pages={3} hrefOf={String} />), /Previous/)
  assert.doesNotMatch(html(<Nhs.Pagination page={3} pages={3} hrefOf={String} />), /Next/)
})

test('a list of many pages says which of its rows are shown, one of one page says nothing', () => {
  const drawn = (page: number, count: number) =>
    text(<Nhs.Pages paging={pagingOf(count, page)} hrefOf={String} />)
  assert.match(drawn(1, 4312), /^1 to 50 of 4,312 /)
  assert.match(drawn(87, 4312), /^4,301 to 4,312 of 4,312 /)
  assert.deepEqual([drawn(1, 0), drawn(1, 1), drawn(1, 50)], ['', '', ''])
})

test('a refusal says every reason and that nothing was changed', () => {
  const drawn = text(<Nhs.RefusedPage because={['First.', 'Second.']} />)
  assert.match(drawn, /First\. Second\. Nothing has been changed\./)
})

test('what is not found and what may not be seen are told in the same words', () => {
  assert.match(text(<Nhs.NotFoundPage />), /We cannot find that page/)
})
