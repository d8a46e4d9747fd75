import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { lookAll, record } from '../../access/public.ts'
import { bankHolidays } from '../../clocks/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { Moment, PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { nextAttempts } from '../queries/attempts.ts'
import { type FileMade, filesOf, type Payable, payablesOf } from '../queries/payables.ts'
import type { RunState } from '../queries/run.ts'
import { bacsFile } from '../rules/bacs.ts'
import { liveFile } from '../rules/live-file.ts'
import { painFile } from '../rules/pain.ts'
import { here } from '../tables.ts'
import type { FileKind } from '../types.ts'
import { holdRun } from './hold-run.ts'
import { openPayer, payerOn } from './set-payer.ts'

export type FileReason = 'not-left-yet' | 'no-paying-account' | 'account-not-seen' | 'nothing-left-to-send'

export const fileSays: Readonly<Record<FileReason, string>> = {
  'not-left-yet': 'Two people have to release the run first.',
  'no-paying-account': 'Say first which account the money leaves from.',
  'account-not-seen': 'An account of this run cannot be opened by you.',
  'nothing-left-to-send': 'Everything of this run was paid by hand.',
}

type Left = { readonly released_at: Moment; readonly released_on: PlainDate }
const leavingOf = (doing: Doing, run: RunState): Promise<Left | undefined> =>
  here(doing)
    .db.selectFrom('payments.leaving')
    .select(['released_at', 'released_on'])
    .where('run_id', '=', run.id)
    .executeTakeFirst()

type BankFile = { readonly kind: FileKind; readonly text: string; readonly payables: readonly Payable[] }
type Numbered = { readonly which: Parameters<typeof payablesOf>[2]; readonly number: number }

/** The n-th bank's file of a run with these payments: the same bytes each time; or why there is none. */
async function bankFile(
  doing: Doing,
  run: RunState,
  { which, number }: Numbered,
): Promise<Done<BankFile, FileReason>> {
  const left = await leavingOf(doing, run)
  if (left === undefined) return refused('not-left-yet')
  const payer = await payerOn(doing, run.organisation_id, left.released_on)
  if (payer === null) return refused('no-paying-account')
  const payables = await payablesOf(doing, run.id, which)
  if (payables === null) return refused('account-not-seen')
  if (payables.length === 0) return refused('nothing-left-to-send')
  const from = openPayer(payer.details)
  const kind = payer.file_kind
  if (kind === 'bacs-18') {
    const about = { userNumber: payer.user_number ?? '', number: run.number * 10 + number - 1 }
    const file = { ...about, madeOn: left.released_on, payer: from, transfers: payables }
    return done({ kind, text: bacsFile(file, { holidays: bankHolidays }), payables })
  }
  const messageId = await messageIdOf(doing, run, number)
  const file = { messageId, version: kind, madeAt: left.released_at, payer: from, transfers: payables }
  return done({ kind, text: painFile(file), payables })
}

/** `PHB-QOC-00012`: the same file is always the same message; a second one of a run is `PHB-QOC-00012-2`. */
export async function messageIdOf(doing: Doing, run: RunState, number: number): Promise<string> {
  const body = await organisation(doing, run.organisation_id)
  const code = (body?.code ?? '').replace(/[^A-Za-z0-9]/g, '').slice(0, 12)
  return `PHB-${code}-${String(run.number).padStart(5, '0')}${number > 1 ? `-${number}` : ''}`
}

const numberedOf = (live: FileMade | null, files: readonly FileMade[]): Numbered =>
  live === null
    ? { which: 'unpaid', number: 1 + files.filter(one => one.number !== null && one.same_as === null).length }
    : { which: { file: live.id }, number: live.number ?? 1 }

/** A bank's file that was made, byte by byte as its sum says. Throws where it is not what it was. */
export async function sameFile(doing: Doing, run: RunState, made: FileMade): Promise<string | null> {
  const which = { file: made.same_as ?? made.id }
  const file = await bankFile(doing, run, { which, number: made.number ?? 1 })
  if (!file.done) return null
  if (shaOf(file.value.text) !== made.sha256) throw new Error('The file of a run is not what it was')
  return file.value.text
}

export const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Makes the bank's file, or the list to pay by hand on paper or as CSV, and writes down that it was made, by
 * whom, with its sum. Made again, the bank's file is the same file, until it is given up. What was paid by
 * hand is in no file that is made afterwards.
 */
export async function makeFile(
  doing: Doing,
  run: RunState,
  kind: 'bank' | 'print' | 'csv',
): Promise<Done<string, FileReason>> {
  await holdRun(doing, run.id)
  return kind === 'bank' ? makeBankFile(doing, run) : makeList(doing, run, kind)
}

async function makeBankFile(doing: Doing, run: RunState): Promise<Done<string, FileReason>> {
  const files = await filesOf(doing, run.id)
  const live = liveFile(files)
  const numbered = numberedOf(live, files)
  const file = await bankFile(doing, run, numbered)
  if (!file.done) return file
  const sum = shaOf(file.value.text)
  const about = { kind: file.value.kind, number: numbered.number, same_as: live?.id ?? null }
  const id = await writeFile(doing, run, { ...about, sha256: sum })
  if (live === null) await sendIn(doing, id, file.value.payables)
  await lookAtAll(doing, run, file.value.payables)
  return done(id)
}

/** A list to pay by hand needs no account to pay from: it is what is left when nothing else works. */
async function makeList(
  doing: Doing,
  run: RunState,
  kind: 'print' | 'csv',
): Promise<Done<string, FileReason>> {
  if ((await leavingOf(doing, run)) === undefined) return refused('not-left-yet')
  const payables = await payablesOf(doing, run.id, 'not-in-a-file')
  if (payables === null) return refused('account-not-seen')
  const sha256 = shaOf(payables.map(({ endToEndId }) => endToEndId).join('\n'))
  const id = await writeFile(doing, run, { kind, number: null, same_as: null, sha256 })
  await lookAtAll(doing, run, payables)
  return done(id)
}

type Made = Pick<FileMade, 'kind' | 'number' | 'same_as' | 'sha256'>
async function writeFile(doing: Doing, run: RunState, made: Made): Promise<string> {
  const id = newId()
  const by = {
    made_by: doing.actor.id,
    made_by_name: doing.actor.name,
    made_on: doing.today,
    made_at: doing.now,
  }
  const row = { id, run_id: run.id, organisation_id: run.organisation_id, ...made, ...by }
  await here(doing).db.insertInto('payments.file_made').values(row).execute()
  await record(doing, {
    happened: made.number === null ? 'payment-list-made' : 'payment-file-made',
    organisation: run.organisation_id,
    person: null,
    to: run.id,
    details: { number: run.number },
  })
  return id
}

/** Writes down that these payments go in this file: none of them can be paid by hand while it counts. */
async function sendIn(doing: Doing, file: string, payables: readonly Payable[]): Promise<void> {
  await sql`insert into payments.way
      (instruction_id, attempt, rail, file_id, run_id, organisation_id, person_id, who, who_name, at)
    select p.instruction_id, next.attempt, 'file', ${file}::uuid, p.run_id, p.organisation_id, p.person_id,
      ${doing.actor.id}::uuid, ${doing.actor.name}, ${doing.now}::timestamptz
    from ${nextAttempts(payables.map(one => one.instruction))}
      join payments.payment p on p.instruction_id = next.instruction_id`.execute(doing.transaction)
}

/** Whoever has the file has seen the bank details of everybody in it. */
async function lookAtAll(doing: Doing, run: RunState, payables: readonly Payable[]): Promise<void> {
  const rows = await here(doing)
    .db.selectFrom('payments.payment')
    .select(['organisation_id', 'person_id', 'instruction_id'])
    .where('run_id', '=', run.id)
    .execute()
  const inFile = new Set(payables.map(({ instruction }) => instruction))
  await lookAll(
    doing,
    rows
      .filter(({ instruction_id }) => inFile.has(instruction_id))
      .map(row => ({
        page: 'bank-details-opened',
        organisation: row.organisation_id,
        person: row.person_id,
        to: row.instruction_id,
      })),
  )
}
