import type { Doing } from '../../platform/doing.ts'
import { one } from '../../platform/forms.ts'
import type { Answer, Asked } from '../../platform/route.ts'
import { filterIn } from '../forms.ts'
import { recordPage } from '../pages/record.tsx'
import type { Route } from '../public.ts'
import { chainAfter, chainState, exportChain } from '../queries/chain.ts'
import { happeningsBy } from '../queries/looks.ts'
import { pageIn } from './looking.ts'

const names = ['person', 'actor', 'kind', 'from', 'until'] as const

async function show(doing: Doing, { query }: Asked): Promise<Answer> {
  const page = pageIn(query)
  const address = (to: number): string => {
    const asked = new URLSearchParams({ page: String(to) })
    for (const name of names) if (one(query, name) !== '') asked.append(name, one(query, name))
    return `/access/record?${asked}`
  }
  const { rows, more } = await happeningsBy(doing, filterIn(query), page)
  return recordPage({ rows, paging: { page, more, address }, typed: query, chain: await chainState(doing) })
}

/** The whole chain; happenings that this auditor may not read stand in it by their digests only. */
async function save(doing: Doing): Promise<Answer> {
  const parts: string[] = []
  for await (const part of exportChain(after => chainAfter(doing, after))) parts.push(part)
  return { download: `record-${doing.today}.jsonl`, kind: 'application/jsonl', body: parts.join('') }
}

export const auditRoutes: readonly Route[] = [
  { at: 'GET /access/record', allow: 'access.audit', handle: show },
  { at: 'GET /access/record/export', allow: 'access.audit', handle: save },
]
