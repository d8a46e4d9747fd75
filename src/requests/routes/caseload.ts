import { may, type Route } from '../../access/public.ts'
import { readId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import { findAsked, pageAsked, pagesAt } from '../../platform/paging.ts'
import type { Answer, Asked, Typed } from '../../platform/route.ts'
import { caseloadPage } from '../pages/caseload.tsx'
import { pathways } from '../pathways.ts'
import { type CaseloadFilter, caseload, workersSeen } from '../queries/caseload.ts'
import { stages } from '../rules/turn.ts'

const turns = ['team', 'worker', 'leader', 'me'] as const

/** What the address asks for; anything unknown in it is as good as nothing. */
export function filterFrom(query: Typed): CaseloadFilter {
  return {
    find: findAsked(query),
    stage: stages.find(stage => stage === one(query, 'stage')) ?? 'open',
    pathway: pathways.find(pathway => pathway === one(query, 'pathway')) ?? null,
    turn: turns.find(turn => turn === one(query, 'turn')) ?? null,
    overdue: one(query, 'overdue') === 'yes',
    worker: readId(one(query, 'worker')),
  }
}

const filters = ['find', 'stage', 'pathway', 'turn', 'worker', 'overdue']

async function list(doing: Doing, { query }: Asked): Promise<Answer> {
  return caseloadPage({
    found: await caseload(doing, filterFrom(query), pageAsked(query)),
    workers: await workersSeen(doing),
    typed: query,
    today: doing.today,
    hrefOf: pagesAt('/requests', query, { keep: filters }),
    mayAsk: may(doing, 'requests.take'),
  })
}

export const caseloadRoutes: readonly Route[] = [
  { at: 'GET /requests', allow: 'requests.caseload', handle: list },
]
