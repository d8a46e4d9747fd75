import type { BirthStep } from '../birth-story.ts'
import type { Life } from '../types.ts'

type Who = Pick<Life, 'name' | 'born' | 'home' | 'asks'> & Partial<Life>

const mother = (who: Who): Life => ({
  path: 'maternity',
  account: true,
  worker: 'bronwen',
  upTo: 'decided',
  ...who,
})
const asks = (on: number, words: string): NonNullable<Life['asks']> => ({
  on,
  by: 'online',
  words,
  parts: [['Maternity care', 'notional']],
})

/** Women with a maternity budget, from waiting for an offer to a birth that could not wait. */
export const mothers: readonly Life[] = [
  mother({
    name: 'Carys Nance',
    born: '1994-06-06',
    home: ['12 Orchard Close', 'Kiln End', 'MB4 2BA'],
    asks: asks(-190, 'I want to know who will be there. Last time I met nine people.'),
  }),
  mother({
    name: 'Elin Marchant',
    born: '1990-01-17',
    home: ['9 Lock Lane', 'Millbrook', 'MB1 7DT'],
    asks: asks(-210, 'I would like it to be at home.'),
  }),
  mother({
    name: 'Roza Haddon',
    born: '1998-11-02',
    home: ['27 Weir Street', 'Millbrook', 'MB1 1PQ'],
    asks: asks(-120, 'My sister had a choice, and I would like one.'),
  }),
  mother({
    name: 'Imogen Sallow',
    born: '1987-04-25',
    home: ['2 Bell Court', 'Upper Fern', 'MB5 1GE'],
    asks: asks(-95, 'Someone I can ring.'),
  }),
  mother({
    name: 'Tamsin Orme',
    born: '1996-09-09',
    home: ['33 Mill Race', 'Millbrook', 'MB1 2ZX'],
    asks: asks(-40, 'It is my first, and I do not know what there is.'),
  }),
  mother({
    name: 'Leila Strand',
    born: '1992-12-30',
    home: ['6 Foundry Row', 'Millbrook', 'MB2 4DL'],
    asks: asks(-16, 'May I choose where I have my baby?'),
    upTo: 'taken',
  }),
  mother({
    name: 'Hattie Broome',
    born: '1995-07-14',
    home: ['8 Station Road', 'Ashdale', 'AD1 4QR'],
    icb: 'ashdale',
    worker: 'yusra',
    asks: asks(-60, 'The clinic at Dale Court told me to ask.'),
  }),
]

const centre = 'millbrook-birth-centre'
const three = ['antenatal', 'intrapartum', 'postnatal'] as const
const yes = { does: 'answer', said: 'accepted', words: '' } as const

/** What came of each, by name, in the order in which it happened. */
export const birthStories: Readonly<Record<string, readonly BirthStep[]>> = {
  'Carys Nance': [
    { on: -165, does: 'offer', dueIn: 12, fits: 'Registered in Kiln End' },
    { on: -164, ...yes },
    { on: -160, does: 'clinic', stages: three, key: centre },
    {
      on: -60,
      does: 'choose',
      stage: 'intrapartum',
      key: 'ashdale-hospital',
      because: 'My sister lives round the corner.',
    },
    { on: -57, does: 'confirm', number: 4 },
    { on: -50, does: 'extra', says: 'A private class on breathing', pounds: 60 },
    {
      on: -1,
      does: 'choose',
      stage: 'postnatal',
      key: 'fern-valley-midwives',
      because: 'They come to the house, and I have stairs.',
    },
  ],
  'Elin Marchant': [
    { on: -190, does: 'offer', dueIn: 3, fits: 'Registered in Millbrook' },
    { on: -188, ...yes },
    { on: -185, does: 'clinic', stages: three, key: 'fern-valley-midwives' },
    { on: -9, does: 'care', stage: 'intrapartum', elsewhere: 'St Bride’s Hospital, Port Ellin' },
  ],
  'Roza Haddon': [
    { on: -100, does: 'offer', dueIn: 150, fits: '' },
    { on: -99, ...yes },
    { on: -90, does: 'clinic', stages: ['antenatal'], key: centre },
    { on: -30, does: 'end', what: 'pregnancy-ended', toBody: '' },
  ],
  'Imogen Sallow': [
    { on: -75, does: 'offer', dueIn: 110, fits: 'Registered in Upper Fern' },
    { on: -70, does: 'answer', said: 'declined', words: 'I am happy where I am.' },
  ],
  'Tamsin Orme': [{ on: -12, does: 'offer', dueIn: 140, fits: 'Her first baby' }],
  'Hattie Broome': [
    { on: -35, does: 'offer', dueIn: 90, fits: 'Goes to the clinic at Dale Court' },
    { on: -34, ...yes },
    { on: -30, does: 'clinic', stages: ['intrapartum', 'postnatal'], key: 'ashdale-hospital' },
  ],
}
