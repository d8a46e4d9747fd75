import type { Place } from '../../maternity/public.ts'

type Told = Omit<Place, 'stage' | 'from' | 'until'>

const birthCentre: Told = {
  key: 'millbrook-birth-centre',
  provider: 'Millbrook Birth Centre',
  place: '4 Weir Street, Millbrook',
  offers: 'Midwives only. A pool, and a room in which a partner can sleep.',
  beds: '4 beds',
  distance: '1 mile from the market in Millbrook',
  said: 'I saw the same two midwives all along.',
  saidSource: 'A mother, in the leaflet of the centre, May 2026',
  openQuestions: 'How often somebody is moved to hospital in labour is not published.',
}
const hospital: Told = {
  key: 'ashdale-hospital',
  provider: 'Ashdale Hospital',
  place: 'Station Road, Ashdale',
  offers: 'Midwives and doctors at all hours. Epidurals, theatre, care for babies who come early.',
  beds: '22 beds',
  distance: '11 miles from the market in Millbrook',
  said: 'It was busy, and they still had time when it mattered.',
  saidSource: 'A mother, survey of the hospital, January 2026',
  openQuestions: 'Whether a partner may stay at night changes. Ask the ward.',
}
const homeTeam: Told = {
  key: 'fern-valley-midwives',
  provider: 'Fern Valley Midwives',
  place: 'They come to your home',
  offers: 'A named midwife who comes to you. Birth at home, with a second midwife.',
  beds: 'No beds: at home',
  distance: 'Comes to you in Millbrook, Kiln End and Upper Fern',
  said: '',
  saidSource: '',
  openQuestions: 'Nobody has written yet what they thought of it. We have asked.',
}
const dale: Told = {
  key: 'dale-midwives',
  provider: 'Dale Midwives',
  place: 'Dale Court clinic, Ashdale',
  offers: 'A small team at the clinic. Visits at home in the first two weeks.',
  beds: 'No beds',
  distance: 'Half a mile from the station in Ashdale',
  said: 'Short waits, and they ring you back.',
  saidSource: 'A mother, on the clinic’s board, March 2026',
  openQuestions: '',
}

const all = ['antenatal', 'intrapartum', 'postnatal'] as const

type Contracted = readonly [told: Told, stages: readonly Place['stage'][]]

/** Who has a contract with each board, and for which parts. All of it is invented. */
export const contracts: Readonly<Record<'millbrook' | 'ashdale', readonly Contracted[]>> = {
  millbrook: [
    [birthCentre, all],
    [hospital, all],
    [homeTeam, all],
  ],
  ashdale: [
    [hospital, all],
    [dale, ['antenatal', 'postnatal']],
  ],
}

/** Notional figures of each board, in pence, in the order of the stages, with where they were decided. */
export const prices = {
  millbrook: [[90_500n, 162_000n, 47_500n], 'Millbrook ICB board, minute 9 of 21 March 2024'],
  ashdale: [[88_000n, 171_000n, 45_000n], 'Ashdale ICB, paper 6 of 18 March 2024'],
} as const

/** Whom each board offers a budget, in its own words. */
export const offerings = {
  millbrook: ['all', 'Everybody who is pregnant and registered with a GP in Millbrook.'],
  ashdale: ['named-clinics', 'Women who go to the clinics at Dale Court and Station Road.'],
} as const
