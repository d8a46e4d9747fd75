import { setApprovalLimit } from '../access/public.ts'
import { type PlainDate, plainDate } from '../kernel/days.ts'
import { pence, readMoney } from '../kernel/money.ts'
import { type EmployerFigures, setEmployerRates, setRate, type Unit } from '../needs/public.ts'
import { setPayer } from '../payments/public.ts'
import { addOrganisation, type OrganisationId, setSetting } from '../people/public.ts'
import type { Actor, Doing } from '../platform/doing.ts'
import { setUpMaternity } from './maternity-setting.ts'
import { must } from './must.ts'

const since = plainDate('2024-04-01')

type Body = Omit<Parameters<typeof addOrganisation>[1], 'invented'>

const bodies = {
  group: {
    code: 'MBG',
    kind: 'ccg',
    name: 'NHS Millbrook Clinical Commissioning Group',
    from: plainDate('2013-04-01'),
    until: plainDate('2022-06-30'),
  },
  millbrook: {
    code: 'QMB',
    kind: 'icb',
    name: 'NHS Millbrook ICB',
    from: plainDate('2022-07-01'),
    follows: { code: 'MBG', on: plainDate('2022-07-01') },
    details: {
      telephone: '01632 960 100',
      lines: ['Fern House', '2 Market Street', 'Millbrook', 'MB1 1AA'],
    },
  },
  ashdale: {
    code: 'QAD',
    kind: 'icb',
    name: 'NHS Ashdale ICB',
    details: { telephone: '01632 960 700', lines: ['Dale Court', 'Station Road', 'Ashdale', 'AD1 4QQ'] },
  },
  council: { code: 'MBC', kind: 'council', name: 'Millbrook Council' },
  ashdaleCouncil: { code: 'ADC', kind: 'council', name: 'Ashdale Borough Council' },
  fernway: { code: 'MB-FERNWAY', kind: 'provider', name: 'Fernway Care Ltd' },
  larkfield: { code: 'MB-LARKFIELD', kind: 'provider', name: 'Larkfield Physio' },
  saltings: { code: 'MB-SALTINGS', kind: 'provider', name: 'Saltings Nursing Agency' },
  stclare: { code: 'MB-STCLARE', kind: 'charity', name: 'St Clare’s Hospice' },
  kiln: { code: 'MB-KILN', kind: 'supplier', name: 'Kiln End Mobility' },
  trust: { code: 'MB-MILT', kind: 'charity', name: 'Millbrook Independent Living Trust' },
  payroll: { code: 'MB-TALLY', kind: 'payroll', name: 'Tally Payroll Services' },
  ashdaleTrust: { code: 'AD-OAKTREE', kind: 'charity', name: 'Oak Tree Support Brokers' },
} as const satisfies Record<string, Body>
export type Organisations = Readonly<Record<keyof typeof bodies | 'england', OrganisationId>>

/** The two boards, their councils, and whom families buy from. */
export async function foundPlace(doing: Doing): Promise<Organisations> {
  const made: [string, OrganisationId][] = []
  for (const [key, body] of Object.entries<Body>(bodies))
    made.push([key, await addOrganisation(doing, { from: since, ...body, invented: true })])
  const england = await addOrganisation(doing, {
    code: 'X24',
    kind: 'region',
    name: 'NHS England',
    from: plainDate('2013-04-01'),
  })
  return Object.fromEntries([...made, ['england', england]]) as Organisations
}

const minute = 'Millbrook ICB board, minute 14 of 21 March 2024'

/** Figures that each board has set for itself, as name, value and why. */
const settings: readonly (readonly [name: string, value: string, because: string])[] = [
  ['request-answer-working-days', '28', `Four weeks and a bit is what we promise. ${minute}`],
  ['reconsideration-answer-working-days', '20', minute],
  ['purchase-answer-working-days', '5', minute],
  ['maternity-confirm-working-days', '5', minute],
  ['reconsider-once-in-months', '6', minute],
  ['doubt-answer-working-days', '10', minute],
  ['contingency-parts', '400', `4 % for the unexpected. ${minute}`],
  ['first-money-audit-months', '6', 'Finance committee, 12 March 2024: spread from the plan reviews'],
  ['surplus-weeks', '8', 'Finance committee, 12 March 2024'],
  ['stop-notice-days', '28', minute],
  ['cut-notice-days', '28', minute],
  ['repay-within-days', '56', minute],
  ['recovery-bills-weeks', '4', 'Finance committee, 12 March 2024'],
  ['recovery-contingency-weeks', '1', 'Finance committee, 12 March 2024'],
  ['recovery-object-days', '28', minute],
  ['recovery-answer-days', '20', minute],
  ['recovery-estate-days', '84', 'Finance committee, 12 March 2024: an estate takes time'],
  ['recovery-limit-team-leader', '1500', 'Scheme of delegation, version 7'],
  ['recovery-limit-head-of-service', '10000', 'Scheme of delegation, version 7'],
  ['recovery-limit-panel', '1000000', 'Scheme of delegation, version 7'],
  ['invoices-over-percent', '10', 'Finance committee, 12 March 2024'],
  ['invoices-pay-days', '30', 'Finance committee, 12 March 2024'],
  ['payments-bank-change-days', '30', 'Finance committee, 12 March 2024'],
  ['payments-little-percent', '20', 'Finance committee, 12 March 2024: a fifth'],
  ['bank-statement-days', '120', 'Finance committee, 12 March 2024: three months and a bit'],
  ['payments-monthly-method', 'level-months', 'Finance committee, 12 March 2024'],
]

/** How much a week each role may approve, in pence; null is any sum. */
const limits = [
  ['team-leader', 120_000n],
  ['head-of-service', 250_000n],
  ['panel', null],
] as const

/** Name, words, unit and the rate from 6 April 2025 and from 6 April 2026. */
const rates: readonly (readonly [
  name: string,
  says: string,
  unit: Unit,
  from2025: string,
  from2026: string,
])[] = [
  ['pa-day', 'Personal assistant, hour on a weekday', 'hour', '13.10', '13.85'],
  ['pa-weekend', 'Personal assistant, hour at the weekend', 'hour', '14.60', '15.40'],
  ['pa-night', 'Personal assistant, waking night', 'night', '131.00', '138.50'],
  ['pa-sleep-in', 'Personal assistant, sleep-in', 'sleep-in', '58.00', '61.50'],
  ['agency-hour', 'Home care agency, hour', 'hour', '24.90', '26.20'],
  ['agency-night', 'Home care agency, waking night', 'night', '212.00', '223.00'],
  ['nurse-hour', 'Registered nurse of an agency, hour', 'hour', '38.50', '40.40'],
  ['live-in', 'Live-in carer, week', 'week', '1390.00', '1465.00'],
  ['physio', 'Physiotherapy, session', 'session', '54.00', '57.00'],
  ['massage', 'Massage or hydrotherapy, session', 'session', '42.00', '44.00'],
  ['respite-day', 'Respite in a hospice or home, day', 'day', '162.00', '171.00'],
  ['activity', 'Group or class, session', 'session', '17.50', '18.50'],
  ['mile', 'Mileage, mile', 'mile', '0.45', '0.45'],
]

const figures = (leave: Pick<EmployerFigures, 'insuranceYearly' | 'payrollFourWeekly'>): EmployerFigures => ({
  niParts: 1500,
  niAboveWeekly: pence(9600n),
  pensionParts: 300,
  pensionAboveWeekly: pence(12000n),
  pensionFromYearly: pence(1_000_000n),
  leaveWeeks: 5600,
  ...leave,
})

type Board = {
  readonly organisation: OrganisationId
  readonly finance: Doing
  readonly lead: Doing
  readonly account: string
}

async function setUp(doing: Doing, { organisation, finance, lead, account }: Board): Promise<void> {
  for (const [name, value, because] of settings)
    await setSetting(lead, { organisation, name, value, from: since, because })
  for (const [role, weekly] of limits)
    await setApprovalLimit(doing, {
      organisation,
      role,
      weekly: weekly === null ? null : pence(weekly),
      from: since,
      source: 'Scheme of delegation, version 7',
    })
  await setRates(finance, organisation)
  const payer = { organisation, from: since, name: account, sortCode: '000001', accountNumber: '10000001' }
  must(await setPayer(finance, payer), 'the account that is paid from')
}

const years: readonly (readonly [from: PlainDate, insurance: bigint, payroll: bigint])[] = [
  [plainDate('2025-04-06'), 6_800n, 900n],
  [plainDate('2026-04-06'), 7_200n, 950n],
]

async function setRates(doing: Doing, organisation: OrganisationId): Promise<void> {
  for (const [name, says, unit, ...sums] of rates)
    for (const [at, sum] of sums.entries()) {
      const from = years[at]?.[0] ?? since
      const rate = readMoney(sum) ?? pence(0n)
      const source = `Rate table ${from.slice(0, 4)}/${Number(from.slice(2, 4)) + 1}, finance committee`
      must(await setRate(doing, { organisation, name, says, unit, rate, from, source }), `the rate ${name}`)
    }
  for (const [from, insurance, payroll] of years)
    await setEmployerRates(doing, {
      organisation,
      from,
      figures: figures({ insuranceYearly: pence(insurance), payrollFourWeekly: pence(payroll) }),
      source: 'Rates of employer contributions as Tally Payroll sent them',
    })
}

type Setters = Readonly<Record<'ngozi' | 'helen' | 'farid' | 'dolores', Actor>>

/** Settings, limits and rates of both boards, set by their own people. */
export async function setUpBoards(doing: Doing, organisations: Organisations, staff: Setters): Promise<void> {
  const as = (actor: Actor): Doing => ({ ...doing, actor, today: since })
  await setUp(doing, {
    organisation: organisations.millbrook,
    finance: as(staff.ngozi),
    lead: as(staff.helen),
    account: 'NHS MILLBROOK ICB',
  })
  await setUp(doing, {
    organisation: organisations.ashdale,
    finance: as(staff.farid),
    lead: as(staff.dolores),
    account: 'NHS ASHDALE ICB',
  })
  const leads = { millbrook: as(staff.helen), ashdale: as(staff.dolores) }
  await setUpMaternity(leads, organisations, since)
}
