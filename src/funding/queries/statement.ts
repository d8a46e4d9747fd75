import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { type Pence, pence, plainMoney, timesRoundedHalfUp } from '../../kernel/money.ts'
import { entryByKey, fundOf, type Posting } from '../../ledger/public.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { ChargeShown, StatementShown } from '../pages/statement.tsx'
import { rechargePostings } from '../rules/entries.ts'
import { bodyNames } from '../showing.ts'
import { here } from '../tables.ts'
import type { StatementId } from '../types.ts'

const chargesOf = (doing: Doing, id: StatementId) =>
  here(doing)
    .db.selectFrom('funding.charge as c')
    .leftJoin('funding.disputed_charge as m', 'm.charge_id', 'c.id')
    .leftJoin('funding.dispute as d', join =>
      join.on(eb => eb('d.id', '=', eb.fn.coalesce('c.dispute_id', 'm.dispute_id'))),
    )
    .leftJoin('funding.settlement as s', 's.dispute_id', 'd.id')
    .selectAll('c')
    .select(['m.pence as moved', 'd.interim_id', 's.settled_on', 's.hundredths'])
    .where('c.statement_id', '=', id)
    .orderBy('c.reference')
    .orderBy('c.line_key')
    .orderBy('c.from_on')
    .execute()
type Row = Awaited<ReturnType<typeof chargesOf>>[number]

/** A dispute that was settled waits no longer: what the body carries of it is its own. */
function chargeFrom(row: Row): ChargeShown {
  const waits = row.dispute_id === null ? (row.moved ?? pence(0n)) : row.pence
  if (row.settled_on === null)
    return {
      ...row,
      disputed: waits,
      interim: row.interim_id === null ? null : row.interim_id === row.body_id ? 'body' : 'board',
    }
  const carried = timesRoundedHalfUp(waits, BigInt(row.hundredths ?? 0), 10_000n)
  return { ...row, pence: (row.pence - waits + carried) as Pence, disputed: pence(0n), interim: null }
}

/** A statement with its lines as they stand today; null where there is none that this actor may see. */
export async function statementAt(
  doing: Doing,
  id: StatementId,
): Promise<(StatementShown & { readonly references: readonly string[] }) | null> {
  const row = await here(doing)
    .db.selectFrom('funding.statement')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return null
  const names = await bodyNames(doing, [row.organisation_id, row.body_id])
  const rows = await chargesOf(doing, id)
  return {
    id: row.id,
    number: row.number,
    lead: names.get(row.organisation_id) ?? '',
    body: names.get(row.body_id) ?? '',
    from: row.from_on,
    until: row.until_on,
    madeOn: row.made_on,
    madeBy: row.made_by_name,
    charges: rows.map(chargeFrom),
    references: [...new Set(rows.map(({ reference }) => reference))],
  }
}

type Journal = {
  readonly id: StatementId
  readonly until: PlainDate
  readonly madeOn: PlainDate
  readonly references: readonly string[]
}

/**
 * The entries of a statement as rows for a finance system, a row for each posting: the whole entry for the
 * board that posted it, and for the body its own side of it.
 */
export async function journalOf(
  doing: Doing,
  { id, until, madeOn, references }: Journal,
): Promise<readonly (readonly string[])[]> {
  const rows: string[][] = []
  const charges = await chargesOf(doing, id)
  for (const reference of references) {
    const key = `recharge:${id}:${reference}`
    const entry = await entryByKey(doing, key)
    const own = charges.filter(one => one.reference === reference)
    for (const one of entry?.postings ?? (await ownSide(doing, own)))
      rows.push([
        entry?.effectiveOn ?? until,
        entry?.recordedOn ?? madeOn,
        key,
        entry?.because ?? 'Recharge',
        one.account,
        plainMoney(one.pence),
      ])
  }
  return rows
}

/** What a budget's charges took from the body's funds and put into dispute, as they were charged. */
async function ownSide(doing: Doing, charges: readonly Row[]): Promise<readonly Posting[]> {
  const [first] = charges
  const body = first === undefined ? null : await organisation(doing, first.body_id)
  const lead = first === undefined ? null : await organisation(doing, first.organisation_id)
  if (first === undefined || body === null || lead === null) return []
  const codes = { lead: lead.code, body: body.code }
  const charged = charges.map(one => ({
    key: one.line_key,
    strand: one.strand,
    pence: one.pence,
    disputed: one.dispute_id !== null,
  }))
  return rechargePostings(first.reference as Reference, codes, charged).filter(
    ({ account }) => account !== fundOf(lead.code),
  )
}
