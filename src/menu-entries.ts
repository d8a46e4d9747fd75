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

type Row = readonly [href: string, says: string, allow: Permission, daily: readonly Role[]]

const grouped = (group: string, whom: readonly For[], rows: readonly Row[]): readonly Entry[] =>
  rows.map(([href, says, allow, daily]) => ({ href, says, allow, for: whom, daily, group }))

/** The menu, in the order of the work. Each entry is shown to those who may use it. */
export const menu: readonly Entry[] = [
  ...grouped('', everybody, [['/home', 'Home', 'home.read', []]]),
  ...grouped('The way of a budget', staff, [
    ['/cases', 'Cases', 'cases.list', ['case-worker', ...approvers, 'finance-officer', 'auditor']],
    ['/requests', 'Requests', 'requests.caseload', ['case-worker', 'team-leader']],
    ['/plans', 'Plans', 'requests.caseload', ['case-worker', ...approvers]],
    ['/agreements', 'Agreements', 'cases.list', ['head-of-service']],
    ['/clocks', 'Clocks', 'clocks.list', ['case-worker', 'team-leader']],
    ['/complaints', 'Complaints', 'complaints.list', []],
    ['/consents', 'Consents', 'consents.list', []],
    ['/employment', 'Employment', 'employment.staff', []],
  ]),
  ...grouped('By kind of care', staff, [
    ['/wheelchairs', 'Wheelchairs', 'wheelchairs.list', []],
    ['/maternity', 'Maternity', 'maternity.list', []],
    ['/ehc', 'EHC plans', 'ehc.list', ['council-officer']],
    ['/registers', 'At risk of admission', 'registers.list', []],
    ['/registers/counts', 'Counts', 'registers.counts', ['national-team']],
  ]),
  ...grouped('Money', staff, [
    ['/employment/payroll', 'Payroll', 'employment.payroll', ['provider']],
    ['/payments', 'Payments', 'payments.read', ['finance-officer', 'auditor']],
    ['/invoices', 'Invoices', 'invoices.list', ['provider']],
    ['/bank', 'Bank', 'cases.list', ['finance-officer']],
    ['/recoveries', 'Recoveries', 'recoveries.list', ['finance-officer']],
    ['/funding', 'Funding', 'funding.list', ['council-officer']],
    ['/forecasts', 'Forecasts', 'forecasts.book', []],
  ]),
  ...grouped('What we go by', staff, [
    ['/local-offer', 'Local offer', 'local-offer.list', []],
    ['/needs/rates', 'Rates', 'needs.rates', []],
    ['/rights/rules', 'Rules', 'rights.read', ['council-officer', 'provider', 'referrer', 'national-team']],
    ['/examinations', 'Examinations', 'examinations.read', []],
    [
      '/people/organisations',
      'Organisations',
      'organisations.read',
      ['council-officer', 'provider', 'referrer', 'national-team'],
    ],
  ]),
  ...grouped('', ['assistant'], [['/employment/hours', 'Hours', 'employment.hours', ['person']]]),
  ...grouped('', family, [
    ['/home/money', 'Money', 'home.read', ['person']],
    ['/home/plan', 'Plan', 'home.read', ['person']],
  ]),
  // Nobody writes to an assistant here: what an employer says stands with the week that it is about.
  ...grouped('', ['staff', 'family'], [['/notices/messages', 'Messages', 'notices.read', ['person']]]),
  ...grouped('', family, [['/home/people', 'People', 'home.read', ['person']]]),
  ...grouped('', ['family', 'assistant'], [['/access/looks', 'Who looked', 'access.own-looks', ['person']]]),
  ...grouped('The record', staff, [
    ['/succession', 'Succession', 'succession.read', ['administrator', 'national-team']],
    ['/access/actors', 'Staff', 'access.manage', ['administrator']],
    ['/access/record', 'The record', 'access.audit', ['auditor', 'administrator']],
  ]),
]
