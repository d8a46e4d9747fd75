import { sql } from 'kysely'
import type { PlainDate } from '../kernel/days.ts'
import { readId } from '../kernel/ids.ts'
import { foundBy, type PersonId } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { onePage } from '../platform/paging.ts'
import { here } from './tables.ts'
import type { NoticeId, Paragraph } from './types.ts'

/** The body that wrote a letter: the one that answered then, not the one that followed it since. */
const writtenBy = sql`coalesce((select m.from_id from access.moved_shown m
  where m.person_id = n.person_id and m.moved_at > n.sent_at order by m.number limit 1), n.organisation_id)`

/** A letter as it was sent; null where there is none that this actor may see. */
export async function noticeOf(doing: Doing, typed: string) {
  const id = readId<'notice'>(typed)
  if (id === null) return null
  const row = await here(doing)
    .db.selectFrom('notices.notice as n')
    .leftJoin('people.organisation_shown as o', join => join.on(sql<boolean>`o.id = ${writtenBy}`))
    .selectAll('n')
    .select(eb => eb.fn.coalesce('o.name', sql<string>`'The NHS'`).as('organisation_name'))
    .where('n.id', '=', id as NoticeId)
    .executeTakeFirst()
  if (!row) return null
  const deliveries = await here(doing)
    .db.selectFrom('notices.delivery')
    .select(['way', 'note'])
    .where('notice_id', '=', row.id)
    .execute()
  return {
    ...row,
    lines: row.to_lines as unknown as readonly string[],
    paragraphs: row.paragraphs as unknown as readonly Paragraph[],
    deliveries,
  }
}

export type NoticeShown = NonNullable<Awaited<ReturnType<typeof noticeOf>>>

const list = (doing: Doing) =>
  here(doing)
    .db.selectFrom('notices.notice_shown')
    .select(['id', 'person_id', 'organisation_id', 'kind', 'title', 'sent_on', 'reference'])
    .orderBy('sent_on', 'desc')
    .orderBy('id', 'desc')

/** The letters about a person that this actor may read, newest first. */
export const lettersOf = (doing: Doing, person: PersonId) =>
  list(doing).where('person_id', '=', person).execute()

/** Every letter that this actor may read, newest first: for a family, whose letters are few. */
export const lettersToMe = (doing: Doing) =>
  list(doing)
    .where(sql<boolean>`person_id = any ((select access.people('name'))::uuid[])`)
    .limit(200)
    .execute()

/** The letters about one thing: a request, a sum, a payment. */
export const lettersAbout = (doing: Doing, subject: string) =>
  list(doing).where('subject_id', '=', subject).execute()

export type LetterRow = Awaited<ReturnType<typeof lettersOf>>[number]

/** The conversation of a case; null where there is none that this actor may see. */
export async function threadOf(doing: Doing, reference: string) {
  const thread = await here(doing)
    .db.selectFrom('notices.thread')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst()
  return thread ?? null
}

/** Everything that was said in a conversation, the oldest first. */
export const messagesIn = (doing: Doing, reference: string) =>
  here(doing)
    .db.selectFrom('notices.message')
    .select(['id', 'words', 'side', 'said_by', 'said_by_name', 'said_by_role', 'said_on', 'said_at'])
    .where('reference', '=', reference)
    .orderBy('said_at')
    .orderBy('id')
    .execute()

export type MessageRow = Awaited<ReturnType<typeof messagesIn>>[number]

/** Everything said between a person's family and their team in all of their cases, the oldest first. */
export const messagesOf = (doing: Doing, person: PersonId) =>
  here(doing)
    .db.selectFrom('notices.message')
    .select(['id', 'reference', 'words', 'side', 'said_by_name', 'said_on', 'said_at'])
    .where('person_id', '=', person)
    .orderBy('said_at')
    .execute()

/** What others said and an actor has not read, by conversation. */
const unreadBy = (doing: Doing, reference: string | null) => sql`
  select m.reference, m.person_id, count(*) as count, max(m.said_on) as last_on, max(m.said_at) as last_at
  from notices.message m left join notices.read_mark k
    on k.reference = m.reference and k.actor_id = ${doing.actor.id}
  where m.side = ${doing.actor.roles.length > 0 ? 'family' : 'staff'}
    and (k.read_at is null or m.said_at > k.read_at)
    and ${reference === null ? sql`true` : sql`m.reference = ${reference}`}
  group by m.reference, m.person_id`

type Unread = { reference: string; person_id: PersonId; count: bigint; last_on: PlainDate }

const asUnread = ({ reference, person_id, count, last_on }: Unread) => ({
  reference,
  person: person_id,
  count: Number(count),
  lastOn: last_on,
})

/** How many messages of others an actor has not read, by conversation, the newest first. */
export async function unread(doing: Doing) {
  if (doing.actor.id === null) return []
  const { rows } = await sql<Unread>`${unreadBy(doing, null)} order by last_at desc`.execute(
    doing.transaction,
  )
  return rows.map(asUnread)
}

/** How many messages of others an actor has not read in one conversation. */
export async function unreadIn(doing: Doing, reference: string): Promise<number> {
  if (doing.actor.id === null) return 0
  const { rows } = await sql<Unread>`${unreadBy(doing, reference)}`.execute(doing.transaction)
  return rows.reduce((sum, { count }) => sum + Number(count), 0)
}

/** One page of the conversations with something unread in them, with whose they are, the newest first. */
export async function unreadConversations(doing: Doing, { find, page }: { find: string; page: number }) {
  const { paging, rows } = await onePage<Unread & { name: string }>(doing, {
    kept: sql`unread as materialized (${unreadBy(doing, null)}),
      kept as (select u.*, p.full_name as name from unread u
        join people.person_shown p on p.id = u.person_id
        where ${foundBy(find, sql.ref('u.reference')) ?? sql`true`})`,
    order: sql`last_at desc, reference`,
    page,
  })
  return { paging, rows: rows.map(row => ({ ...asUnread(row), name: row.name })) }
}

export type Conversations = Awaited<ReturnType<typeof unreadConversations>>
