import { may, record } from '../../access/public.ts'
import { accountFits } from '../../agreements/public.ts'
import { type Done, done, refused } from '../../kernel/answers.ts'
import { newId } from '../../kernel/ids.ts'
import type { OrganisationId } from '../../people/public.ts'
import { type Doing, theService } from '../../platform/doing.ts'
import { seal } from '../../platform/secrets.ts'
import { numbersIn, type SupplierAccountShown, supplierAccounts } from '../queries/suppliers.ts'
import { type DecideSupplierReason, type GiveSupplierReason, supplierKey } from '../rules/supplier.ts'
import { here } from '../tables.ts'
import type { SupplierAccountId } from '../types.ts'

export type NewSupplierAccount = {
  readonly organisation: OrganisationId
  readonly supplier: string
  readonly name: string
  readonly sortCode: string
  readonly accountNumber: string
}

const mayNot = (doing: Doing): boolean => doing.actor !== theService && !may(doing, 'payments.prepare')
const digits = (typed: string): string => typed.replace(/[\s-]/g, '')

/**
 * Takes the account of a supplier that the NHS pays itself: checked for a slip of the pen, encrypted, waiting
 * for another finance officer. Refuses whoever is none, numbers that do not fit, and one that we have.
 */
export async function giveSupplierAccount(
  doing: Doing,
  given: NewSupplierAccount,
): Promise<Done<SupplierAccountId, GiveSupplierReason>> {
  const [sortCode, accountNumber] = [digits(given.sortCode), digits(given.accountNumber)]
  const [supplier, name] = [given.supplier.trim(), given.name.trim()]
  const key = supplierKey(supplier)
  if (mayNot(doing)) return refused('role-may-not')
  if (key === '' || name === '') return refused('name-missing')
  if (!/^\d{6}$/.test(sortCode) || !/^\d{8}$/.test(accountNumber)) return refused('not-an-account')
  const checked = accountFits({ sortCode, accountNumber })
  if (checked === 'fails') return refused('numbers-do-not-fit')
  const about = { organisation: given.organisation, key, sortCode, accountNumber }
  if (await isKnown(doing, about)) return refused('given-already')
  const id = newId<'supplier account'>()
  await here(doing)
    .db.insertInto('payments.supplier_account')
    .values({
      id,
      organisation_id: given.organisation,
      supplier,
      supplier_key: key,
      name_on_account: name,
      details: seal('supplier account', JSON.stringify({ sortCode, accountNumber, name })),
      ending: accountNumber.slice(-4),
      checked,
      given_by: doing.actor.id,
      given_by_name: doing.actor.name,
      given_on: doing.today,
    })
    .execute()
  await record(doing, { happened: 'supplier-account-given', ...of(given.organisation, id) })
  return done(id)
}

const of = (organisation: OrganisationId, to: string) => ({ organisation, person: null, to })

type Known = Pick<NewSupplierAccount, 'organisation' | 'sortCode' | 'accountNumber'> & {
  readonly key: string
}

async function isKnown(doing: Doing, { organisation, key, ...numbers }: Known): Promise<boolean> {
  const open = await standing(doing, organisation, key)
  if (open.length === 0) return false
  const rows = await here(doing)
    .db.selectFrom('payments.supplier_account')
    .select('details')
    .where(
      'id',
      'in',
      open.map(({ id }) => id),
    )
    .execute()
  return rows.some(({ details }) => {
    const known = numbersIn(details)
    return known.sortCode === numbers.sortCode && known.accountNumber === numbers.accountNumber
  })
}

/** The accounts of a supplier that were neither refused nor given up. */
const standing = async (doing: Doing, organisation: OrganisationId, key: string) =>
  (await supplierAccounts(doing, organisation)).filter(
    one => one.supplier_key === key && one.closed_on === null && one.decided !== 'refused',
  )

export type SupplierDecision = {
  readonly organisation: OrganisationId
  readonly account: string
  readonly decided: 'approved' | 'refused'
  /** What was checked, with whom; or why not. */
  readonly because: string
}

/**
 * Approves a supplier's account or refuses it, by a finance officer who did not give it. The one in use until
 * then is given up.
 */
export async function decideSupplierAccount(
  doing: Doing,
  { organisation, account, decided, because }: SupplierDecision,
): Promise<Done<null, DecideSupplierReason>> {
  const all = await supplierAccounts(doing, organisation)
  const one = all.find(({ id }) => id === account)
  if (mayNot(doing)) return refused('role-may-not')
  if (one === undefined) return refused('account-not-found')
  if (one.decided !== null || one.closed_on !== null) return refused('decided-already')
  if (decided === 'approved' && one.given_by !== null && one.given_by === doing.actor.id)
    return refused('gave-it-yourself')
  if (because.trim() === '') return refused('say-why')
  if (decided === 'approved')
    for (const before of all)
      if (before.supplier_key === one.supplier_key && before.decided === 'approved' && !before.closed_on)
        await decide(doing, before, { decided: 'closed', because: 'Another account was approved' })
  await decide(doing, one, { decided, because: because.trim() })
  return done(null)
}

type Deciding = { readonly decided: 'approved' | 'refused' | 'closed'; readonly because: string }

async function decide(doing: Doing, one: SupplierAccountShown, { decided, because }: Deciding) {
  await here(doing)
    .db.insertInto('payments.supplier_decision')
    .values({
      id: newId(),
      account_id: one.id,
      organisation_id: one.organisation_id,
      decided,
      because,
      decided_by: doing.actor.id,
      decided_by_name: doing.actor.name,
      decided_on: doing.today,
    })
    .execute()
  const happened = `supplier-account-${decided}`
  await record(doing, { happened, ...of(one.organisation_id, one.id), because })
}
