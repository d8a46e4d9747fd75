import { may, record } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import type { PlainDate } from '../../kernel/days.ts'
import { newId } from '../../kernel/ids.ts'
import type { OrganisationId } from '../../people/public.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { open, seal } from '../../platform/secrets.ts'
import type { BankAccount } from '../rules/pain.ts'
import { here } from '../tables.ts'
import type { FileKind } from '../types.ts'

export type NewPayer = BankAccount & {
  readonly organisation: OrganisationId
  readonly from: PlainDate
  /** Which file its bank takes; pain.001.001.09 unless said. */
  readonly fileKind?: FileKind
  /** The number by which Bacs knows the organisation: six digits, asked for where the file is for Bacs. */
  readonly userNumber?: string
}
export type PayerReason = 'role-may-not' | 'set-for-that-day' | 'not-an-account' | 'no-user-number'

/** Says which account an organisation pays from, from a day. Its numbers are kept encrypted. */
export async function setPayer(doing: Doing, payer: NewPayer): Promise<Done<string, PayerReason>> {
  if (doing.actor !== theService && !may(doing, 'payments.prepare')) return refused('role-may-not')
  const [sortCode, accountNumber] = [payer.sortCode, payer.accountNumber].map(text =>
    text.replace(/[\s-]/g, ''),
  )
  if (!/^\d{6}$/.test(sortCode ?? '') || !/^\d{8}$/.test(accountNumber ?? ''))
    return refused('not-an-account')
  const user = payer.userNumber?.trim() ?? ''
  if (payer.fileKind === 'bacs-18' && !/^\d{6}$/.test(user)) return refused('no-user-number')
  const details = JSON.stringify({ name: payer.name.trim(), sortCode, accountNumber })
  const id = newId()
  const made = await here(doing)
    .db.insertInto('payments.payer')
    .values({
      id,
      organisation_id: payer.organisation,
      name_on_account: payer.name.trim(),
      details: seal('payer account', details),
      ending: (accountNumber ?? '').slice(-4),
      file_kind: payer.fileKind ?? 'pain.001.001.09',
      user_number: user === '' ? null : user,
      from_on: payer.from,
      set_by: doing.actor.id,
      set_on: doing.today,
    })
    .onConflict(conflict => conflict.columns(['organisation_id', 'from_on']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return refused('set-for-that-day')
  await record(doing, {
    happened: 'paying-account-set',
    organisation: payer.organisation,
    person: null,
    to: id,
    details: { from: payer.from },
  })
  return done(id)
}

/**
 * The account that an organisation pays from on a day, by its name and last digits; null where none is set.
 */
export async function payerOn(doing: Doing, organisation: OrganisationId, day: PlainDate) {
  const row = await here(doing)
    .db.selectFrom('payments.payer')
    .selectAll()
    .where('organisation_id', '=', organisation)
    .where('from_on', '<=', day)
    .orderBy('from_on', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** Its numbers, opened for the bank's file. */
export const openPayer = (details: Uint8Array): BankAccount =>
  JSON.parse(open('payer account', details).toString('utf8')) as BankAccount
