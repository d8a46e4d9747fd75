import type { PlainDate } from '../../kernel/days.ts'
import type { Reference } from '../../kernel/ids.ts'
import { negative, plainMoney } from '../../kernel/money.ts'
import { type Entry, entryByKey, fundOf, type Posting } from '../../ledger/public.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { rechargePostings } from '../rules/entries.ts'
import type { StatementId } from '../types.ts'
import { type CorrectionRow, madeCorrections } from './issued.ts'
import { chargesOf, type Row } from './statement.ts'

type Journal = {
  readonly id: StatementId
  readonly until: PlainDate
  readonly madeOn: PlainDate
  readonly references: readonly string[]
}

/**
 * One step of a statement's life in the books: its entry, and for each correction what undid and what
 * followed.
 */
type Step = Pick<Entry, 'key' | 'because' | 'effectiveOn' | 'recordedOn' | 'postings'>

/**
 * The entries of a statement as rows for a finance system, a row for each posting: the whole entry for the
 * board that posted it, and for the body its own side of it. Corrections follow as what was undone and what
 * was
 * posted in its place.
 */
export async function journalOf(doing: Doing, journal: Journal): Promise<readonly (readonly string[])[]> {
  const charges = await chargesOf(doing, journal.id)
  const corrections = await madeCorrections(doing, { statement: journal.id })
  const rows: string[][] = []
  for (const reference of journal.references) {
    const own = {
      charges: charges.filter(one => one.reference === reference),
      corrections: corrections.filter(one => one.reference === reference),
    }
    const steps = (await postedSteps(doing, journal, { reference, ...own })) ?? []
    const seen = steps.length > 0 ? steps : await ownSteps(doing, journal, { reference, ...own })
    for (const { effectiveOn, recordedOn, key, because, postings } of seen)
      for (const { account, pence } of postings)
        rows.push([effectiveOn, recordedOn, key, because, account, plainMoney(pence)])
  }
  return rows
}

type Own = {
  readonly reference: string
  readonly charges: readonly Row[]
  readonly corrections: readonly CorrectionRow[]
}

/** The entries themselves, for whoever may see them. */
async function postedSteps(doing: Doing, { id }: Journal, { reference, corrections }: Own) {
  const base = `recharge:${id}:${reference}`
  const keys = [base, ...corrections.flatMap(one => [`${base}:undo:${one.id}`, `${base}:${one.id}`])]
  const found: Step[] = []
  for (const key of keys) {
    const entry = await entryByKey(doing, key)
    if (entry !== null) found.push(entry)
  }
  return found
}

/** The body's own side, worked out from its charges: as they were made, and at each correction. */
async function ownSteps(
  doing: Doing,
  { id, until, madeOn }: Journal,
  { reference, charges, corrections }: Own,
): Promise<readonly Step[]> {
  const base = `recharge:${id}:${reference}`
  let live = charges.filter(one => one.correction_id === null)
  let side = await ownSide(doing, live)
  const steps: Step[] = [
    { key: base, because: 'Recharge', effectiveOn: until, recordedOn: madeOn, postings: side },
  ]
  for (const one of corrections) {
    const effectiveOn = one.counts_on === 'original-day' ? until : one.made_on
    const at = { effectiveOn, recordedOn: one.made_on }
    const undone = side.map(({ account, pence }) => ({ account, pence: negative(pence) }))
    live = [
      ...live.filter(row => row.replaced_by !== one.id),
      ...charges.filter(row => row.correction_id === one.id),
    ]
    side = await ownSide(doing, live)
    steps.push({
      ...at,
      key: `${base}:undo:${one.id}`,
      because: 'Undone, the shares changed',
      postings: undone,
    })
    steps.push({ ...at, key: `${base}:${one.id}`, because: 'Recharge, corrected', postings: side })
  }
  return steps.filter(({ postings }) => postings.length > 0)
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
