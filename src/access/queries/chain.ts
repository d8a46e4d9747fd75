import type { Database } from '../../platform/database.ts'
import type { Doing } from '../../platform/doing.ts'
import { asService } from '../../platform/transaction.ts'
import { digestOf, linkOf } from '../actions/seal.ts'
import { type HappeningRow, here } from '../tables.ts'

/** One line of an exported chain. Whoever may not read a happening is given its digest only. */
export type ChainLine = {
  readonly position: number
  readonly link: string
  readonly digest: string
  readonly happening: Readonly<HappeningRow> | null
}

/** The last line of an export: without it, the end was cut off. */
export type ChainEnd = { readonly end: true; readonly links: number; readonly link: string }

export type Broken = { readonly position: number; readonly says: string }
export type Verified = { readonly links: number; readonly link: string; readonly broken: Broken | null }

const batch = 2000

/** The chain's links after a position, with those happenings that the one who asks may see. */
export async function chainAfter(
  doing: Doing,
  position: number,
  most = batch,
): Promise<readonly ChainLine[]> {
  const rows = await here(doing)
    .db.selectFrom('access.chain as c')
    .leftJoin('access.happening as h', 'h.id', 'c.happening_id')
    .selectAll('h')
    .select(['c.position', 'c.link', 'c.digest'])
    .where('c.position', '>', BigInt(position))
    .orderBy('c.position')
    .limit(most)
    .execute()
  return rows.map(({ position: at, link, digest, ...row }) => ({
    position: Number(at),
    link,
    digest,
    happening: row.id === null ? null : (row as unknown as HappeningRow),
  }))
}

/** How the chain stands: how many links, how many happenings wait to be linked, and the newest link. */
export async function chainState(
  doing: Doing,
): Promise<{ links: number; waiting: number; link: string; sealedAt: string | null }> {
  const { db } = here(doing)
  const last = await db
    .selectFrom('access.chain')
    .select(['position', 'link', 'sealed_at'])
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { waiting } = await db.selectFrom('access.chain_waiting').select('waiting').executeTakeFirstOrThrow()
  return {
    links: Number(last?.position ?? 0n),
    waiting: Number(waiting),
    link: last?.link ?? '',
    sealedAt: last?.sealed_at ?? null,
  }
}

/** Every line of the chain as JSON texts, in batches, and the line that ends it. */
export async function* exportChain(
  read: (after: number) => Promise<readonly ChainLine[]>,
): AsyncGenerator<string> {
  let end: ChainEnd = { end: true, links: 0, link: '' }
  for (;;) {
    const lines = await read(end.links)
    const last = lines.at(-1)
    if (!last) break
    yield `${lines.map(line => JSON.stringify(line)).join('\n')}\n`
    end = { end: true, links: last.position, link: last.link }
  }
  yield `${JSON.stringify(end)}\n`
}

/** Pure: what is wrong with one link, given the one before it; null where it fits. */
export function whyBroken(before: { position: number; link: string }, line: ChainLine): string | null {
  if (line.position !== before.position + 1) return `link ${before.position + 1} is missing`
  if (line.happening !== null && digestOf(line.happening) !== line.digest)
    return 'the happening is not as it was when it was sealed'
  return linkOf(before.link, line.digest) === line.link
    ? null
    : 'the link does not follow from the link before it'
}

/**
 * Works the whole chain out again and compares it. `noted` is a link that somebody wrote down earlier: the
 * chain must still hold it there.
 */
export async function verifyChain(
  database: Database,
  noted: { position: number; link: string } | null = null,
): Promise<Verified> {
  let before = { position: 0, link: '' }
  for (;;) {
    const lines = await asService(database, doing => chainAfter(doing, before.position))
    for (const line of lines) {
      const says = line.happening === null ? 'the happening is gone' : whyBroken(before, line)
      if (says)
        return { links: before.position, link: before.link, broken: { position: line.position, says } }
      if (noted?.position === line.position && noted.link !== line.link)
        return {
          links: before.position,
          link: before.link,
          broken: { position: line.position, says: 'the link is not the one that was noted' },
        }
      before = line
    }
    if (lines.length === 0) break
  }
  const says =
    noted !== null && noted.position > before.position
      ? 'the chain is shorter than was noted'
      : await whatIsOutside(database)
  return {
    links: before.position,
    link: before.link,
    broken: says ? { position: before.position + 1, says } : null,
  }
}

/** A happening that is neither in the chain nor waiting to be: somebody took its link away. */
async function whatIsOutside(database: Database): Promise<string | null> {
  const row = await asService(database, doing =>
    here(doing)
      .db.selectFrom('access.happening as h')
      .select('h.id')
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(selectFrom('access.seal as s').select('s.position').whereRef('s.happening_id', '=', 'h.id')),
        ),
      )
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('access.unsealed as u')
              .select('u.happening_id')
              .whereRef('u.happening_id', '=', 'h.id'),
          ),
        ),
      )
      .limit(1)
      .executeTakeFirst(),
  )
  return row ? `the happening ${row.id} is not in the chain` : null
}
