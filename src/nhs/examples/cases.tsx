import { plainDate } from '../../kernel/days.ts'
import { pagingOf } from '../../kernel/paging.ts'
import { Select } from '../fields-other.tsx'
import { Filters, Pages, TabLinks, Tiles } from '../navigation.tsx'
import { Search, SearchField } from '../search.tsx'
import type { Example } from '../style-page.tsx'
import { type Column, DataTable, type Row } from '../tables.tsx'
import { Tag } from '../tag.tsx'
import { TaskList } from '../task-list.tsx'
import { type Happened, Timeline } from '../timeline.tsx'
import { WhoseTurn } from '../turn.tsx'

const today = plainDate('2026-07-10')
const turn = { who: 'Priya Nair', since: plainDate('2026-07-03'), by: plainDate('2026-07-14'), today }

export const longName = 'Oluwaseun Bartholomew-Featherstonehaugh van der Westhuizen-Papadopoulos'
export const rightToLeft = 'يوسف الأحمد'
export const emoji = 'Zoë 🌻 O’Connor-Ng'

const columns: readonly Column[] = [
  { says: 'Person' },
  { says: 'Waiting for' },
  { says: 'Due' },
  { says: 'Weekly sum', numeric: true },
  { says: 'Action', unseen: true },
]

const overdue = <Tag means="overdue">Overdue by 3 days</Tag>
const open = (name: string) => (
  <a href="/style">
    Open<span className="nhsuk-u-visually-hidden"> {name}</span>
  </a>
)

const row = (
  name: string,
  waiting: string,
  due: Row['cells'][number],
  sum: string,
  marked?: Row['marked'],
): Row => ({
  key: name,
  cells: [<bdi key="name">{name}</bdi>, waiting, due, sum, open(name)],
  marked,
})

const oneRow = row('Yusuf Rahman', 'Decision', 'Tuesday 14 July 2026', '£412.60')

const manyRows: readonly Row[] = [
  row('Derek Holt', 'Signature of the agreement', overdue, '£1,204.10', 'overdue'),
  row('Grace Holt', 'Answer to a question', <Tag means="needs-you">Needs you</Tag>, '£88.00', 'needs-you'),
  oneRow,
  row(longName, 'Assessment', 'Friday 17 July 2026', '£12,345.67'),
  row(rightToLeft, 'Plan', 'Monday 20 July 2026', '£96.00'),
  row(emoji, 'Review', 'Wednesday 22 July 2026', '£0.00'),
]

const table = (caption: string, rows: readonly Row[]) => (
  <DataTable caption={caption} columns={columns} rows={rows} empty="Nobody is waiting. Well done." />
)

const happened: readonly Happened[] = [
  {
    key: '1',
    day: plainDate('2026-07-09'),
    at: '16:40',
    what: 'The plan was sent back with one question',
    who: 'Priya Nair, case worker',
    why: <p>The cost of the night sitter was written for a week, but the line says a month.</p>,
    href: '/style',
    tag: { says: 'Needs you', means: 'needs-you' },
  },
  {
    key: '2',
    day: plainDate('2026-07-09'),
    at: '09:12',
    what: 'The plan was sent for sign-off',
    who: rightToLeft,
  },
  { key: '3', day: plainDate('2026-06-30'), what: 'The budget was worked out', who: 'Millbrook East ICB' },
]

const tasks = [
  { says: 'About Yusuf', href: '/style', state: 'done' },
  { says: 'What Yusuf needs help with', href: '/style', hint: 'Seven short questions', state: 'needs-you' },
  { says: 'Papers that help us decide', href: '/style', state: 'to-do' },
  { says: 'Who may speak for Yusuf', href: '/style', state: 'problem' },
  { says: 'Check your answers and send', state: 'not-yet' },
] as const

const tiles = [
  { href: '/style#money', title: 'Money', says: '£3,410.25 left, to last until 31 March 2027' },
  { href: '/style#plan', title: 'Plan', says: 'Agreed on 2 May 2026' },
  {
    href: '/style#messages',
    title: 'Messages',
    says: 'One question from Priya Nair',
    tag: { says: 'Needs you', means: 'needs-you' },
  },
  { href: '/style#people', title: 'People who help', says: 'Two assistants, one helper with money' },
  { href: '/style#looked', title: 'Who has looked at my record', says: '4 people in the last 30 days' },
] as const

const stages = [
  { value: 'deciding', label: 'Being decided' },
  { value: 'planning', label: 'Being planned' },
]

const filters = (
  <Filters action="/style" typed={{ q: 'Rahman', stage: 'planning' }} clear="/style">
    <SearchField name="q" label="Name, NHS number or reference" />
    <Select name="stage" label="Stage" none="Any stage" options={stages} />
  </Filters>
)

export const caseExamples: readonly Example[] = [
  { name: 'Whose turn: theirs', element: <WhoseTurn {...turn} /> },
  {
    name: 'Whose turn: yours',
    element: <WhoseTurn {...turn} yours also={<p>It takes about 10 minutes.</p>} />,
  },
  { name: 'Whose turn: overdue', element: <WhoseTurn {...turn} by={plainDate('2026-07-06')} /> },
  { name: 'Whose turn: no day set', element: <WhoseTurn {...turn} who={longName} by={null} /> },
  { name: 'Tiles of a home page', element: <Tiles tiles={tiles} /> },
  { name: 'Task list', element: <TaskList tasks={tasks} /> },
  {
    name: 'Search',
    element: <Search action="/style" name="find" label="Find a person" hint="By name or number" />,
  },
  { name: 'Filters', element: filters },
  { name: 'Table without rows', element: table('Waiting for you, on 10 July 2026', []) },
  { name: 'Table with one row', element: table('Waiting for others, on 10 July 2026', [oneRow]) },
  { name: 'Table with many rows', element: table('Caseload, on 10 July 2026', manyRows) },
  {
    name: 'Pages of a long list',
    element: <Pages paging={pagingOf(1984, 10)} hrefOf={page => `/style?page=${page}`} />,
  },
  {
    name: 'Tabs that are links',
    element: (
      <TabLinks
        name="Yusuf’s record"
        tabs={[
          { href: '/style#a', says: 'Overview', current: true },
          { href: '/style#b', says: 'Messages', count: 3 },
          { href: '/style#c', says: 'Who has looked' },
        ]}
      />
    ),
  },
  {
    name: 'Timeline',
    element: <Timeline happened={happened} empty="" keptBack="One entry is kept back by law." />,
  },
  {
    name: 'Timeline before anything happened',
    element: <Timeline happened={[]} empty="Nothing has happened yet." />,
  },
]
