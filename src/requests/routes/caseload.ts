import { may, type Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import type { Answer, Asked, Typed } from '../../platform/route.ts'
import { caseloadPage } from '../pages/caseload.tsx'
import { type CaseloadFilter, caseload, workersSeen } from '../queries/caseload.ts'
import { stages } from '../rules/turn.ts'
import { pathways } from '../types.ts'

const turns = ['team', 'worker', 'leader', 'me'] as const

/** What the address asks for; anything unknown in it is as good as nothing. */
export function filterFrom(query: Typed): CaseloadFilter {
  return {
    find: one(query, 'find').slice(0, 100),
    stage: stages.find(stage => stage === one(query, 'stage')) ?? 'open',
    pathway: pathways.find(pathway => pathway === one(query, 'pathway')) ?? null,
    turn: turns.find(turn => turn === one(query, 'turn')) ?? null,
    overdue: one(query, 'overdue') === 'yes',
    worker: readId(one(query, 'worker')),
  }
}

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  const filter = filterFrom(query)
  const page = Math.max(1, Number.parseInt(one(query, 'page'), 10) || 1)
  const names = ['find', 'stage', 'pathway', 'turn', 'worker', 'overdue']
  const set = new URLSearchParams(
    names.filter(name => one(query, name) !== '').map((name): [string, string] => [name, one(query, name)]),
  )
  return caseloadPage({
    rows: await caseload(doing, filter),
    workers: await workersSeen(doing),
    typed: query,
    today: doing.today,
    page,
    hrefOf: other => `/requests?${set}${set.size > 0 ? '&' : ''}page=${other}`,
    mayAsk: may(doing, 'requests.take'),
  })
}

export const caseloadRoutes: readonly Route[] = [
  { at: 'GET /requests', allow: 'requests.caseload', handle: list },
]
