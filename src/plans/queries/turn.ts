import { sql } from 'kysely'
import type { PlainDate } from '../../kernel/days.ts'
import { type Pence, pence } from '../../kernel/money.ts'
import type { Paging } from '../../kernel/paging.ts'
import type { SumId } from '../../needs/public.ts'
import { foundBy, type OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { onePage } from '../../platform/paging.ts'
import { here } from '../tables.ts'
import type { Plan, ToWhom, VersionId } from '../types.ts'

export type Handed = {
  readonly to: ToWhom
  readonly words: string
  readonly by: string
  readonly on: PlainDate
}

/** Every time a version was handed on, newest first. */
export async function handingsOf(doing: Doing, version: VersionId): Promise<readonly Handed[]> {
  const rows = await here(doing)
    .db.selectFrom('plans.handing')
    .select(['to_whom', 'words', 'handed_by_name', 'handed_on'])
    .where('version_id', '=', version)
    .orderBy('handed_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(row => ({ to: row.to_whom, words: row.words, by: row.handed_by_name, on: row.handed_on }))
}

/** Whose turn it is with a draft, since when: with the case worker until it is handed on. */
export async function turnOf(
  doing: Doing,
  plan: Plan,
): Promise<{ who: ToWhom; since: PlainDate; words: string }> {
  const [newest] = await handingsOf(doing, plan.id)
  return newest
    ? { who: newest.to, since: newest.on, words: newest.words }
    : { who: 'case-worker', since: plan.madeOn, words: '' }
}

/** Every version of a case's plan that this actor may see, newest first. */
export const versionsOf = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('plans.version_shown')
    .selectAll()
    .where('reference', '=', reference)
    .orderBy('number', 'desc')
    .execute()

export type Waiting = {
  readonly reference: string
  readonly version: VersionId
  readonly number: number
  readonly organisation: OrganisationId
  readonly personName: string
  readonly to: ToWhom
  readonly since: PlainDate
  readonly words: string
  /** Pence a week. */
  readonly cost: Pence
  /** The sum it is held against; null for those who may not see money. */
  readonly budget: Pence | null
  /** Everybody who wrote a part of it. */
  readonly authors: readonly string[]
}

export type DraftsAsked = { readonly to: ToWhom; readonly find: string; readonly page: number }
export type Drafts = {
  readonly paging: Paging
  readonly rows: readonly Waiting[]
  /** How many drafts are with whom, of those that are looked for. */
  readonly counts: Readonly<Record<ToWhom, number>>
}

type Kept = Omit<Waiting, 'cost' | 'budget' | 'authors'> & { readonly sum: SumId }

const turns = ['approver', 'case-worker', 'family'] as const satisfies readonly ToWhom[]

/** One page of the drafts that are with somebody, as far as this actor may see; the longest waiting first. */
export async function draftsWaiting(doing: Doing, { to, find, page }: DraftsAsked): Promise<Drafts> {
  const kept = sql`drafts as materialized (select v.* from plans.version v
      where not exists (select from plans.sign_off s where s.version_id = v.id)),
    kept as materialized (select v.reference, v.id as version, v.number, v.organisation_id as organisation,
        v.sum_id as sum, p.full_name as "personName", coalesce(h.to_whom, 'case-worker') as "to",
        coalesce(h.handed_on, v.made_on) as since, coalesce(h.handed_at, v.made_at) as since_at,
        coalesce(h.words, '') as words
      from drafts v join people.person_shown p on p.id = v.person_id
        left join (select distinct on (t.version_id) t.version_id, t.to_whom, t.words, t.handed_on,
            t.handed_at
          from plans.handing t where t.version_id in (select id from drafts)
          order by t.version_id, t.handed_at desc, t.id desc) h on h.version_id = v.id
      where ${foundBy(find, sql.ref('v.reference')) ?? sql`true`})`
  const { told, paging, rows } = await onePage<Kept, Drafts['counts']>(doing, {
    kept,
    where: sql`"to" = ${to}`,
    told: sql.join(turns.map(one => sql`count(*) filter (where "to" = ${one}) as ${sql.id(one)}`)),
    order: sql`since_at, reference`,
    page,
  })
  return { paging, counts: told, rows: await withMoney(doing, rows) }
}

type OfDraft = { version: VersionId; cost: bigint; budget: Pence | null; authors: string[] }

/** What the drafts of one page cost, the sums they are held against, and who wrote them. */
async function withMoney(doing: Doing, drafts: readonly Kept[]): Promise<readonly Waiting[]> {
  const { rows } = await sql<OfDraft>`select d.version, m.weekly as budget,
      (select coalesce(sum(l.weekly), 0)::bigint from plans.line l where l.version_id = d.version) as cost,
      array(select distinct w.written_by::text from plans.writing w
        where w.version_id = d.version and w.written_by is not null) as authors
    from unnest(${drafts.map(one => one.version)}::uuid[], ${drafts.map(one => one.sum)}::uuid[])
      as d (version, sum) left join needs.sum_shown m on m.id = d.sum`.execute(doing.transaction)
  const found = new Map(rows.map(row => [row.version, row]))
  return drafts.map(one => {
    const of = found.get(one.version)
    return { ...one, cost: pence(of?.cost ?? 0n), budget: of?.budget ?? null, authors: of?.authors ?? [] }
  })
}
