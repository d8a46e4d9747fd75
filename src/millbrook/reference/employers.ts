import type { WorkUnit } from '../../employment/public.ts'

/**
 * A week that was sent, counted back from this one: 1 is last week. Days are Monday to Sunday, empty for
 * none.
 */
export type Week = {
  readonly ago: number
  /** Units of each day, Monday first; `8@07:00` says when it began. */
  readonly days: readonly string[]
  readonly unit?: WorkUnit
  readonly answer?: 'approved' | 'waits' | string
  /** The tasks that were done, by their place from 1. */
  readonly tasks?: readonly number[]
}

export type Employed = {
  readonly life: string
  /** Who employs, where it is not the person: a relative of the life. */
  readonly employer?: string
  readonly name: string
  readonly born: string
  readonly job: string
  readonly line: string
  /** Days before today on which the job began. */
  readonly began: number
  readonly daysAWeek: string
  readonly noticeWeeks?: number
  readonly terms: readonly (readonly [unit: WorkUnit, rate: string, weekly: string])[]
  readonly raise?: readonly [ago: number, unit: WorkUnit, rate: string]
  /** They sign in, with an account of their own. */
  readonly account?: boolean
  readonly payroll?: boolean
  readonly weeks: readonly Week[]
  /** Leave as days before today, first and last, and working days. */
  readonly leave?: readonly (readonly [kind: 'holiday' | 'sick', first: number, last: number, days: string])[]
  /** A task with the days before today on which it was signed off, and until when; null where nobody has. */
  readonly tasks?: readonly (readonly [says: string, signed: number | null, until: number | null])[]
  /** A payslip for the weeks before the newest two. */
  readonly payslip?: boolean
  readonly ends?: readonly [ago: number, ground: 'resigned' | 'redundant']
}

const mornings = ['5@07:00', '5@07:00', '5@07:00', '5@07:00', '5@07:00', '', '']
const weekend = ['', '', '', '', '', '4@08:00', '4@08:00']
const fourNights = ['1', '1', '1', '', '', '', '1']

/** Who is employed in Millbrook, with timesheets in every state. */
export const employed: readonly Employed[] = [
  {
    // The NHS pays this line of the plan itself, and so the wages.
    life: 'Elspeth Mackie',
    name: 'Isla Munro',
    born: '1992-03-08',
    job: 'An hour at bedtime',
    line: 'line-2',
    began: 120,
    daysAWeek: '7',
    terms: [['hour', '14.70', '7']],
    payroll: true,
    weeks: [],
  },
  {
    life: 'Gwen Tallis',
    name: 'Joan Ellery',
    born: '1981-06-15',
    job: 'Help in the mornings',
    line: 'line-1',
    began: 1420,
    daysAWeek: '5',
    terms: [
      ['hour', '13.10', '25'],
      ['mile', '0.45', '20'],
    ],
    raise: [220, 'hour', '13.85'],
    account: true,
    payroll: true,
    weeks: [
      { ago: 6, days: mornings, answer: 'approved' },
      { ago: 5, days: mornings, answer: 'approved' },
      { ago: 4, days: mornings, answer: 'approved' },
      { ago: 3, days: mornings, answer: 'approved' },
      { ago: 2, days: mornings, answer: 'approved' },
      { ago: 1, days: ['5@07:00', '7.5@07:00', '5@07:00', '5@07:00', '5@07:00', '', ''], answer: 'waits' },
    ],
    leave: [['holiday', 96, 92, '5']],
    payslip: true,
  },
  {
    life: 'Gwen Tallis',
    name: 'Bill Tamsin',
    born: '1999-11-02',
    job: 'Help at the weekend',
    line: 'line-2',
    began: 300,
    daysAWeek: '2',
    terms: [['hour', '14.60', '8']],
    payroll: true,
    weeks: [
      { ago: 4, days: weekend, answer: 'approved' },
      { ago: 3, days: weekend, answer: 'approved' },
      { ago: 2, days: ['', '', '', '', '', '4@08:00', '9@08:00'], answer: 'Sunday was four hours, I think?' },
      { ago: 1, days: weekend, answer: 'waits' },
    ],
    leave: [['sick', 40, 39, '2']],
    payslip: true,
  },
  {
    life: 'Derek Ransome',
    name: 'Curtis Bell',
    born: '1978-02-20',
    job: 'Assistant by day',
    line: 'line-1',
    began: 1130,
    daysAWeek: '4',
    noticeWeeks: 4,
    terms: [['hour', '13.85', '35']],
    account: true,
    payroll: true,
    weeks: [
      {
        ago: 3,
        days: ['9@08:00', '9@08:00', '9@08:00', '8@08:00', '', '', ''],
        answer: 'approved',
        tasks: [1],
      },
      {
        ago: 2,
        days: ['9@08:00', '9@08:00', '9@08:00', '8@08:00', '', '', ''],
        answer: 'approved',
        tasks: [1],
      },
      {
        ago: 1,
        days: ['9@08:00', '9@08:00', '9@08:00', '8@08:00', '', '', ''],
        answer: 'waits',
        tasks: [1, 2],
      },
    ],
    tasks: [
      ['Cough assist before meals and at bedtime', 200, -160],
      ['Tube feed', 380, 12],
    ],
    payslip: true,
  },
  {
    life: 'Derek Ransome',
    name: 'Grace Hollins',
    born: '1968-09-09',
    job: 'Sleep-in on Saturdays',
    line: 'line-3',
    began: 900,
    daysAWeek: '1',
    terms: [['sleep-in', '71.90', '1']],
    weeks: [
      { ago: 3, days: ['', '', '', '', '', '1', ''], unit: 'sleep-in', answer: 'approved' },
      { ago: 2, days: ['', '', '', '', '', '1', '1'], unit: 'sleep-in', answer: 'waits' },
    ],
    ends: [-21, 'resigned'],
  },
  {
    life: 'Yusuf Hassan',
    employer: 'Amira Hassan',
    name: 'Leila Haddad',
    born: '1990-04-04',
    job: 'Awake at night',
    line: 'line-1',
    began: 310,
    daysAWeek: '4',
    terms: [['night', '168.25', '4']],
    account: true,
    payroll: true,
    weeks: [
      { ago: 3, days: fourNights, unit: 'night', answer: 'approved', tasks: [1] },
      { ago: 2, days: fourNights, unit: 'night', answer: 'approved', tasks: [1] },
      { ago: 1, days: fourNights, unit: 'night', answer: 'waits', tasks: [1] },
    ],
    tasks: [['Suction at night', 120, -240]],
    payslip: true,
  },
  {
    life: 'Yusuf Hassan',
    employer: 'Amira Hassan',
    name: 'Hannah Brooke',
    born: '2003-12-24',
    job: 'Assistant after school',
    line: 'line-2',
    began: 200,
    daysAWeek: '5',
    terms: [['hour', '13.85', '17.5']],
    weeks: [],
    tasks: [['Gastrostomy feed', null, null]],
  },
]
