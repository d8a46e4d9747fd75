/**
 * Figures and rules of employment law that this module reckons with. They change: each has the day from
 * which it holds, where it was read, when, and how sure that makes us. Local figures (employer's National
 * Insurance, pension, insurance, payroll) are dated rates that each organisation sets: see `needs`.
 */
import { type PlainDate, plainDate } from '../../kernel/days.ts'
import { type Pence, pence } from '../../kernel/money.ts'
import type { Confidence, Source } from '../../kernel/rule.ts'

export type Noted = {
  readonly id: string
  readonly says: string
  readonly source: Source
  readonly confidence: Confidence
  readonly from: PlainDate | null
}

type Saying = readonly [id: string, says: string, cite: string, title: string, address?: string]

const lastChecked = plainDate('2026-11-29')

const noted =
  (confidence: Confidence, from: PlainDate | null = null) =>
  (...[id, says, cite, title, address]: Saying): Noted => ({
    id,
    says,
    confidence,
    from,
    source: {
      cite: `architecture/sources/employment-law.md#${cite}`,
      title,
      address: address ?? null,
      read: lastChecked,
    },
  })
const told = noted('secondary')
const known = noted('general-knowledge')
const ours = noted('design')

export const leaveRule = told(
  'EMP-LEAVE',
  'An assistant has 5.6 weeks of paid leave in a year, at most 28 days, in proportion to the days worked.',
  'leave',
  'Council and support pages on direct payments',
)
export const noticeRule = told(
  'EMP-NOTICE',
  'An employer gives one week of notice after a month, then one for each full year, at most 12.',
  'notice',
  'Acas, statutory notice, as stored',
  'https://www.acas.org.uk',
)
export const redundancyRule = told(
  'EMP-REDUNDANCY',
  'After two years: half a week’s pay for each year under 22, one from 22, one and a half from 41; 20 years.',
  'redundancy',
  'Employment Rights Act 1996 section 162, as other pages report it',
)
export const particularsRule = told(
  'EMP-PARTICULARS',
  'The assistant has a written statement of the job’s particulars on the first day at the latest.',
  'particulars',
  'A support service for employers with direct payments',
  'https://compassindependentliving.org.uk',
)
export const insuranceRule = told(
  'EMP-INSURANCE',
  'Whoever employs has employer’s liability insurance from the first day.',
  'insurance',
  'A council’s page for employers with direct payments',
  'https://shropshire.gov.uk',
)
export const payeRule = known(
  'EMP-PAYE',
  'Tax and National Insurance of a tax month (6th to 5th) are paid to HM Revenue and Customs by the 22nd.',
  'tax',
  'General knowledge',
)
export const pensionRule = known(
  'EMP-PENSION',
  'Pension contributions reach the pension provider by the 22nd of the month after they were taken.',
  'pension',
  'General knowledge',
)
export const delegationRule: Noted = {
  id: 'EMP-DELEGATION',
  says:
    'A registered practitioner hands a task over, and training, sign-off of competence and a shared record ' +
    'help.',
  source: {
    cite: 'architecture/sources/delegation-guidance.md#delegated-tasks',
    title: 'NHS England on delegating clinical tasks, as quoted by peoplehub.org.uk',
    address: 'https://www.peoplehub.org.uk',
    read: plainDate('2026-11-22'),
  },
  confidence: 'secondary',
  from: null,
}
export const unitsRule = ours(
  'EMP-UNITS',
  'Work is counted in the units agreed. A night is never turned into hours, and none makes up for another.',
  'units',
  'How OpenPHB does it',
)

export const employmentRules: readonly Noted[] = [
  leaveRule,
  noticeRule,
  redundancyRule,
  particularsRule,
  insuranceRule,
  payeRule,
  pensionRule,
  delegationRule,
  unitsRule,
]

/** Thousandths of weeks of paid leave in a year, and the most days. */
export const leaveWeeksAYear = 5600n
export const mostLeaveDays = 28_000n

export const noticeLimits = { firstAfterMonths: 1, mostWeeks: 12 } as const
export const redundancyLimits = { yearsNeeded: 2, mostYears: 20, halfBelow: 22, moreFrom: 41 } as const

/** The most of a week's pay that counts for redundancy, by the day on which the job ends. */
export const weekPayLimits: readonly { readonly from: PlainDate; readonly limit: Pence }[] = [
  { from: plainDate('2024-04-06'), limit: pence(70_000n) },
  { from: plainDate('2025-04-06'), limit: pence(71_900n) },
  { from: plainDate('2026-04-06'), limit: pence(75_100n) },
]
/** The newest limit that we know is used after it, and the page says from when it is. */
export const weekPayLimitOn = (day: PlainDate): { readonly from: PlainDate; readonly limit: Pence } => {
  const [first] = weekPayLimits
  if (first === undefined) throw new RangeError('there is no limit of a week’s pay')
  return weekPayLimits.filter(({ from }) => from <= day).at(-1) ?? first
}
export const weekPayRule = told(
  'EMP-WEEK-PAY',
  'For redundancy a week’s pay counts up to £700 (from 6 April 2024), £719 (2025) and £751 (2026).',
  'redundancy',
  'Pages on employment law; the limit of 2025 is general knowledge',
)
