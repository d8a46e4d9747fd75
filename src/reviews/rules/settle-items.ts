/** What is settled before a case is closed, in the order of the work; the money itself is looked at apart. */
export const settleItems = [
  'final-pay',
  'notice-pay',
  'redundancy',
  'leave',
  'tax',
  'pension',
  'insurance',
  'payroll',
  'direct-debits',
  'last-bills',
  'equipment',
  'records',
] as const
export type SettleItem = (typeof settleItems)[number]

type Said = {
  readonly says: string
  readonly hint: string
  /** Only where somebody was employed under the agreement. */
  readonly ofEmployers: boolean
}
export const itemSays = {
  'final-pay': {
    says: 'Last wages',
    hint: 'Every hour worked up to the last day is paid.',
    ofEmployers: true,
  },
  'notice-pay': {
    says: 'Notice given and paid',
    hint: 'Each assistant was told in writing, and worked or was paid the notice.',
    ofEmployers: true,
  },
  redundancy: {
    says: 'Redundancy pay',
    hint: 'Worked out for each assistant, and paid where it is owed.',
    ofEmployers: true,
  },
  leave: {
    says: 'Holiday owed',
    hint: 'Holiday that was earned and not taken is paid.',
    ofEmployers: true,
  },
  tax: {
    says: 'Tax authority told and paid',
    hint: 'Last payslips and P45s are made, tax and national insurance paid, the scheme closed.',
    ofEmployers: true,
  },
  pension: {
    says: 'Pension scheme told and paid',
    hint: 'Last contributions are paid and the scheme knows that it ends.',
    ofEmployers: true,
  },
  insurance: {
    says: 'Employer’s insurance',
    hint: 'It ends on the day, not before, and the certificate is kept.',
    ofEmployers: true,
  },
  payroll: {
    says: 'Payroll service ended',
    hint: 'Its last bill is paid.',
    ofEmployers: true,
  },
  'direct-debits': {
    says: 'Direct debits and standing orders ended',
    hint: 'Nothing more leaves the budget’s account by itself.',
    ofEmployers: false,
  },
  'last-bills': {
    says: 'Last bills',
    hint: 'Agencies and suppliers have sent their last bills and are paid.',
    ofEmployers: false,
  },
  equipment: {
    says: 'Equipment',
    hint: 'What was bought for the plan stays, goes back or is handed on, as agreed.',
    ofEmployers: false,
  },
  records: {
    says: 'Papers kept',
    hint: 'The family knows which papers to keep and until when.',
    ofEmployers: false,
  },
} as const satisfies Record<SettleItem, Said>
