import { createHash } from 'node:crypto'
import { lookAll, record } from '../../access/public.ts'
import { type AccountDetails, type AccountId, openAccounts } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { sayShortDay } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { Pence } from '../../kernel/money.ts'
import { organisation } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import type { RunState } from '../queries/run.ts'
import { painFile, type Transfer } from '../rules/pain.ts'
import { here } from '../tables.ts'
import type { RunId } from '../types.ts'
import { openPayer, payerOn } from './set-payer.ts'

export type FileReason = 'not-left-yet' | 'no-paying-account' | 'account-not-seen'

export const fileSays: Readonly<Record<FileReason, string>> = {
  'not-left-yet': 'Two people have to release the run first.',
  'no-paying-account': 'Say first which account the money leaves from.',
  'account-not-seen': 'An account of this run cannot be opened by you.',
}

/** A payment as it is paid by hand or by file: to whom, into which account, how much, on which day. */
export type Payable = Transfer & { readonly reference: string; readonly name: string }

/** Every payment of a run that has left, with its account opened; null where one may not be seen. */
export async function payablesOf(doing: Doing, run: RunId): Promise<readonly Payable[] | null> {
  const rows = await here(doing)
    .db.selectFrom('payments.payment as p')
    .innerJoin('payments.instruction as i', 'i.id', 'p.instruction_id')
    .select([
      'i.end_to_end_id',
      'i.reference',
      'i.account_id',
      'i.paid_to',
      'i.period_from',
      'i.period_until',
    ])
    .select(['p.amount', 'p.leaves_on'])
    .where('p.run_id', '=', run)
    .orderBy('p.leaves_on')
    .orderBy('i.reference')
    .orderBy('i.end_to_end_id')
    .execute()
  const accounts = await openAccounts(
    doing,
    rows.flatMap(({ account_id }) => account_id ?? []),
  )
  const account = (id: AccountId | null): AccountDetails | undefined =>
    id === null ? undefined : accounts.get(id)
  const found = rows.flatMap(row => {
    const to = account(row.account_id)
    const days = `${sayShortDay(row.period_from)} to ${sayShortDay(row.period_until)}`
    const about = { reference: row.reference, name: row.paid_to, says: `${row.reference} ${days}` }
    return to === undefined
      ? []
      : [
          {
            ...about,
            endToEndId: row.end_to_end_id,
            amount: row.amount as Pence,
            leavesOn: row.leaves_on,
            to,
          },
        ]
  })
  return found.length === rows.length ? found : null
}

/** The bank's file of a run, the same bytes each time; or why there is none. */
export async function fileOf(doing: Doing, run: RunState): Promise<Done<string, FileReason>> {
  const left = await here(doing)
    .db.selectFrom('payments.leaving')
    .select(['released_at', 'released_on'])
    .where('run_id', '=', run.id)
    .executeTakeFirst()
  if (left === undefined) return refused('not-left-yet')
  const payer = await payerOn(doing, run.organisation_id, left.released_on)
  if (payer === null) return refused('no-paying-account')
  const transfers = await payablesOf(doing, run.id)
  if (transfers === null) return refused('account-not-seen')
  const messageId = await messageIdOf(doing, run)
  return done(painFile({ messageId, madeAt: left.released_at, payer: openPayer(payer.details), transfers }))
}

/** `PHB-QOC-00012`: the same run is always the same message. */
async function messageIdOf(doing: Doing, run: RunState): Promise<string> {
  const body = await organisation(doing, run.organisation_id)
  const code = (body?.code ?? '').replace(/[^A-Za-z0-9]/g, '').slice(0, 12)
  return `PHB-${code}-${String(run.number).padStart(5, '0')}`
}

export const shaOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Makes the bank's file, or the list to pay by hand, and writes down that it was made, by whom, with its
 * sum.
 */
export async function makeFile(
  doing: Doing,
  run: RunState,
  kind: 'pain.001.001.09' | 'print',
): Promise<Done<string, FileReason>> {
  const file = await fileOf(doing, run)
  const missingPayer = !file.done && file.because.every(one => one === 'no-paying-account')
  // A list to pay by hand needs no account to pay from: it is what is left when nothing else works.
  if (!file.done && !(kind === 'print' && missingPayer)) return file
  const id = newId()
  await here(doing)
    .db.insertInto('payments.file_made')
    .values({
      id,
      run_id: run.id,
      organisation_id: run.organisation_id,
      kind,
      sha256: shaOf(file.done ? file.value : `${run.id} ${run.now.total}`),
      made_by: doing.actor.id,
      made_by_name: doing.actor.name,
      made_on: doing.today,
      made_at: doing.now,
    })
    .execute()
  await record(doing, {
    happened: kind === 'print' ? 'payment-list-made' : 'payment-file-made',
    organisation: run.organisation_id,
    person: null,
    to: run.id,
    details: { number: run.number },
  })
  await lookAtAll(doing, run)
  return done(id)
}

/** Whoever has the file has seen the bank details of everybody in it. */
async function lookAtAll(doing: Doing, run: RunState): Promise<void> {
  const rows = await here(doing)
    .db.selectFrom('payments.payment')
    .select(['organisation_id', 'person_id', 'instruction_id'])
    .where('run_id', '=', run.id)
    .execute()
  await lookAll(
    doing,
    rows.map(row => ({
      page: 'bank-details-opened',
      organisation: row.organisation_id,
      person: row.person_id,
      to: row.instruction_id,
    })),
  )
}

/** The files that were made of a run, newest first. */
export const filesOf = (doing: Doing, run: RunId) =>
  here(doing)
    .db.selectFrom('payments.file_made')
    .selectAll()
    .where('run_id', '=', run)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
