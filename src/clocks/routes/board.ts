import { record } from '../../access/public.ts'
import { type Cell, csvOf } from '../../kernel/csv.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { pageAsked, pagesAt } from '../../platform/paging.ts'
import type { Answer, Asked, Typed } from '../../platform/route.ts'
import { clocks, findClock, sayStanding } from '../definitions.ts'
import { boardPage } from '../pages/board.tsx'
import { type BoardFilter, type BoardRow, board } from '../queries/board.ts'
import { type Group, groupSays, groups, sayStand, sayWhose } from '../rules/standing.ts'
import type { ClockSource } from '../source.ts'
import type { Turn } from '../types.ts'

const turns: ReadonlySet<string> = new Set(clocks.map(clock => clock.turn))

/** What an address asks to see; whatever it names that is not there means everything. */
export function filterFrom(query: Typed): BoardFilter {
  const [clock, turn] = [one(query, 'clock'), one(query, 'turn')]
  return {
    group: groups.find(known => known === one(query, 'show')) ?? null,
    clock: clocks.find(known => known.id === clock)?.id ?? null,
    turn: turns.has(turn) ? (turn as Turn) : null,
    body: readId<'organisation'>(one(query, 'body')),
  }
}

const kept = ['clock', 'turn', 'body'] as const

function addressWith(path: string, query: Typed, group: Group | null): string {
  const parts = kept
    .map((name): [string, string] => [name, one(query, name).slice(0, 100)])
    .filter(([, value]) => value !== '')
  const all = new URLSearchParams(group === null ? parts : [['show', group], ...parts])
  return all.size === 0 ? path : `${path}?${all}`
}

async function show(doing: Doing, sources: readonly ClockSource[], { query }: Asked): Promise<Answer> {
  const filter = filterFrom(query)
  return boardPage({
    ...(await board(doing, sources, { filter, page: pageAsked(query) })),
    filter,
    typed: query,
    today: doing.today,
    hrefOf: pagesAt('/clocks', query, { keep: ['show', ...kept] }),
    groupHref: group => addressWith('/clocks', query, group),
    exportHref: addressWith('/clocks/export', query, filter.group),
  })
}

const heads: readonly Cell[] = [
  'What is awaited',
  'Clock',
  'For whom',
  'Reference',
  'Body',
  'Whose turn',
  'Since',
  'Due',
  'Due without pauses',
  'By when',
  'How it stands',
  'What may be said of the day',
  'Address',
]

const lineOf =
  (doing: Doing) =>
  (row: BoardRow): readonly Cell[] => {
    const clock = findClock(row.clock)
    return [
      clock.awaits,
      row.clock,
      row.name,
      row.reference,
      row.body,
      sayWhose(row.turn, 'staff'),
      row.started_on,
      row.paused_due_on,
      row.due_on,
      groupSays[row.stands],
      sayStand(row, doing.today),
      sayStanding(clock),
      row.href,
    ]
  }

const mostLines = 20_000

async function save(doing: Doing, sources: readonly ClockSource[], { query }: Asked): Promise<Answer> {
  const filter = filterFrom(query)
  const { rows } = await board(doing, sources, { filter, page: 1, most: mostLines })
  const details = { clocks: rows.length, filter: addressWith('', query, filter.group) }
  await record(doing, { happened: 'clocks-exported', organisation: null, person: null, details })
  return {
    download: `clocks-${doing.today}.csv`,
    kind: 'text/csv; charset=utf-8',
    body: csvOf([heads, ...rows.map(lineOf(doing))]),
  }
}

export const boardAnswers = { show, save }
