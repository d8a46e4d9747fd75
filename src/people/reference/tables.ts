/** The committed tables of England's bodies, read once: bodies, successions, and the boards of CCG areas. */
import { addDays, type PlainDate, plainDate } from '../../kernel/days.ts'
import type { Confidence } from '../../kernel/rule.ts'
import type { Body, CouncilType, Dated, Succession, SuccessionKind } from '../types.ts'
import boards from './boards.json'
import ccgs from './ccgs.json'
import councils from './councils.json'
import regions from './regions.json'

type Row = Readonly<Record<string, string>>
type Table = { readonly columns: string; readonly rows: readonly string[] }

const rowsOf = ({ columns, rows }: Table): readonly Row[] => {
  const names = columns.split('|')
  return rows.map(row => {
    const cells = row.split('|')
    return Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']))
  })
}
const cell = (row: Row, name: string): string => row[name] ?? ''
const list = (text: string): readonly string[] => (text === '' ? [] : text.split(';'))
const dayOrNull = (text: string): PlainDate | null => (text === '' ? null : plainDate(text))

// `NHS Cumbria CCG;2017-04-01 NHS North Cumbria CCG`: the second holds from the day before it.
const dated = (text: string): Dated =>
  list(text).map((entry, place) =>
    place === 0
      ? { value: entry, from: null }
      : { value: entry.slice(11), from: plainDate(entry.slice(0, 10)) },
  )

// `QOP=Tameside;QJ2=Glossop`: the boards of an area, with the part that each took.
const boardsOf = (text: string): readonly { code: string; part: string | null }[] =>
  list(text).map(entry => {
    const [code = '', part] = entry.split('=')
    return { code, part: part ?? null }
  })

const ccgRows = rowsOf(ccgs)
const councilRows = rowsOf(councils)

const blank = { otherNames: [], within: null, council: null } as const

const regionBodies: readonly Body[] = rowsOf(regions).map(row => ({
  ...blank,
  code: cell(row, 'code'),
  kind: 'region',
  names: dated(cell(row, 'name')),
  from: null,
  until: null,
  gss: dated(cell(row, 'gss')),
}))

const boardBodies: readonly Body[] = rowsOf(boards).map(row => ({
  ...blank,
  code: cell(row, 'code'),
  kind: 'icb',
  names: dated(cell(row, 'name')),
  from: plainDate(cell(row, 'from')),
  until: dayOrNull(cell(row, 'until')),
  within: cell(row, 'region'),
  gss: dated(cell(row, 'gss')),
}))

const ccgBodies: readonly Body[] = ccgRows.map(row => ({
  ...blank,
  code: cell(row, 'code'),
  kind: 'ccg',
  names: dated(cell(row, 'name')),
  otherNames: list(cell(row, 'otherNames')),
  from: plainDate(cell(row, 'from')),
  until: dayOrNull(cell(row, 'until')),
  gss: dated(cell(row, 'gss2021') || cell(row, 'gss2015')),
}))

const councilBodies: readonly Body[] = councilRows.map(row => ({
  ...blank,
  code: cell(row, 'code'),
  kind: 'council',
  names: dated(cell(row, 'name')),
  from: dayOrNull(cell(row, 'from')),
  until: dayOrNull(cell(row, 'until')),
  within: cell(row, 'county') || null,
  gss: dated(cell(row, 'code')),
  council: {
    type: cell(row, 'type') as CouncilType,
    socialServices: cell(row, 'social') === 'yes',
    region: cell(row, 'region'),
  },
}))

/** Every region, board, clinical commissioning group and council of the tables. */
export const bodies: readonly Body[] = [...regionBodies, ...boardBodies, ...ccgBodies, ...councilBodies]

const dayAfter = (row: Row): PlainDate => addDays(plainDate(cell(row, 'until')), 1)

// Twenty rows rest on general knowledge only; a page must not show those as settled.
const sure = (basis: string): Confidence =>
  basis === 'general-knowledge' ? 'general-knowledge' : 'secondary'

const boardSuccessions: readonly Succession[] = rowsOf(boards.successions).map(row => ({
  from: cell(row, 'from'),
  to: cell(row, 'to'),
  on: plainDate(cell(row, 'on')),
  kind: cell(row, 'kind') as SuccessionKind,
  part: null,
  confidence: 'secondary',
}))

const ccgMergers: readonly Succession[] = ccgRows
  .filter(row => cell(row, 'next') !== '')
  .map(row => ({
    from: cell(row, 'code'),
    to: cell(row, 'next'),
    on: dayAfter(row),
    kind: 'merger',
    part: null,
    confidence: sure(cell(row, 'basis')),
  }))

const lasted = ccgRows.filter(row => cell(row, 'next') === '')
const groupsOf = (board: string): number =>
  lasted.filter(row => boardsOf(cell(row, 'boards2022')).some(({ code }) => code === board)).length

const ccgsIntoBoards: readonly Succession[] = lasted.flatMap(row => {
  const into = boardsOf(cell(row, 'boards2022'))
  return into.map(({ code, part }) => ({
    from: cell(row, 'code'),
    to: code,
    on: dayAfter(row),
    kind:
      into.length > 1 ? ('split' as const) : groupsOf(code) === 1 ? ('became' as const) : ('merger' as const),
    part,
    // That these areas were divided is noted without a record that was read.
    confidence: sure(into.length > 1 ? 'general-knowledge' : 'mapping'),
  }))
})

const areaMoves: readonly Succession[] = rowsOf(ccgs.moves).map(row => ({
  from: cell(row, 'from'),
  to: cell(row, 'to'),
  on: plainDate(cell(row, 'on')),
  kind: 'part-moved',
  part: cell(row, 'part'),
  confidence: sure(cell(row, 'basis')),
}))

const councilSuccessions: readonly Succession[] = councilRows.flatMap(row => {
  const next = list(cell(row, 'next'))
  const kind = cell(row, 'recoded') !== '' ? 'recoded' : next.length > 1 ? 'split' : 'merger'
  return next.map(
    (to): Succession => ({
      from: cell(row, 'code'),
      to,
      on: dayAfter(row),
      kind,
      part: null,
      confidence: 'secondary',
    }),
  )
})

/** Who followed whom, from which day, how, and how sure we are of it. */
export const successions: readonly Succession[] = [
  ...boardSuccessions,
  ...ccgMergers,
  ...ccgsIntoBoards,
  ...areaMoves,
  ...councilSuccessions,
]

/** A board that answers for the area of a CCG, with the part of it where the area was divided. */
export type Home = { readonly code: string; readonly part: string | null; readonly confidence: Confidence }

/** The boards of each CCG's own area, of 2022 and of 2026: narrower than what became of the body. */
export const homesOfCcg: ReadonlyMap<string, readonly Home[]> = new Map(
  ccgRows.map(row => [
    cell(row, 'code'),
    [
      ...boardsOf(cell(row, 'boards2022')).map(home => ({ ...home, confidence: sure('mapping') })),
      ...boardsOf(cell(row, 'boards2026')).map(home => ({
        ...home,
        confidence: sure(cell(row, 'basis2026')),
      })),
    ],
  ]),
)
