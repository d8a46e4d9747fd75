/** Every role there is. `visitor` is anybody who has not signed in; `person` is everybody who has. */
export const roles = [
  'visitor',
  'person',
  'case-worker',
  'team-leader',
  'head-of-service',
  'panel',
  'finance-officer',
  'auditor',
  'administrator',
  'referrer',
  'council-officer',
  'provider',
  'national-team',
] as const
export type Role = (typeof roles)[number]

/** What each role is called on a page and in the record. */
export const roleNames = {
  visitor: 'Visitor',
  person: 'Person or family',
  'case-worker': 'Case worker',
  'team-leader': 'Team leader',
  'head-of-service': 'Head of service',
  panel: 'Funding panel',
  'finance-officer': 'Finance officer',
  auditor: 'Auditor',
  administrator: 'Administrator',
  referrer: 'Health or care professional',
  'council-officer': 'Council officer',
  provider: 'Provider or budget holder organisation',
  'national-team': 'National team',
} as const satisfies Record<Role, string>

const anybody = roles
const signedIn = roles.filter(role => role !== 'visitor')
const approvers = ['team-leader', 'head-of-service', 'panel'] as const
const caseStaff = ['case-worker', ...approvers] as const
const readsCases = [...caseStaff, 'auditor'] as const
const readsMoney = [...readsCases, 'finance-officer'] as const
const family = ['person'] as const

/**
 * The first of three questions: may this role do this at all? Who may see which record is asked of the
 * grants and by row-level security. A permission that is not here does not compile in a route; a role not
 * named may not.
 */
export const permissions = {
  'public.read': anybody,
  'access.sign-in': anybody,
  'access.own-account': signedIn,
  'access.own-looks': signedIn,
  'access.act-for-others': ['case-worker', 'team-leader', 'finance-officer'],
  'access.audit': ['auditor', 'administrator'],
  'access.manage': ['administrator'],
  'people.read': [...family, ...readsMoney],
  'people.change': [...family, 'case-worker', 'team-leader'],
  'people.find': readsMoney,
  'people.relate': [...family, 'case-worker', 'team-leader'],
  'organisations.read': anybody,
  'notices.read': [...family, ...readsMoney],
  'notices.outbox': ['administrator'],
  'rights.read': anybody,
  'local-offer.read': [...family, ...readsMoney],
  'local-offer.ask': [...family, 'case-worker', 'team-leader', 'finance-officer'],
  'local-offer.list': readsMoney,
  'local-offer.answer': ['case-worker', 'team-leader', 'head-of-service'],
  'ledger.read': [...family, ...readsMoney],
  'ledger.hold': ['finance-officer'],
  'requests.ask': [...family, 'case-worker', 'team-leader', 'referrer'],
  'requests.read': [...family, ...readsCases, 'referrer'],
  'requests.refer': ['referrer'],
  'requests.withdraw': [...family, 'case-worker', 'team-leader'],
  'requests.offer': ['case-worker', 'team-leader'],
  'notices.send': [...family, 'case-worker', 'team-leader', 'head-of-service', 'finance-officer'],
  'requests.caseload': readsCases,
  'requests.take': ['case-worker', 'team-leader'],
  'requests.decide': ['case-worker', 'team-leader', 'head-of-service'],
  'requests.reconsider': ['team-leader', 'head-of-service'],
  'requests.ask-reconsideration': [...family, 'case-worker'],
  'needs.read': [...family, ...readsCases],
  'needs.assess': ['case-worker', 'team-leader'],
  'needs.rates': ['finance-officer', 'team-leader', 'head-of-service', 'auditor', 'case-worker'],
  'needs.set-rates': ['finance-officer', 'head-of-service'],
  'plans.read': [...family, ...readsMoney, 'council-officer', 'provider'],
  'plans.write': [...family, 'case-worker', 'team-leader'],
  'plans.sign-off': approvers,
  'agreements.read': [...family, ...readsMoney],
  'agreements.prepare': ['case-worker', 'team-leader'],
  'agreements.sign': [...family, ...approvers],
  'agreements.bank-account': [...family, 'finance-officer', 'case-worker'],
  'agreements.approve-account': ['finance-officer'],
  'employment.read': [...family, ...readsMoney, 'provider'],
  'employment.employ': [...family, 'case-worker', 'team-leader', 'finance-officer', 'provider'],
  'employment.hours': [...family, ...readsMoney, 'provider'],
  'employment.train': [...family, 'case-worker', 'team-leader', 'provider'],
  'employment.payroll': ['provider'],
  'employment.staff': readsMoney,
  'payments.own': [...family, ...readsMoney],
  'payments.read': readsMoney,
  'payments.propose': ['case-worker', 'finance-officer'],
  'payments.prepare': ['finance-officer'],
  'payments.release': ['finance-officer', 'head-of-service'],
  'invoices.read': [...family, ...readsMoney, 'provider'],
  'invoices.list': [...readsMoney, 'provider'],
  'invoices.enter': [...family, 'case-worker', 'team-leader', 'finance-officer', 'provider'],
  'invoices.decide': ['case-worker', 'team-leader', 'finance-officer'],
  'invoices.note-paid': [...family, 'case-worker', 'finance-officer', 'provider'],
  'wheelchairs.read': [...family, ...readsMoney],
  'wheelchairs.list': readsMoney,
  'wheelchairs.write': ['case-worker', 'team-leader'],
  'wheelchairs.agree': ['team-leader', 'head-of-service'],
  'wheelchairs.ask': [...family, 'case-worker', 'team-leader'],
  'funding.read': [...family, ...readsMoney, 'council-officer'],
  'funding.list': ['finance-officer', 'head-of-service', 'auditor', 'council-officer'],
  'funding.share-out': ['case-worker', 'team-leader'],
  'funding.agree': ['council-officer'],
  'funding.contribute': ['council-officer'],
  'funding.recharge': ['finance-officer'],
  'funding.dispute': ['finance-officer', 'council-officer'],
  'funding.settle': ['finance-officer', 'head-of-service'],
  'funding.back-date': ['finance-officer', 'head-of-service'],
  'bank.read': [...family, ...readsMoney],
  'bank.send': [...family, 'case-worker', 'finance-officer'],
  'bank.answer': [...family, 'case-worker', 'finance-officer'],
  'bank.monitor': ['case-worker', 'finance-officer'],
  'recoveries.read': [...family, ...readsMoney],
  'recoveries.list': readsMoney,
  'recoveries.propose': ['case-worker', 'team-leader', 'finance-officer'],
  'recoveries.decide': approvers,
  'recoveries.stop': ['case-worker', 'finance-officer', ...approvers],
  'recoveries.object': [...family, 'case-worker', 'team-leader', 'finance-officer'],
  'recoveries.note-money': ['finance-officer'],
  'recoveries.settings': ['finance-officer', 'head-of-service'],
  'people.figures-set': ['finance-officer', 'head-of-service'],
  'people.figures-read': readsMoney,
  'forecasts.read': [...family, ...readsMoney],
  'forecasts.book': [...approvers, 'finance-officer', 'auditor'],
  'reviews.read': [...family, ...readsMoney],
  'reviews.hold': ['case-worker', 'team-leader'],
  'reviews.audit-money': ['finance-officer'],
  'reviews.settle': [...family, 'case-worker', 'team-leader', 'head-of-service', 'finance-officer'],
  'reviews.ending': ['team-leader', 'head-of-service'],
  'cases.read': [...family, ...readsMoney, 'referrer'],
  'cases.list': readsMoney,
  'succession.read': ['administrator', 'national-team', 'team-leader', 'head-of-service'],
  'succession.carry-out': ['administrator', 'national-team'],
  'succession.place': ['team-leader', 'head-of-service'],
  'succession.place-staff': ['administrator'],
  'home.read': signedIn,
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export const permissionNames = Object.keys(permissions) as readonly Permission[]

/** Pure: does any of these roles have the permission? */
export const rolesMay = (held: readonly Role[], permission: Permission): boolean =>
  (permissions[permission] as readonly Role[]).some(role => held.includes(role))
