import type { Reference } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import { type SplitId, splitsOf } from '../../needs/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import {
  type Correction,
  correctionsOf,
  type Disputes,
  type Issued,
  type IssuedCharge,
} from '../rules/corrections.ts'
import type { SettledDispute } from '../rules/settled.ts'
import { here } from '../tables.ts'
import type { DisputeId } from '../types.ts'
import { agreedSplits, costedLines, type DisputeShown, disputesOf } from './facts.ts'

/** The charges of a budget that count now, by their statement. */
async function chargesOf(doing: Doing, reference: string) {
  const rows = await here(doing)
    .db.selectFrom('funding.charge as c')
    .leftJoin('funding.charge_replaced as r', 'r.charge_id', 'c.id')
    .leftJoin('funding.disputed_charge as m', 'm.charge_id', 'c.id')
    .selectAll('c')
    .select(['m.dispute_id as moved', 'm.pence as moved_pence'])
    .where('c.reference', '=', reference)
    .where('r.charge_id', 'is', null)
    .orderBy('c.line_key')
    .orderBy('c.from_on')
    .execute()
  return Map.groupBy(rows, row => row.statement_id)
}

type InDispute = {
  readonly dispute_id: DisputeId | null
  readonly moved: DisputeId | null
  readonly moved_pence: Pence | null
  readonly pence: Pence
}

function disputeOf({ dispute_id, moved, moved_pence, pence }: InDispute): IssuedCharge['dispute'] {
  if (dispute_id !== null) return { id: dispute_id, pence, moved: false }
  return moved === null || moved_pence === null ? null : { id: moved, pence: moved_pence, moved: true }
}

/** Disputes that are open, and those that were settled with what is in them now. */
const apart = (rows: readonly DisputeShown[]): Disputes => {
  const shaped = rows.map(row => ({ row, key: row.line_key, from: row.from_on, until: row.until_on }))
  return {
    open: shaped.filter(({ row }) => row.settled_on === null),
    settled: shaped.flatMap(({ row, key, from, until }): SettledDispute[] =>
      row.settled_on === null || row.disputed === null || row.body_pence === null
        ? []
        : [
            {
              id: row.id,
              key,
              strand: row.strand,
              from,
              until,
              settledOn: row.settled_on,
              hundredths: row.hundredths ?? 0,
              disputed: row.disputed,
              bodyPays: row.body_pence,
            },
          ],
    ),
  }
}

/** What bodies were charged for a budget: every statement of a body that carried a part of it at any time. */
export async function issuedFor(
  doing: Doing,
  { reference, lead, bodies }: Pick<Asked, 'reference' | 'lead'> & { bodies: readonly OrganisationId[] },
): Promise<readonly Issued[]> {
  if (bodies.length === 0) return []
  const charges = await chargesOf(doing, reference)
  const statements = await here(doing)
    .db.selectFrom('funding.statement')
    .selectAll()
    .where('organisation_id', '=', lead)
    .where('body_id', 'in', [...bodies])
    .orderBy('from_on')
    .orderBy('number')
    .execute()
  return statements.map(row => ({
    statement: row.id,
    number: row.number,
    body: row.body_id,
    period: { from: row.from_on, until: row.until_on },
    charges: (charges.get(row.id) ?? []).map(one => ({
      id: one.id,
      key: one.line_key,
      says: one.says,
      strand: one.strand,
      pence: one.pence,
      from: one.from_on,
      until: one.until_on,
      dispute: disputeOf(one),
      change: one.change_id,
    })),
  }))
}

type Asked = {
  readonly reference: Reference
  readonly lead: OrganisationId
  /** A split that is taken as agreed by everybody, for a preview. */
  readonly asIfAgreed?: SplitId
}

/**
 * What the shares that hold, or would hold, make of every statement made so far; empty where nothing moves.
 */
export async function correctionsFor(doing: Doing, asked: Asked): Promise<readonly Correction[]> {
  const { reference, lead, asIfAgreed } = asked
  const splits = (await splitsOf(doing, reference)).map(one =>
    one.id === asIfAgreed ? { ...one, agreed_on: doing.today } : one,
  )
  const agreed = splits.filter(({ agreed_on }) => agreed_on !== null)
  const bodies = [...new Set(agreed.flatMap(one => one.body_ids))]
  const facts = { lines: await costedLines(doing, reference), splits: agreedSplits(splits) }
  const issued = await issuedFor(doing, { reference, lead, bodies })
  return correctionsOf(issued, facts, apart(await disputesOf(doing, reference)))
}

/** The corrections of statements, oldest first: of one budget, or of one statement. */
export const madeCorrections = (doing: Doing, of: { reference: string } | { statement: string }) =>
  here(doing)
    .db.selectFrom('funding.correction')
    .selectAll()
    .where(eb =>
      'reference' in of
        ? eb('reference', '=', of.reference)
        : eb('statement_id', '=', of.statement as Issued['statement']),
    )
    .orderBy('made_on')
    .orderBy('id')
    .execute()
export type CorrectionRow = Awaited<ReturnType<typeof madeCorrections>>[number]
