import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import type { Doing } from '../../platform/doing.ts'
import type { KeptRule } from '../rules/kept-rules.ts'
import { here } from '../tables.ts'
import type { DecisionId, Outcome, Pathway, RequestId } from '../types.ts'

export type DecisionShown = {
  readonly id: DecisionId
  readonly number: number
  readonly pathway: Pathway
  readonly outcome: Outcome
  readonly decidedOn: PlainDate
  readonly fromOn: PlainDate
  readonly by: { readonly id: string | null; readonly name: string; readonly role: string }
  readonly rules: readonly KeptRule[]
  readonly summary: string
  /** What was answered to what the right of the care asks; null where nothing was. */
  readonly fact: string | null
}

/** Every decision on a request, the newest first, with the rules as they stood when it was made. */
export async function decisionsOf(doing: Doing, request: RequestId): Promise<readonly DecisionShown[]> {
  const rows = await here(doing)
    .db.selectFrom('requests.decision as d')
    .leftJoin('requests.grounds as g', 'g.decision_id', 'd.id')
    .selectAll('d')
    .select(['g.rules', 'g.summary', sql<string | null>`g.facts ->> 'fact'`.as('fact')])
    .where('d.request_id', '=', request)
    .orderBy('d.number', 'desc')
    .execute()
  return rows.map(row => ({
    id: row.id,
    number: row.number,
    pathway: row.pathway,
    outcome: row.outcome,
    decidedOn: row.decided_on,
    fromOn: row.from_on,
    by: { id: row.decided_by, name: row.decided_by_name, role: row.decided_by_role },
    rules: (row.rules ?? []) as unknown as readonly KeptRule[],
    summary: row.summary ?? '',
    fact: row.fact,
  }))
}

export type Evidence = Awaited<ReturnType<typeof evidenceOf>>[number]

/** What lies beside a request as evidence, in the order it came. */
export const evidenceOf = (doing: Doing, request: RequestId) =>
  here(doing)
    .db.selectFrom('requests.evidence')
    .select(['id', 'kind', 'dated_on', 'note', 'file_id', 'added_by_name', 'added_at'])
    .where('request_id', '=', request)
    .orderBy('added_at')
    .execute()

export type Again = Awaited<ReturnType<typeof againOf>>[number]

/**
 * Every time it was asked to look at a decision again, with the answer where there is one, the newest
 * first.
 */
export const againOf = (doing: Doing, request: RequestId) =>
  here(doing)
    .db.selectFrom('requests.reconsideration as r')
    .leftJoin('requests.answer as a', 'a.reconsideration_id', 'r.id')
    .select([
      'r.id',
      'r.decision_id',
      'r.asked_on',
      'r.asked_by_name',
      'r.words',
      'r.file_id',
      'r.must',
      'r.answer_by',
    ])
    .select(['a.outcome', 'a.answered_on', 'a.reasons', 'a.answered_by_name', 'a.answered_by_role'])
    .where('r.request_id', '=', request)
    .orderBy('r.asked_at', 'desc')
    .execute()

/** What was said when asking: the words, everything else as it was given, and the right that was told. */
export const wordsOf = (doing: Doing, request: RequestId) =>
  here(doing)
    .db.selectFrom('requests.words as w')
    .innerJoin('requests.request as r', 'r.id', 'w.request_id')
    .select(['w.words', 'w.said', 'w.right_told', 'r.asked_by_name', 'r.asked_by_relation', 'r.reached_by'])
    .where('w.request_id', '=', request)
    .executeTakeFirst()
