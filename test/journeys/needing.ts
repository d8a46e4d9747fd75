import { type Cast, dayFields } from './cast.ts'

/** When Priya assesses Sami, each domain of the pathway has a level and what was found. */
export async function assesses({ priya, reference }: Cast, today: string): Promise<void> {
  await priya.goTo(`/needs/${reference}/assessment`)
  const levels = await priya.page.locator('select[name^="level-"]').count()
  const found = Array.from({ length: levels }, (_, place) => [
    `level-${place}`,
    place < 3 ? 'high' : 'moderate',
  ])
  await priya.send(
    {
      ...dayFields('assessedOn', today),
      inTheirWords: 'Nadia: he wakes six times a night, and somebody has to be awake to see it.',
      ...Object.fromEntries(found),
      'note-0': 'Suction at night, by somebody trained.',
    },
    'Save the assessment',
  )
  await priya.sees('Assessment number 1', 'Suction at night')
}

const nights = {
  says: 'Assistant at night',
  group: 'Nights',
  when: 'Monday to Thursday, 10pm to 7am',
  kind: 'care',
  units: '4',
  unit: 'night',
  per: 'week',
  rateName: 'pa-night',
  employed: 'yes',
}
const afternoons = {
  says: 'Assistant after school',
  group: 'Getting out',
  when: 'Tuesday and Thursday, 4pm to 6pm',
  kind: 'care',
  units: '4',
  unit: 'hour',
  per: 'week',
  rateName: 'pa-day',
  employed: 'yes',
}

/**
 * When she writes down the support, it is priced beside it, with what it costs to be an employer in plain
 * sight.
 */
export async function worksOutTheSum({ priya, reference }: Cast, today: string): Promise<void> {
  await priya.goTo(`/needs/${reference}/support`)
  await priya.send({ ...nights, units: 'four' }, 'Add the line')
  await priya.sees('There is a problem')
  await priya.send(nights, 'Add the line')
  await priya.send(afternoons, 'Add the line')
  await priya.sees('£554.00', '£55.40', 'National Insurance')
  await priya.follow('Keep this as a sum')
  await priya.send(
    {
      kind: 'indicative',
      ...dayFields('ratesOn', today),
      ...dayFields('from', today),
      because: 'Agreed with the nurse.',
    },
    'Keep this sum',
  )
  await priya.sees('Not shown to the family yet')
  await priya.press(/Show/)
}

/** When Nadia sees the sum, every figure opens; what she doubts is answered in writing. */
export async function doubtsTheSum({ nadia, priya, reference }: Cast): Promise<void> {
  await nadia.goTo(`/needs/${reference}`)
  await nadia.sees('a week', 'Nights', 'A year of 52 weeks')
  await nadia.open('£554.00 a week')
  await nadia.sees(/4 .*138\.50/)
  await nadia.picture('the-sum-opened', 1400)
  const words = 'He needs somebody on Sunday nights too, before school.'
  await nadia.send({ words: '' }, 'Tell us')
  await nadia.sees('There is a problem')
  await nadia.send({ words }, 'Tell us')
  await nadia.sees(words, 'It will be answered by')
  await priya.goTo(`/needs/${reference}`)
  const answer = 'We start with four nights, and look at Sundays at the first review.'
  await priya.send({ answer }, 'Send the answer')
  await nadia.goTo(`/needs/${reference}`)
  await nadia.sees(answer)
}
