import type { Life, Support } from '../src/millbrook/types.ts'
import { agency, assistant, found, physio, training, voice } from '../src/millbrook/words.ts'
import { adultDomains, childDomains } from '../src/needs/rules/consistency.ts'
import { firstFact } from '../src/requests/examples.ts'
import type { Pathway, Way } from '../src/rights/public.ts'
import { told } from './living.ts'

const year = Number(told.slice(0, 4))

/** An age that a pathway bears, as far from its edges as they allow: 40 where any age is borne. */
export const ageFor = ({ ages }: Pick<Pathway, 'ages'>): number =>
  ages === null ? 40 : ages.until === null ? ages.from + 30 : Math.floor((ages.from + ages.until) / 2)

/** By which domains somebody of that age is assessed on a pathway. */
export const domainsFor = ({ domains, ages }: Pick<Pathway, 'domains' | 'ages'>): readonly string[] => {
  const child = domains === 'by-age' ? ageFor({ ages }) < 18 : domains === 'child'
  return child ? childDomains : adultDomains
}

const lineHeld: Readonly<Record<Way, readonly Support[]>> = {
  'direct-payment': [
    assistant('20', 'Joan Ellery', { says: 'Mornings', when: 'Every weekday', way: 'direct-payment' }),
    { ...training('220'), way: 'direct-payment' },
  ],
  'third-party': [agency('6', { says: 'Weekends', when: 'Saturdays', way: 'third-party' })],
  notional: [physio('2', { says: 'Physiotherapy', when: 'Every other week', way: 'notional' })],
}

/** People of two pathways in the same place have two names. */
const letter = (place: number): string =>
  String.fromCharCode(65 + (place % 26)) + (place < 26 ? '' : letter(Math.floor(place / 26)))

/**
 * Somebody on a pathway, whichever it is, as its file says: of an age that it bears, assessed by its
 * domains, with a line held in each of its ways. A child’s mother asks and receives the money.
 */
export function anyLife(pathway: Pathway): Life {
  const { id, ways, place } = pathway
  const fact = firstFact(id)
  const child = ageFor(pathway) < 16
  const paid = ways.includes('direct-payment')
  const family = `Weld-${letter(place)}`
  const parent = { name: `Rosa ${family}`, is: 'mother', kind: 'parent', account: true } as const
  const holder = child
    ? ({ holder: 'representative', who: parent.name } as const)
    : ({ holder: 'person' } as const)
  return {
    name: `Sami ${family}`,
    born: `${year - ageFor(pathway)}-03-09`,
    home: ['3 Mill Cottages', 'Upper Fern', 'MB5 1GE'],
    path: id,
    account: !child,
    ...(child ? { family: [parent] } : {}),
    asks: {
      on: -80,
      by: 'online',
      words: 'People I choose.',
      parts: ways.map(way => [`What is held so: ${way}`, way, 100] as const),
      ...(child ? { who: parent.name } : {}),
    },
    ...(fact === null ? {} : { fact }),
    upTo: 'signed',
    held: { ...(paid ? holder : {}), ...(ways.includes('third-party') ? { thirdParty: 'trust' } : {}) },
    assessed: found('Ask me.', ...domainsFor(pathway).map(name => [name, 'moderate', 'As it is.'] as const)),
    support: ways.flatMap(way => lineHeld[way]),
    voice: voice({
      about: { 'most-important': 'My own front door.' },
      matters: 'To be asked first.',
      outcomes: [['Up by nine', 'I say so', 'Me, on Sundays']],
      risks: [['A fall', 'A hip', 'The pendant is worn.']],
    }),
    banked: [],
  }
}
