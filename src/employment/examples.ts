import type { Done } from '../kernel/answers.ts'
import { addDays, type PlainDate, plainDate } from '../kernel/days.ts'
import { newId } from '../kernel/ids.ts'
import { pence, readThousandths, type Thousandths } from '../kernel/money.ts'
import type { Doing } from '../platform/doing.ts'
import { engage, type NewEngagement } from './actions/engage.ts'
import type {
  Contract,
  Engagement,
  EngagementId,
  KeptPayslip,
  Sheet,
  Spell,
  Term,
  WorkUnit,
} from './types.ts'

/** `7.5` as thousandths; throws on anything else, since examples are written by us. */
export const units = (text: string): Thousandths => {
  const read = readThousandths(text)
  if (read === null) throw new RangeError(`${text} is not a number of units`)
  return read
}

export const aTerm = (say: Partial<Term> = {}): Term => ({
  unit: 'hour',
  rate: pence(1290n),
  weekly: units('24'),
  from: plainDate('2026-04-06'),
  number: 1,
  ...say,
})

export const aContract = (say: Partial<Contract> = {}): Contract => ({
  number: 1,
  from: plainDate('2026-04-06'),
  line: 'line-1',
  contractOn: plainDate('2026-04-06'),
  particularsOn: plainDate('2026-04-06'),
  born: plainDate('1985-02-01'),
  daysAWeek: units('3'),
  noticeWeeks: null,
  until: null,
  ...say,
})

/** Work on days of a week, as `['2026-04-06', '7.5', '08:00']`, in hours unless said. */
export const spells = (
  all: readonly (readonly [day: string, units: string, begins?: string])[],
  unit: WorkUnit = 'hour',
): readonly Spell[] =>
  all.map(([day, count, begins]) => ({
    on: plainDate(day),
    unit,
    units: units(count),
    begins: begins ?? null,
  }))

export const aSheet = (say: Partial<Sheet> = {}): Sheet => ({
  id: newId(),
  engagement: newId(),
  week: plainDate('2026-04-06'),
  number: 1,
  spells: spells([
    ['2026-04-07', '8'],
    ['2026-04-08', '8'],
    ['2026-04-09', '8'],
  ]),
  tasks: [],
  note: '',
  sentBy: 'Joan Ellery',
  sentOn: plainDate('2026-04-12'),
  decided: null,
  ...say,
})

export const aPayslip = (say: Partial<KeptPayslip> = {}): KeptPayslip => ({
  id: newId(),
  givenAt: '2026-05-05T09:00:00.000Z' as KeptPayslip['givenAt'],
  from: plainDate('2026-04-06'),
  until: plainDate('2026-05-03'),
  paidOn: plainDate('2026-05-08'),
  gross: pence(123_840n),
  tax: pence(3_820n),
  employeeNi: pence(2_100n),
  employerNi: pence(11_264n),
  employeePension: pence(2_300n),
  employerPension: pence(2_300n),
  other: pence(0n),
  net: pence(115_620n),
  fee: pence(950n),
  ...say,
})

/** One job in memory, for the rules. 24 hours a week at £12.90 since 6 April 2026 unless said. */
export const anEngagement = (say: Partial<Engagement> = {}): Engagement => ({
  id: newId(),
  code: 'PA-7K3M-9QT',
  reference: 'PHB-7K3M-9QT',
  employer: 'Gwen Tallis',
  assistant: 'Joan Ellery',
  job: 'Help in the mornings',
  from: plainDate('2026-04-06'),
  contracts: [aContract()],
  terms: [aTerm()],
  leave: [],
  tasks: [],
  sheets: [],
  payslips: [],
  ending: null,
  ...say,
})

/** An assistant as a form would say it: 26 hours a week at £13.50 for ten weeks now, unless said. */
export const aNewEngagement = (
  say: Partial<NewEngagement> & { readonly reference: string; readonly today: PlainDate },
): NewEngagement => {
  const { today, ...said } = say
  const from = said.from ?? addDays(today, -70)
  return {
    assistant: 'Joan Ellery',
    job: 'Help in the mornings',
    from,
    line: 'line-1',
    particularsOn: from,
    born: plainDate('1980-06-15'),
    daysAWeek: units('5'),
    terms: [{ unit: 'hour', rate: pence(1350n), weekly: units('26') }],
    ...said,
  }
}

/** Takes an assistant on, as the one who asks. Throws where it is refused. */
export async function anAssistant(
  doing: Doing,
  say: Partial<NewEngagement> & { readonly reference: string },
): Promise<EngagementId> {
  const asked: Done<EngagementId, string> = await engage(
    doing,
    aNewEngagement({ today: doing.today, ...say }),
  )
  if (!asked.done) throw new Error(`The example was refused: ${asked.because.join(', ')}`)
  return asked.value
}
