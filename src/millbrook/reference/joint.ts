import type { Strand } from '../../needs/public.ts'

/** Parts of a hundred of a line by strand; health carries what is not named. */
type Parts = Readonly<Partial<Record<Exclude<Strand, 'health'>, number>>>

/** A budget that the council carries a part of, by the places of its lines from 1. */
export type Shared = {
  readonly life: string
  readonly because: string
  readonly lines: Readonly<Record<number, Parts>>
  /** Only asked of the council so far. */
  readonly proposed?: boolean
  readonly dispute?: Disputed
}

/** A part that the bodies dispute; months count back from this one, 1 is the last that is over. */
export type Disputed = {
  readonly line: number
  readonly strand: Exclude<Strand, 'health'>
  /** The first month in dispute, and the last; null as long as it lasts, to the end of next month. */
  readonly months: readonly [first: number, last: number | null]
  readonly interim: 'board' | 'body'
  readonly because: string
  /** What the body carries of it in the end, in parts of a hundred. */
  readonly settled?: readonly [part: number, because: string]
}

/** Budgets that health, social care and education carry together: all of it invented. */
export const shared: readonly Shared[] = [
  {
    life: 'Yusuf Hassan',
    because: 'Joint panel of 4 September, minute 3: short breaks are shared; school pays its own part',
    lines: { 2: { 'social-care': 25, education: 25 }, 3: { education: 50 }, 4: { 'social-care': 60 } },
  },
  {
    life: 'Ruby Tarrant',
    because: 'Joint panel of 4 September, minute 7: support outside school hours is shared by halves',
    lines: { 1: { 'social-care': 50 }, 2: { 'social-care': 30 }, 3: { 'social-care': 100 } },
    dispute: {
      line: 2,
      strand: 'social-care',
      months: [2, 2],
      interim: 'board',
      because: 'Both nights of that month were for seizures. We say that they are health’s',
      settled: [50, 'Directors’ meeting: one of the two nights was for seizures, one was a short break'],
    },
  },
  {
    life: 'Oluwaseun Adebayo',
    because: 'Education, health and care plan, section J: the school day is shared, nights are health’s',
    lines: { 1: { education: 40, 'social-care': 10 }, 4: { education: 50 } },
    dispute: {
      line: 1,
      strand: 'education',
      months: [1, null],
      interim: 'body',
      because: 'The bus is not school, and he needs somebody beside him for his ventilator',
    },
  },
  {
    life: 'Merryn Castell',
    because: 'Section 117 is a duty of both: by halves, as the after-care meeting agreed',
    lines: { 1: { 'social-care': 50 }, 2: { 'social-care': 50 }, 3: { 'social-care': 50 } },
  },
  {
    life: 'Abigail Stott',
    because: 'Guides and evenings are a short break as much as they are nursing',
    lines: { 1: { 'social-care': 40 } },
    proposed: true,
  },
]
