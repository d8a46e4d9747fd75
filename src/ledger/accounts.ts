import type { Reference } from '../kernel/ids.ts'
import type { AccountKind, AccountName } from './types.ts'

const ofBudget = ['allocated', 'held', 'contingency', 'outside-plan', 'to-recover'] as const
const ofLine = ['spent', 'commissioned', 'in-dispute', 'owed-by-supplier', 'contributed'] as const
const budgetShape = /^(PHB-[0-9A-Z]{4}-[0-9A-Z]{3}):([a-z-]+)(?::([a-z0-9-]{1,60}))?$/

/** The kind of a name; null where no account may be called so. */
export function kindOf(name: string): AccountKind | null {
  if (/^fund:[A-Za-z0-9-]{1,60}$/.test(name)) return 'fund'
  if (/^bank:[A-Za-z0-9-]{1,60}$/.test(name)) return 'bank'
  const [, , kind, line] = budgetShape.exec(name) ?? []
  const allowed: readonly AccountKind[] = line === undefined ? ofBudget : ofLine
  return allowed.find(one => one === kind) ?? null
}

/** A name as an account's. Throws where no account may be called so: a mistake of the programmer. */
export function accountName(name: string): AccountName {
  if (kindOf(name) === null) throw new RangeError(`No account may be called ${name}`)
  return name as AccountName
}

/** The money of a funder, by the organisation's code: below nought by all that was set aside from it. */
export const fundOf = (organisationCode: string): AccountName => accountName(`fund:${organisationCode}`)
/** What is set aside for a budget and not yet paid out. Never below nought. */
export const allocatedTo = (budget: Reference): AccountName => accountName(`${budget}:allocated`)
/** Money paid out to the holder's bank account and not yet evidenced as spent. */
export const heldBy = (budget: Reference): AccountName => accountName(`${budget}:held`)
/** Money evidenced as spent on one line of the plan. */
export const spentOn = (budget: Reference, lineKey: string): AccountName =>
  accountName(`${budget}:spent:${lineKey}`)
/** Money that the funder itself paid to a supplier for one line (a notional budget). */
export const commissionedFor = (budget: Reference, lineKey: string): AccountName =>
  accountName(`${budget}:commissioned:${lineKey}`)
/** What a supplier owes back for one line, by its credit note. Never below nought. */
export const owedBySupplier = (budget: Reference, lineKey: string): AccountName =>
  accountName(`${budget}:owed-by-supplier:${lineKey}`)
/**
 * What somebody other than the NHS gave for a thing that is bought once, until it is passed on to the
 * supplier: an account for each giver. Never below nought.
 */
export const contributedBy = (budget: Reference, giver: string): AccountName =>
  accountName(`${budget}:contributed:${giver}`)
/** What a giver's money is called among what was paid to suppliers: the key of a line of its own. */
export const passedOnKey = (giver: string): string => `${ofGiver}${giver}`
const ofGiver = 'from-'
/** Money spent on something that the plan does not name. */
export const outsidePlanOf = (budget: Reference): AccountName => accountName(`${budget}:outside-plan`)
/** The part set aside for what nobody could foresee. Never below nought. */
export const contingencyOf = (budget: Reference): AccountName => accountName(`${budget}:contingency`)
/**
 * What somebody gave for a line without prejudice while funders dispute who carries it: below nought, as a
 * fund is, until the dispute is settled.
 */
export const inDisputeOn = (budget: Reference, lineKey: string): AccountName =>
  accountName(`${budget}:in-dispute:${lineKey}`)
/** What of a line's invoices is in dispute with a supplier: set apart, neither paid nor free for others. */
export const disputedWithSupplier = (budget: Reference, lineKey: string): AccountName =>
  inDisputeOn(budget, `${lineKey}${ofSupplier}`)
const ofSupplier = '-supplier'
/** Money to be paid back, decided with notice and reasons, and not yet back. Never below nought. */
export const toRecoverFrom = (budget: Reference): AccountName => accountName(`${budget}:to-recover`)
/**
 * What came into a budget's bank account from elsewhere (below nought) or left it for elsewhere: own money,
 * interest.
 */
export const bankOf = (reference: string): AccountName => accountName(`bank:${reference}`)

/** The accounts of one budget begin so; its bank account is apart. */
export const accountsOf = (budget: Reference): string => `${budget}:`

/**
 * The short name of an account within its budget: `held`, `spent:wages`; a fund's or bank's is its whole
 * name.
 */
export const shortNameOf = (account: string): string => account.replace(/^PHB-[0-9A-Z]{4}-[0-9A-Z]{3}:/, '')

/** The budget that an account belongs to; null for a fund and for a bank account of another name. */
export const budgetOf = (account: string): Reference | null =>
  (/PHB-[0-9A-Z]{4}-[0-9A-Z]{3}/.exec(account)?.[0] ?? null) as Reference | null

/**
 * The key of the plan line that an account is for (`spent`, `commissioned`, `in-dispute`,
 * `owed-by-supplier`), or of the giver (`contributed`); null where it is for none.
 */
export const lineKeyOf = (account: string): string | null => budgetShape.exec(account)?.[3] ?? null

/**
 * What an account is called on a page. `lineName` gives the plan's own words for a line, where the page
 * knows them.
 */
export function sayAccount(
  account: AccountName,
  lineName: (key: string) => string | null = () => null,
): string {
  const known = lineKeyOf(account) ?? ''
  const withSupplier = known.endsWith(ofSupplier)
  const key = withSupplier ? known.slice(0, -ofSupplier.length) : known
  const line = lineName(key) ?? key.replaceAll('-', ' ')
  const names = {
    fund: 'NHS funds',
    bank: 'From or to elsewhere',
    allocated: 'Set aside, not yet paid',
    held: 'In the budget’s bank account',
    contingency: 'Contingency',
    'outside-plan': 'Spent outside the plan',
    'to-recover': 'To be paid back',
    spent: `Spent: ${line}`,
    commissioned: known.startsWith(ofGiver)
      ? `Passed on to the supplier, ${line}`
      : `Paid by the NHS: ${line}`,
    'owed-by-supplier': `Owed back by the supplier: ${line}`,
    contributed: `Held for the supplier, from ${line}`,
    'in-dispute': `In dispute ${withSupplier ? 'with the supplier' : 'between funders'}: ${line}`,
  } as const satisfies Record<AccountKind, string>
  const kind = kindOf(account)
  return kind === null ? account : names[kind]
}
