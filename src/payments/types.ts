import type { PaidPart } from '../agreements/public.ts'
import type { Id } from '../kernel/brand.ts'

export type ScheduleId = Id<'payment schedule'>
export type ObligationId = Id<'obligation'>
export type RunId = Id<'payment run'>
export type InstructionId = Id<'payment instruction'>
export type ReturnId = Id<'returned payment'>

/** The two parts of a budget that are paid out, in words. */
export const partNames = {
  'direct-payment': 'Direct payment',
  'third-party': 'Third party',
} as const satisfies Record<PaidPart, string>

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

export type ObligationKind = 'one-off' | 'difference' | 'emergency'

/** Which of the payments due a list shows: all, those that something stands against, the others, the late. */
export const dueKinds = ['all', 'blocked', 'clear', 'late'] as const
export type DueKind = (typeof dueKinds)[number]
