import { addDays, type PlainDate } from '../../src/kernel/days.ts'
import { type Cast, dayFields } from './cast.ts'

/**
 * When Priya holds the first review, what was found and what follows is written where the family reads it.
 */
export async function holdsTheReview(
  { priya, nadia, reference }: Cast,
  day: { today: string; change: string },
): Promise<void> {
  await priya.goTo(`/reviews/${reference}`)
  await priya.goTo(`/reviews/${reference}/plan-review`)
  const tests = await priya.page.locator('input[type=radio][name^="answer-"][value="yes"]').all()
  const answers = await Promise.all(
    tests.map(async one => [(await one.getAttribute('name')) ?? '', 'yes'] as const),
  )
  await priya.send(
    {
      ...Object.fromEntries(answers),
      ...dayFields('heldOn', day.today),
      askedBy: 'schedule',
      words: 'The nights work. Sunday night is missing.',
      theirWords: 'I sleep. On Sundays I still do not.',
      follows: 'change',
      ...dayFields('changeFrom', day.change),
    },
    /Save|Write|review/i,
  )
  await nadia.goTo(`/reviews/${reference}`)
  await nadia.leaveTo('a[href*="/held/"]')
  await nadia.sees('The nights work', 'On Sundays I still do not')
}

/**
 * When the plan is changed after the review, a new version stands beside the old one and both can be
 * compared.
 */
export async function changesThePlan({ priya, tom, nadia, reference }: Cast, from: PlainDate): Promise<void> {
  const at = `/plans/${reference}`
  await priya.goTo(at)
  await priya.send({ from: 'before' }, 'Begin a new version')
  await priya.goTo(`${at}/lines/line-2`)
  await priya.send({ units: '3' }, /Save/)
  await priya.goTo(`${at}/details`)
  await priya.send(dayFields('firstReviewOn', addDays(from, 60)), /Save/)
  await priya.goTo(at)
  await priya.sees('Nothing is left to put right')
  await priya.send(
    { to: 'approver', words: 'An hour less after school, kept for Sunday nights.' },
    /Hand it to/,
  )
  await tom.goTo(`${at}/sign-off`)
  await tom.send(dayFields('from', from), 'Agree the plan')
  await nadia.goTo(`${at}/compare?from=1&to=2`)
  await nadia.sees('Assistant after school', 'Changed')
}

/** When Nadia asks who looked at the record, everybody who did is there by name. */
export async function seesWhoLooked({ nadia, priya, reference }: Cast): Promise<void> {
  await nadia.goTo(`/notices/messages/${reference}`)
  await nadia.send({ words: 'Thank you. Shall we meet in the new year?' }, 'Send')
  await priya.goTo(`/notices/messages/${reference}`)
  await priya.sees('Shall we meet in the new year?')
  await nadia.goTo('/home')
  await nadia.sees('Sami')
  await nadia.picture('home-of-a-family', 1300)
  await nadia.follow('Who has looked at the record')
  for (const name of ['Priya Nair', 'Tom Birkett', 'Ngozi Okafor']) await nadia.sees(name)
  await nadia.picture('who-looked', 1200)
  await nadia.follow('Older')
  await nadia.sees('Rashid Mahmood')
}

/** When Priya opens her caseload and the case, she and Nadia read the same story of it. */
export async function readsTheStory({ priya, nadia, tom, ngozi, reference }: Cast): Promise<void> {
  for (const who of [priya, tom, ngozi]) await who.goTo('/home')
  await priya.goTo('/cases')
  await priya.picture('caseload', 1300)
  await priya.goTo(`/cases?find=${reference}`)
  await priya.leaveTo(`a[href="/cases/${reference}"]`)
  await priya.picture('timeline-of-a-case', 1800)
  await nadia.goTo(`/cases/${reference}`)
  for (const who of [priya, nadia]) await who.sees('Sami Rahman', 'What has happened', 'Signed off the plan')
}
