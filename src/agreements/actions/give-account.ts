import { record, recordRefused, whyNotOnBehalf } from '../../access/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { Doing } from '../../platform/doing.ts'
import { seal } from '../../platform/secrets.ts'
import { type AccountDetails, detailsIn } from '../queries/accounts.ts'
import { type Agreement, newestAgreement } from '../queries/agreements.ts'
import { checkTable } from '../queries/check-table.ts'
import { standingOf } from '../queries/standing.ts'
import { type GiveProblem, whyNotGive } from '../rules/account.ts'
import { type CheckAnswer, checkAccount } from '../rules/account-check.ts'
import { here } from '../tables.ts'
import type { AccountId, AccountOwner } from '../types.ts'

export type NewAccount = AccountDetails & {
  readonly reference: string
  readonly whose: AccountOwner
  /** Kept for this money only; a joint or everyday account is not. */
  readonly solePurpose: boolean
  readonly othersUseIt: boolean
  /** Statements show each sum with where it came from and went to. */
  readonly auditable: boolean
}

export type GivenAccount = { readonly id: AccountId; readonly checked: Exclude<CheckAnswer, 'fails'> }

/**
 * Takes an account to pay into: checked for a slip of the pen (the numbers of both parts must fit together),
 * encrypted, waiting for a finance officer. A change of account is a new account with a decision of its own.
 * Refuses
 * with every reason of `whyNotGive`, and a caller who may not change the account.
 */
export async function giveAccount(
  doing: Doing,
  given: NewAccount,
): Promise<Done<GivenAccount, GiveProblem | 'caller-may-not-do-this'>> {
  const one = await newestAgreement(doing, given.reference)
  if (one === null) return refused('agreement-not-found')
  const onBehalf = await whyNotOnBehalf(doing, one.person_id, 'change-bank-account')
  if (onBehalf.length > 0) {
    await recordRefused(doing, { happened: 'account-given', ...of(one), because: onBehalf.join(' ') })
    return refused(...onBehalf)
  }
  const checked = checkAccount(given, checkTable())
  const reasons = whyNotGive({
    holder: one.holder_kind,
    thirdParty: one.third_party_id !== null,
    whose: given.whose,
    standing: await standingOf(doing, { person: one.person_id, organisation: one.organisation_id }),
    hasEnded: one.ends_on !== null,
    fits: checked !== 'fails',
    known: await isKnown(doing, given),
  })
  if (reasons.length > 0 || checked === 'fails') return refused(...reasons)
  const id = await write(doing, one, { given, checked })
  await record(doing, {
    happened: 'account-given',
    ...of(one),
    to: id,
    details: { reference: one.reference },
  })
  return done({ id, checked })
}

const of = (one: Agreement) => ({ organisation: one.organisation_id, person: one.person_id })

/** The same numbers, still open in this case: given twice by mistake, or sent twice. */
async function isKnown(doing: Doing, { reference, sortCode, accountNumber, whose }: NewAccount) {
  const rows = await here(doing)
    .db.selectFrom('agreements.account as a')
    .innerJoin('agreements.account_shown as s', 's.id', 'a.id')
    .select('a.details')
    .where('a.reference', '=', reference as Agreement['reference'])
    .where('a.whose', '=', whose)
    .where('s.closed_on', 'is', null)
    .execute()
  return rows.some(({ details }) => {
    const known = detailsIn(details)
    return known.sortCode === sortCode && known.accountNumber === accountNumber
  })
}

type Writing = { readonly given: NewAccount; readonly checked: Exclude<CheckAnswer, 'fails'> }

async function write(doing: Doing, one: Agreement, { given, checked }: Writing): Promise<AccountId> {
  const id = newId<'bank account'>()
  const { sortCode, accountNumber, name } = given
  await here(doing)
    .db.insertInto('agreements.account')
    .values({
      id,
      organisation_id: one.organisation_id,
      person_id: one.person_id,
      reference: one.reference,
      details: seal('bank account', JSON.stringify({ sortCode, accountNumber, name })),
      ending: accountNumber.slice(-4),
      name_on_account: name,
      whose: given.whose,
      sole_purpose: given.solePurpose,
      auditable: given.auditable,
      others_use_it: given.othersUseIt,
      one_off: one.one_off_items !== null,
      checked,
      given_by: doing.actor.id,
      given_on: doing.today,
    })
    .execute()
  return id
}
