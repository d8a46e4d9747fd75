import type { Life, Support, Voice } from './types.ts'

type Say = Partial<Support> & Pick<Support, 'says' | 'when'>

const line = (usual: Omit<Support, 'says' | 'when'>, say: Say): Support => ({ ...usual, ...say })

const usual = {
  per: 'week',
  rateName: null,
  ownRate: null,
  ownRateBecause: null,
  employed: false,
  payee: '',
  payeeWords: [],
  serves: 1,
} as const

/** What the bank writes for a name: `J ELLERY`. */
const bankName = (name: string): string => {
  const [first = '', ...rest] = name.toUpperCase().split(' ')
  return [first.slice(0, 1), ...rest].join(' ')
}
const toPerson = (payee: string) => ({ payee, payeeWords: payee === '' ? [] : [bankName(payee)] })
const toFirm = (payee: string) => ({
  payee,
  payeeWords: [payee.toUpperCase().replace(/ (LTD|TRUST|SERVICES)$/, '')],
})

/** An assistant whom the family employs: so many hours of weekdays. */
export const assistant = (hours: string, name: string, say: Say): Support =>
  line(
    {
      ...usual,
      ...toPerson(name),
      group: 'Day to day',
      kind: 'care',
      unit: 'hour',
      units: hours,
      rateName: 'pa-day',
      employed: true,
    },
    say,
  )

export const weekends = (hours: string, name: string, say: Say): Support =>
  assistant(hours, name, { group: 'Weekends', rateName: 'pa-weekend', ...say })

export const sleepIns = (count: string, name: string, say: Say): Support =>
  assistant(count, name, { group: 'Nights', unit: 'sleep-in', rateName: 'pa-sleep-in', ...say })

export const nights = (count: string, name: string, say: Say): Support =>
  assistant(count, name, { group: 'Nights', unit: 'night', rateName: 'pa-night', ...say })

/** Hours of an agency. */
export const agency = (hours: string, say: Say, firm = 'Fernway Care Ltd'): Support =>
  line(
    {
      ...usual,
      ...toFirm(firm),
      group: 'Day to day',
      kind: 'care',
      unit: 'hour',
      units: hours,
      rateName: 'agency-hour',
    },
    say,
  )

export const agencyNights = (count: string, say: Say, firm = 'Fernway Care Ltd'): Support =>
  agency(count, { group: 'Nights', unit: 'night', rateName: 'agency-night', ...say }, firm)

export const nurse = (hours: string, say: Say): Support =>
  agency(hours, { group: 'Nursing', rateName: 'nurse-hour', ...say }, 'Saltings Nursing Agency')

export const liveIn = (say: Say, firm = 'Fernway Care Ltd'): Support =>
  agency('1', { unit: 'week', rateName: 'live-in', ...say }, firm)

export const physio = (sessions: string, say: Say): Support =>
  agency(
    sessions,
    { group: 'Keeping well', unit: 'session', per: 'month', rateName: 'physio', ...say },
    'Larkfield Physio',
  )

export const hydro = (sessions: string, say: Say): Support =>
  agency(
    sessions,
    { group: 'Keeping well', unit: 'session', per: 'month', rateName: 'massage', ...say },
    'Larkfield Physio',
  )

/** Days of respite in a year. */
export const respite = (days: string, say: Say): Support =>
  agency(
    days,
    { group: 'A break', unit: 'day', per: 'year', rateName: 'respite-day', ...say },
    'St Clare’s Hospice',
  )

/** A group or class, so many a week. */
export const going = (sessions: string, to: string, say: Say): Support =>
  line(
    {
      ...usual,
      ...toFirm(to),
      group: 'Out and about',
      kind: 'activity',
      unit: 'session',
      units: sessions,
      rateName: 'activity',
    },
    say,
  )

/** Something that is bought, at so many pounds a year, with why that is the price. */
export const thing = (pounds: string, from: string, say: Say & { readonly because: string }): Support => {
  const { because, ...rest } = say
  const priced = { unit: 'item', units: '1', per: 'year', ownRate: pounds, ownRateBecause: because } as const
  return line({ ...usual, ...toFirm(from), group: 'Things', kind: 'equipment', ...priced }, rest)
}

/** Training of assistants, at so many pounds a year. */
export const training = (pounds: string, by = 'Saltings Nursing Agency'): Support => ({
  ...thing(pounds, by, {
    says: 'Training and yearly refresher for the assistants',
    when: 'Once a year, and when somebody new starts',
    because: 'Quote of the trainer, three people a year',
  }),
  group: 'Costs of being an employer',
  kind: 'training',
})

const usualWords = {
  whenItFails: 'Fernway Care sends somebody within four hours. Until then the family manages.',
  crisis: 'Out-of-hours nurses on 01632 960 333, then 999',
  checks: 'The community matron looks in every month',
  training: 'Moving and handling, and what is particular to me, shown by the nurse before anybody starts',
} as const

type Telling = Partial<Voice> & Pick<Voice, 'about' | 'matters' | 'outcomes' | 'risks'>

/** A plan's words, with what most plans here say when it fails. */
export const voice = (say: Telling): Voice => ({ ...usualWords, ...say })

/** An assessment: in their words, then each domain with its level and a note. */
export const found = (
  words: string,
  ...domains: readonly (readonly [name: string, level: string, note: string])[]
): NonNullable<Life['assessed']> => ({ words, domains })
