import type { PaidPart } from '../agreements/public.ts'
import type { Id } from '../kernel/brand.ts'

export type ScheduleId = Id<'payment schedule'>
export type ObligationId = Id<'obligation'>
export type RunId = Id<'payment run'>
export type InstructionId = Id<'payment instruction'>
export type SupplierAccountId = Id<'supplier account'>
export type ReturnId = Id<'returned payment'>
export type ProposalId = Id<'proposed payment'>

/** The parts of a budget that money leaves for: the last is what the NHS itself pays to a supplier. */
export type Part = PaidPart | 'notional'
export const partNames = {
  'direct-payment': 'Direct payment',
  'third-party': 'Third party',
  notional: 'To a supplier',
} as const satisfies Record<Part, string>

/** How often an agreement's money is paid. */
export const rhythms = ['week', 'four-weeks', 'month'] as const
export type Every = (typeof rhythms)[number]
export const everyNames = {
  week: 'every week',
  'four-weeks': 'every four weeks',
  month: 'every month',
} as const satisfies Record<Every, string>

/**
 * How a month is paid. `level-months`: the same sum each month, and the last month of the financial year
 * takes the difference, so that the year comes to days x daily money. `by-days`: each month by its days.
 */
export const methods = ['level-months', 'by-days'] as const
export type Method = (typeof methods)[number]

/** The files that a payer's bank takes, in words. */
export const fileKinds = {
  'pain.001.001.09': 'ISO 20022, pain.001.001.09',
  'pain.001.001.03': 'ISO 20022, pain.001.001.03',
  'bacs-18': 'Bacs Standard 18',
} as const
export type FileKind = keyof typeof fileKinds
export const fileKindList = ['pain.001.001.09', 'pain.001.001.03', 'bacs-18'] as const satisfies FileKind[]

/** All that is made of a run, in words. */
export const fileKindNames = {
  'pain.001.001.09': 'File for the bank (pain.001.001.09)',
  'pain.001.001.03': 'File for the bank (pain.001.001.03)',
  'bacs-18': 'File for Bacs (Standard 18)',
  print: 'List to pay by hand',
  csv: 'List to pay by hand, as CSV',
} as const satisfies Record<FileKind | 'print' | 'csv', string>

/** What one person proposes and another agrees to. */
export const proposalKinds = ['one-off', 'emergency', 'repeat'] as const
export type ProposalKind = (typeof proposalKinds)[number]
export const proposalKindNames = {
  'one-off': 'One-off payment',
  emergency: 'Emergency advance',
  repeat: 'Agreed ahead, up to a ceiling',
} as const satisfies Record<ProposalKind, string>

/** What is owed once, by what it is. */
export const obligationKinds = [
  'one-off',
  'difference',
  'emergency',
  'wage',
  'invoice',
  'repeat',
  'wheelchair',
] as const
export type ObligationKind = (typeof obligationKinds)[number]
export const obligationKindNames = {
  'one-off': 'One-off payment',
  difference: 'Difference for days already paid',
  emergency: 'Emergency advance',
  wage: 'Wages',
  invoice: 'Invoice',
  repeat: 'Agreed ahead',
  wheelchair: 'Wheelchair',
} as const satisfies Record<ObligationKind, string>

/** What is owed, in words: what it is, unless its own words begin with that, and for what. */
export function sayOwed(kind: ObligationKind, says: string): string {
  const name = obligationKindNames[kind]
  return says.startsWith(name) ? says : `${name}: ${says}`
}

/** Which of the payments due a list shows: all, those that something stands against, the others, the late. */
export const dueKinds = ['all', 'blocked', 'clear', 'late'] as const
export type DueKind = (typeof dueKinds)[number]
