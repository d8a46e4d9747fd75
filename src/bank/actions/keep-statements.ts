import { createHash } from 'node:crypto'
import type { AccountId } from '../../agreements/public.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { keepFile } from '../../platform/files.ts'
import type { SentFile } from '../../platform/route.ts'
import { spanOf } from '../merge/evidence.ts'
import { statementAsText } from '../named/as-text.ts'
import type { Period, Statement, StatementFile } from '../read/types.ts'
import { digitsOf } from '../rules/fits.ts'
import type { Budget } from '../rules/posting.ts'
import { here } from '../tables.ts'
import type { BankFileId, StatementId } from '../types.ts'
import { writeRows } from './write-rows.ts'

/** A file of which some statements are this budget's. */
export type Taken = {
  readonly sent: SentFile
  /** Of the bytes that the bank gave, also where other bytes are kept in their place. */
  readonly sha256: string
  readonly file: Pick<StatementFile, 'format' | 'statements'>
  readonly account: AccountId
  readonly taken: readonly Statement[]
  /** The days that each statement speaks for, where not all of its lines were taken. */
  readonly spans?: readonly (Period | null)[]
}

export const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The statements of these very bytes, where one of these accounts has them; null where they are new. */
export async function sentBefore(
  doing: Doing,
  accounts: readonly AccountId[],
  sha256: string,
): Promise<readonly StatementId[] | null> {
  const rows = await here(doing)
    .db.selectFrom('bank.statement_shown')
    .select('id')
    .where('account_id', 'in', accounts)
    .where('sha256', '=', sha256)
    .orderBy('place')
    .execute()
  return rows.length === 0 ? null : rows.map(({ id }) => id)
}

const endingOf = (one: Statement): string =>
  digitsOf(one) === '' ? '' : ` ending ${digitsOf(one).slice(-4)}`

/** What a person should hear about a file of which not all was taken. */
function remarksOn({ file, taken }: Taken): readonly string[] {
  return file.statements
    .filter(one => !taken.includes(one))
    .map(one =>
      one.currency === 'GBP'
        ? `The file also holds another account${endingOf(one)}. We left it out.`
        : `The file also holds payments in ${one.currency}. We left them out.`,
    )
}

const factsOf = (one: Statement, of?: Period | null) => {
  const span = of ?? spanOf(one)
  return {
    place: one.place,
    from_on: span?.from ?? null,
    until_on: span?.to ?? null,
    opening: one.opening,
    closing: one.closing,
    arithmetic: one.arithmetic,
    out_by: one.outBy,
    lines: one.lines.length,
    read: statementAsText(one),
  }
}

/** Keeps a file and what was read of it: its statements, and the rows that could not be read. */
export async function keepStatements(
  doing: Doing,
  budget: Budget,
  taking: Taken,
): Promise<readonly StatementId[]> {
  const { organisation, person, reference } = budget
  const whose = { organisation_id: organisation, person_id: person }
  const { sent, sha256, file, account, taken } = taking
  const id = newId() as BankFileId
  const kept = {
    id,
    ...whose,
    reference,
    account_id: account,
    file_id: await keepFile(doing, { organisation, person }, sent),
    sha256,
    name: sent.name.slice(0, 200),
    format: file.format,
    sent_on: doing.today,
    sent_by: doing.actor.id,
    sent_by_name: doing.actor.name,
  }
  await here(doing).db.insertInto('bank.file').values(kept).execute()
  const others = remarksOn(taking)
  const statements = taken.map((one, at) => ({
    id: newId() as StatementId,
    ...whose,
    reference,
    bank_file_id: id,
    remarks: [...one.remarks, ...others],
    ...factsOf(one, taking.spans?.[at]),
  }))
  await here(doing).db.insertInto('bank.statement').values(statements).execute()
  const rows = taken.flatMap((one, place) =>
    one.refused.map(({ line, why }, at) => ({
      statement_id: statements[place]?.id,
      ...whose,
      place: at,
      line,
      why,
    })),
  )
  await writeRows(doing, 'bank.refused_row', rows)
  return statements.map(one => one.id)
}
