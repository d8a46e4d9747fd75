import type { HoldReason } from '../../agreements/public.ts'
import type { PlainDate } from '../../kernel/days.ts'
import type { SupplierAccountId } from '../types.ts'

/** Whom the NHS pays itself, by name; `key` is what different ways of writing the name have in common. */
export type Supplier = { readonly name: string; readonly key: string }

/** What an account was given for a supplier: when, and what became of it. Never its numbers. */
export type SupplierAccount = {
  readonly id: SupplierAccountId
  readonly ending: string
  readonly givenOn: PlainDate
  readonly approvedOn: PlainDate | null
  /** The day on which it was refused or given up; it does not count from that day on. */
  readonly closedOn: PlainDate | null
}

const forms = /\b(limited|ltd|llp|plc|cic)\b/g

/**
 * The same for every way of writing a supplier's name: `Fernway Care Ltd.` is `FERNWAY CARE LIMITED`.
 * Empty for a name without a letter or a figure.
 */
export const supplierKey = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(forms, ' ')
    .replaceAll(' ', '')

type Named = { readonly supplier: string | null; readonly supplier_key: string | null }
export const supplierIn = ({ supplier, supplier_key }: Named): Supplier | null =>
  supplier === null || supplier_key === null ? null : { name: supplier, key: supplier_key }

/** The account that counts on a day: the one approved last, else the one given last that waits; else null. */
export function supplierAccountOn(all: readonly SupplierAccount[], day: PlainDate): SupplierAccount | null {
  const open = all.filter(({ closedOn }) => closedOn === null || closedOn > day)
  const approved = open.filter(({ approvedOn }) => approvedOn !== null && approvedOn <= day)
  const newest = (some: readonly SupplierAccount[], of: (one: SupplierAccount) => PlainDate | null) =>
    [...some].sort((a, b) => ((of(a) ?? '') < (of(b) ?? '') ? 1 : -1))[0] ?? null
  return approved.length > 0 ? newest(approved, one => one.approvedOn) : newest(open, one => one.givenOn)
}

export type SupplierReason = 'supplier-account-not-given' | 'supplier-account-not-approved'

/** What stands against paying a supplier, as far as its account decides it; empty where nothing does. */
export function whyNotSupplier(account: SupplierAccount | null, day: PlainDate): readonly SupplierReason[] {
  if (account === null) return ['supplier-account-not-given']
  const approved = account.approvedOn !== null && account.approvedOn <= day
  return approved ? [] : ['supplier-account-not-approved']
}

type Lived = { readonly diedOn: PlainDate | null; readonly from: PlainDate }

/**
 * Of the reasons why a budget's money may not leave, those that concern a supplier: not the holder's account,
 * and not a death after the care was given. What was done in somebody's life is paid for.
 */
export const heldForSupplier = (
  held: readonly HoldReason[],
  { diedOn, from }: Lived,
): readonly HoldReason[] =>
  held.filter(
    reason =>
      !reason.startsWith('account-') && (reason !== 'person-died' || diedOn === null || from > diedOn),
  )

export const giveSupplierSays = {
  'role-may-not': 'Only a finance officer may give a supplier’s account',
  'name-missing': 'Enter the supplier’s name, with letters or figures',
  'not-an-account': 'Enter six digits of the sort code and eight of the account number',
  'numbers-do-not-fit':
    'The sort code and account number do not fit together. Check both on a paper of the supplier',
  'given-already': 'We have this account of this supplier already',
} as const
export type GiveSupplierReason = keyof typeof giveSupplierSays

export const decideSupplierSays = {
  'role-may-not': 'Only a finance officer may decide about a supplier’s account',
  'account-not-found': 'There is no such account',
  'gave-it-yourself': 'You gave this account yourself. Somebody else must check it with the supplier',
  'decided-already': 'This account has been decided about already',
  'say-why': 'Say what you checked, or why it is refused',
} as const
export type DecideSupplierReason = keyof typeof decideSupplierSays
