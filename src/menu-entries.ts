import type { Permission, Role } from './access/public.ts'

/** For whom an entry is: staff, those who follow a budget, assistants, or everybody. */
export type For = 'staff' | 'family' | 'assistant' | 'all'

export type Entry = {
  /** The address; its word is the folder's and the one in the menu. */
  readonly href: string
  readonly says: string
  readonly allow: Permission
  readonly for: readonly For[]
  /** Whose work it is every day: at hand for them, for everybody else under its group. */
  readonly daily: readonly Role[]
  readonly group: string
}

const everybody = ['all'] as const
const staff = ['staff'] as const
const family = ['family'] as const
const approvers = ['team-leader', 'head-of-service', 'panel'] as const

/** The menu, in the order of the work. Each entry is shown to those who may use it. */
export const menu: readonly Entry[] = [
  { href: '/home', says: 'Home', allow: 'home.read', for: everybody, daily: [], group: '' },
  {
    href: '/cases',
    says: 'Cases',
    allow: 'cases.list',
    for: staff,
    daily: ['case-worker', ...approvers, 'finance-officer', 'auditor'],
    group: 'The way of a budget',
  },
  {
    href: '/requests',
    says: 'Requests',
    allow: 'requests.caseload',
    for: staff,
    daily: ['case-worker', 'team-leader'],
    group: 'The way of a budget',
  },
  {
    href: '/plans',
    says: 'Plans',
    allow: 'requests.caseload',
    for: staff,
    daily: ['case-worker', ...approvers],
    group: 'The way of a budget',
  },
  {
    href: '/agreements',
    says: 'Agreements',
    allow: 'cases.list',
    for: staff,
    daily: ['head-of-service'],
    group: 'The way of a budget',
  },
  {
    href: '/clocks',
    says: 'Clocks',
    allow: 'clocks.list',
    for: staff,
    daily: ['case-worker', 'team-leader'],
    group: 'The way of a budget',
  },
  {
    href: '/wheelchairs',
    says: 'Wheelchairs',
    allow: 'wheelchairs.list',
    for: staff,
    daily: [],
    group: 'The way of a budget',
  },
  {
    href: '/complaints',
    says: 'Complaints',
    allow: 'complaints.list',
    for: staff,
    daily: [],
    group: 'The way of a budget',
  },
  {
    href: '/consents',
    says: 'Consent and capacity',
    allow: 'consents.list',
    for: staff,
    daily: [],
    group: 'The way of a budget',
  },
  {
    href: '/maternity',
    says: 'Maternity',
    allow: 'maternity.list',
    for: staff,
    daily: [],
    group: 'The way of a budget',
  },
  {
    href: '/ehc',
    says: 'EHC plans',
    allow: 'ehc.list',
    for: staff,
    daily: ['council-officer'],
    group: 'The way of a budget',
  },
  {
    href: '/registers',
    says: 'At risk of admission',
    allow: 'registers.list',
    for: staff,
    daily: [],
    group: 'The way of a budget',
  },
  {
    href: '/registers/counts',
    says: 'Counts',
    allow: 'registers.counts',
    for: staff,
    daily: ['national-team'],
    group: 'The way of a budget',
  },
  {
    href: '/employment',
    says: 'Employment',
    allow: 'employment.staff',
    for: staff,
    daily: [],
    group: 'The way of a budget',
  },
  {
    href: '/employment/payroll',
    says: 'Payroll',
    allow: 'employment.payroll',
    for: staff,
    daily: ['provider'],
    group: 'Money',
  },
  {
    href: '/payments',
    says: 'Payments',
    allow: 'payments.read',
    for: staff,
    daily: ['finance-officer', 'auditor'],
    group: 'Money',
  },
  {
    href: '/invoices',
    says: 'Invoices',
    allow: 'invoices.list',
    for: staff,
    daily: ['provider'],
    group: 'Money',
  },
  {
    href: '/bank',
    says: 'Bank',
    allow: 'cases.list',
    for: staff,
    daily: ['finance-officer'],
    group: 'Money',
  },
  {
    href: '/recoveries',
    says: 'Recoveries',
    allow: 'recoveries.list',
    for: staff,
    daily: ['finance-officer'],
    group: 'Money',
  },
  {
    href: '/funding',
    says: 'Funding',
    allow: 'funding.list',
    for: staff,
    daily: ['council-officer'],
    group: 'Money',
  },
  {
    href: '/forecasts',
    says: 'Forecasts',
    allow: 'forecasts.book',
    for: staff,
    daily: [],
    group: 'Money',
  },
  {
    href: '/local-offer',
    says: 'Local offer',
    allow: 'local-offer.list',
    for: staff,
    daily: [],
    group: 'What we go by',
  },
  {
    href: '/needs/rates',
    says: 'Rates',
    allow: 'needs.rates',
    for: staff,
    daily: [],
    group: 'What we go by',
  },
  {
    href: '/rights/rules',
    says: 'Rules',
    allow: 'rights.read',
    for: staff,
    daily: ['council-officer', 'provider', 'referrer', 'national-team'],
    group: 'What we go by',
  },
  {
    href: '/examinations',
    says: 'Examinations',
    allow: 'examinations.read',
    for: staff,
    daily: [],
    group: 'What we go by',
  },
  {
    href: '/people/organisations',
    says: 'Organisations',
    allow: 'organisations.read',
    for: staff,
    daily: ['council-officer', 'provider', 'referrer', 'national-team'],
    group: 'What we go by',
  },
  {
    href: '/employment/hours',
    says: 'Hours',
    allow: 'employment.hours',
    for: ['assistant'],
    daily: ['person'],
    group: '',
  },
  {
    href: '/home/money',
    says: 'Money',
    allow: 'home.read',
    for: family,
    daily: ['person'],
    group: '',
  },
  {
    href: '/home/plan',
    says: 'Plan',
    allow: 'home.read',
    for: family,
    daily: ['person'],
    group: '',
  },
  {
    href: '/notices/messages',
    says: 'Messages',
    allow: 'notices.read',
    // Nobody writes to an assistant here: what an employer says stands with the week that it is about.
    for: ['staff', 'family'],
    daily: ['person'],
    group: '',
  },
  {
    href: '/home/people',
    says: 'People',
    allow: 'home.read',
    for: family,
    daily: ['person'],
    group: '',
  },
  {
    href: '/access/looks',
    says: 'Who looked',
    allow: 'access.own-looks',
    for: ['family', 'assistant'],
    daily: ['person'],
    group: '',
  },
  {
    href: '/succession',
    says: 'Successions',
    allow: 'succession.read',
    for: staff,
    daily: ['administrator', 'national-team'],
    group: 'The record',
  },
  {
    href: '/access/actors',
    says: 'Staff',
    allow: 'access.manage',
    for: staff,
    daily: ['administrator'],
    group: 'The record',
  },
  {
    href: '/access/record',
    says: 'The record',
    allow: 'access.audit',
    for: staff,
    daily: ['auditor', 'administrator'],
    group: 'The record',
  },
]
