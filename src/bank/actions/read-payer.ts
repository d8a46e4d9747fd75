import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { may, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import { type InstructionId, noteReturned } from '../../payments/public.ts'
import type { OrganisationId } from '../../people/public.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import type { SentFile } from '../../platform/route.ts'
import { openCredits } from '../queries/payer.ts'
import { readStatement } from '../read/read-statement.ts'
import type { StatementLine } from '../read/types.ts'
import { isProposal } from '../rules/came-back.ts'
import { here } from '../tables.ts'

export type PayerProblem = 'role-may-not' | 'no-file' | 'not-a-statement'
export type PayerRead = { readonly credits: number; readonly fresh: number; readonly again: boolean }

const mayNot = (doing: Doing): boolean => doing.actor !== theService && !may(doing, 'payments.prepare')
const wordsIn = ({ payee, memo, reference }: StatementLine): string =>
  [payee, memo, reference]
    .filter(text => text !== '')
    .join(' ')
    .slice(0, 500)

/** Credits of a file as they are kept: two that are alike on one day are told apart by their place. */
function creditsIn(lines: readonly StatementLine[]) {
  const seen = new Map<string, number>()
  return lines
    .filter(({ amount }) => amount > 0n)
    .map(line => {
      const words = wordsIn(line)
      const key = `${line.date} ${line.amount} ${words}`
      const place = seen.get(key) ?? 0
      seen.set(key, place + 1)
      return { id: newId(), on_day: line.date, amount: line.amount.toString(), words, place }
    })
}

/**
 * Reads the statement of the account that payments leave from, in any format, and keeps what came in. The
 * same file again, and a credit that another statement has shown, add nothing. Nothing is noted as returned
 * by it. Refused: the wrong role, no file, one that is no statement (`why` says it in words).
 */
export async function readPayer(
  doing: Doing,
  organisation: OrganisationId,
  file: Pick<SentFile, 'name' | 'bytes'> | null,
): Promise<Done<PayerRead, PayerProblem> & { readonly why?: string }> {
  if (mayNot(doing)) return refused('role-may-not')
  if (file === null || file.bytes.length === 0) return refused('no-file')
  const sha256 = createHash('sha256').update(file.bytes).digest('hex')
  const { db } = here(doing)
  const before = await db
    .selectFrom('bank.payer_file')
    .select(['credits', 'id'])
    .where('organisation_id', '=', organisation)
    .where('sha256', '=', sha256)
    .executeTakeFirst()
  if (before !== undefined) return done({ credits: before.credits, fresh: 0, again: true })
  const read = readStatement(file.bytes, file.name)
  if (read.refusedWhole) return { ...refused('not-a-statement' as const), why: read.why }
  const lines = read.statements.flatMap(one => one.lines)
  const credits = creditsIn(lines)
  const id = newId()
  const known = await knownOf(doing, organisation, credits)
  const fresh = credits.filter(one => !known.has(`${one.on_day} ${one.amount} ${one.words} ${one.place}`))
  await db
    .insertInto('bank.payer_file')
    .values({
      id,
      organisation_id: organisation,
      sha256,
      name: file.name.replace(/[\u0000-\u001f/\\]/g, '_').slice(0, 200) || 'statement',
      lines: lines.length,
      credits: credits.length,
      fresh: fresh.length,
      refused: read.statements.reduce((sum, one) => sum + one.refused.length, 0),
      read_by: doing.actor.id,
      read_by_name: doing.actor.name,
      read_on: doing.today,
      read_at: doing.now,
    })
    .execute()
  const rows = fresh.map(one => ({ ...one, payer_file_id: id, organisation_id: organisation }))
  await sql`insert into bank.payer_credit (id, payer_file_id, organisation_id, on_day, amount, words, place)
    select id, payer_file_id, organisation_id, on_day, amount, words, place
    from jsonb_populate_recordset(null::bank.payer_credit, ${JSON.stringify(rows)}::jsonb)`.execute(
    doing.transaction,
  )
  const details = { credits: credits.length, fresh: fresh.length }
  await record(doing, { happened: 'paying-account-read', organisation, person: null, to: id, details })
  return done({ ...details, again: false })
}

async function knownOf(
  doing: Doing,
  organisation: OrganisationId,
  credits: ReturnType<typeof creditsIn>,
): Promise<ReadonlySet<string>> {
  if (credits.length === 0) return new Set()
  const rows = await here(doing)
    .db.selectFrom('bank.payer_credit')
    .select(['on_day', 'amount', 'words', 'place'])
    .where('organisation_id', '=', organisation)
    .where('on_day', 'in', [...new Set(credits.map(({ on_day }) => on_day))])
    .execute()
  return new Set(rows.map(one => `${one.on_day} ${one.amount} ${one.words} ${one.place}`))
}

export type CreditProblem = 'role-may-not' | 'none-chosen' | 'not-open' | 'say-why' | 'could-not-be-noted'
export const creditSays: Readonly<Record<CreditProblem, string>> = {
  'role-may-not': 'Only a finance officer may do this.',
  'none-chosen': 'Choose at least one.',
  'not-open': 'One of these was decided meanwhile. Nothing was noted: look at the list again.',
  'say-why': 'Say what they are.',
  'could-not-be-noted': 'One of these payments cannot be noted as returned. Nothing was noted.',
}

export type CreditAnswer = {
  readonly credits: readonly string[]
  readonly returned: boolean
  /** What they are, where they are no returns. */
  readonly because: string
}

/**
 * Says of credits that they are the payments proposed for them, which came back: each is noted as returned in
 * payments, is due again, and its holder is told. Or that they are something else, and what. All or none.
 */
export async function decideCredits(
  doing: Doing,
  organisation: OrganisationId,
  { credits, returned, because }: CreditAnswer,
): Promise<Done<number, CreditProblem>> {
  if (mayNot(doing)) return refused('role-may-not')
  if (credits.length === 0) return refused('none-chosen')
  if (!returned && because.trim() === '') return refused('say-why')
  await sql`select pg_advisory_xact_lock(hashtextextended(${`payer credits ${organisation}`}, 0))`.execute(
    doing.transaction,
  )
  const open = await openCredits(doing, organisation)
  const chosen = open.filter(({ id, found }) => credits.includes(id) && (!returned || isProposal(found)))
  if (chosen.length !== new Set(credits).size) return refused('not-open')
  for (const { id, on, words, found } of chosen) {
    const payment = returned && isProposal(found) ? found.payment : null
    const says = payment === null ? because.trim() : `As the bank shows it: ${words}`.slice(0, 300)
    if (payment !== null) {
      const noted = await noteReturned(doing, { instruction: payment.id as InstructionId, on, because: says })
      if (!noted.done) throw new Error(`A return could not be noted: ${noted.because.join(', ')}`)
    }
    await here(doing)
      .db.insertInto('bank.payer_credit_decided')
      .values({
        credit_id: id,
        organisation_id: organisation,
        instruction_id: payment?.id ?? null,
        because: says.slice(0, 300),
        who: doing.actor.id,
        who_name: doing.actor.name,
        on_day: doing.today,
      })
      .execute()
  }
  return done(chosen.length)
}
