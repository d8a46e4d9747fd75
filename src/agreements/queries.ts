import type { PlainDate } from '../kernel/days.ts'
import type { Doing } from '../platform/doing.ts'
import { open } from '../platform/secrets.ts'
import { here } from './tables.ts'
import type { AccountId } from './types.ts'

/** The newest agreement of a case that begins on or before a day, signed or not; null where there is none to see. */
export async function agreementOn(doing: Doing, reference: string, day: PlainDate) {
  const row = await here(doing).db.selectFrom('agreements.agreement_shown').selectAll()
    .where('reference', '=', reference).where('from_on', '<=', day)
    .where(or => or.or([or('replaced_after', 'is', null), or('replaced_after', '>=', day)]))
    .orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row ?? null
}

export type AccountDetails = { readonly sortCode: string; readonly accountNumber: string; readonly name: string }

/** The numbers of an account, opened for a payment file or the page that approves it. Null where it may not be seen. */
export async function openAccount(doing: Doing, id: AccountId): Promise<AccountDetails | null> {
  const row = await here(doing).db.selectFrom('agreements.account').select('details').where('id', '=', id).executeTakeFirst()
  return row ? (JSON.parse(open('bank account', row.details).toString('utf8')) as AccountDetails) : null
}
