import type { ChairStory } from '../chair-story.ts'
import type { Ago, Life } from '../types.ts'

type Who = Pick<Life, 'name' | 'born' | 'home'> & Partial<Life>

const asksFor = (on: Ago, words: string, way: 'notional' | 'third-party', who: Who): Life => ({
  path: 'wheelchair',
  account: true,
  worker: 'priya',
  fact: 'referred-and-eligible',
  asks: { on, by: 'online', words, parts: [['A wheelchair that fits', way]] },
  upTo: 'decided',
  ...who,
})

/** People of the wheelchair service, at every stage from waiting to handing back. */
export const wheelchairs: readonly Life[] = [
  asksFor(
    -230,
    'I want a chair that I can lift into my car by myself. I will pay what it costs more.',
    'third-party',
    { name: 'Amir Lowen', born: '2001-02-14', home: ['5 Bobbin Lane', 'Millbrook', 'MB1 3RF'] },
  ),
  asksFor(-147, 'My knees have gone. I get to the gate and no further.', 'notional', {
    name: 'Nora Beckwith',
    born: '1958-03-09',
    home: ['22 Weir Street', 'Millbrook', 'MB1 1PQ'],
    upTo: 'taken',
  }),
  asksFor(-62, 'She has grown out of the buggy, and her feet touch the wheels.', 'third-party', {
    name: 'Tilly Marsden',
    born: '2019-05-20',
    home: ['3 Orchard Close', 'Kiln End', 'MB4 2BA'],
    account: false,
    family: [{ name: 'Hanna Marsden', is: 'mother', kind: 'parent', account: true }],
    asks: {
      on: -62,
      by: 'online',
      words: 'She has grown out of the buggy, and her feet touch the wheels.',
      parts: [['A chair that grows with her', 'third-party']],
      who: 'Hanna Marsden',
    },
  }),
  asksFor(-90, 'The standard chair would do, if it had a seat that goes up to the shelf.', 'notional', {
    name: 'Ines Calderbank',
    born: '1979-10-01',
    home: ['14 Foundry Row', 'Millbrook', 'MB2 4DL'],
  }),
  asksFor(-120, 'I only want a chair that turns in my hall.', 'notional', {
    name: 'Desmond Oyelade',
    born: '1949-06-17',
    home: ['8 Chapel Steps', 'Millbrook', 'MB1 6HT'],
  }),
  asksFor(-210, 'After the stroke I need one that I can push with one hand.', 'notional', {
    name: 'Wilf Garsdale',
    born: '1952-01-30',
    home: ['41 Mill Race', 'Millbrook', 'MB1 2ZX'],
  }),
  asksFor(-300, 'I had a voucher, and they say it can be a budget now.', 'notional', {
    name: 'Petra Novotna',
    born: '1986-08-23',
    home: ['17 Sluice Court', 'Millbrook', 'MB1 8EW'],
  }),
]

const chair = { need: 'medium', pounds: 1850, repairYearly: 84 } as const

/** Whom Millbrook pays by a run for chairs and repairs. */
export const chairSuppliers = ['Wharfside Mobility', 'Wharf Cycles']

/** What came of each, by name. */
export const chairStories: Readonly<Record<string, ChairStory>> = {
  'Amir Lowen': {
    ...chair,
    chair: 'Active user chair with a firm back',
    assessed: -170,
    quote: {
      kind: 'chair',
      supplier: 'Wharfside Mobility',
      says: 'Carbon active chair, 9 kg',
      net: 2735.4,
      vat: 0,
    },
    chosen: ['third-party', 'I can lift it into the car with one arm.'],
    promised: [
      ['charity', 'Millbrook Rotary', 500],
      ['person', 'Amir Lowen', 385.4],
    ],
    agreed: -150,
    handed: { on: -120, serial: 'WM-20417', gs1: '4006381333931' },
    billed: { on: 0, supplier: 'Wharfside Mobility Ltd', theirs: 'WM-3301', pounds: 2735.4 },
    repairs: [
      {
        on: -60,
        words: 'The left tyre keeps going flat.',
        done: { on: 0, says: 'New tyre', pounds: 38, by: 'Wharf Cycles', theirs: 'WC-118' },
      },
      { on: -4, words: 'A spoke has come loose on the right wheel.' },
    ],
  },
  'Tilly Marsden': {
    need: 'high',
    pounds: 2400,
    repairYearly: 120,
    chair: 'Tilting child’s chair with side supports',
    assessed: -30,
    quote: {
      kind: 'chair',
      supplier: 'Little Wheels',
      says: 'Growing chair, red frame',
      net: 2950,
      vat: 0,
    },
  },
  'Ines Calderbank': {
    ...chair,
    need: 'high',
    pounds: 3900,
    chair: 'Powered indoor and outdoor chair',
    assessed: -40,
    quote: {
      kind: 'features',
      supplier: 'Wharfside Mobility',
      says: 'Rising seat',
      net: 620,
      vat: 124,
    },
    chosen: ['notional-with-contribution', 'At work everything is on a shelf.'],
    promised: [['access-to-work', 'Access to Work', 744]],
    agreed: -8,
  },
  'Desmond Oyelade': {
    ...chair,
    chair: 'Narrow self-propelled chair',
    assessed: -95,
    chosen: ['notional', 'It turns in the hall. That is all I ask.'],
    agreed: -85,
    handed: { on: -70, serial: 'NHS-58113' },
    billed: { on: -66, supplier: 'Kiln End Seating', theirs: 'KE-811', pounds: 1790 },
    newLook: [-6, 'clinical-need-changed', 'I cannot hold myself up in the evenings any more.'],
  },
  'Wilf Garsdale': {
    ...chair,
    chair: 'One-hand drive chair',
    assessed: -190,
    chosen: ['notional', 'Fine by me.'],
    agreed: -180,
    handed: { on: -165, serial: 'NHS-57002' },
    billed: { on: -160, supplier: 'Kiln End Seating', theirs: 'KE-764', pounds: 1850 },
    back: [-12, 'He walks with a stick now and does not need it.'],
  },
  'Petra Novotna': {
    ...chair,
    chair: 'Active user chair',
    assessed: -280,
    voucher: { pounds: 1400, days: 700 },
    chosen: ['notional', 'The same chair, please.'],
    agreed: -270,
    handed: { on: -265, serial: 'NHS-56120' },
    billed: { on: -260, supplier: 'Kiln End Seating', theirs: 'KE-702', pounds: 1400 },
  },
}
