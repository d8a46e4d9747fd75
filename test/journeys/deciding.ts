import { type Cast, dayFields } from './cast.ts'

/** Given a request that waits, when Priya takes it and adds evidence, it is hers and the evidence stands. */
export async function takesTheCase({ priya, reference }: Cast, today: string): Promise<void> {
  await priya.goTo(`/requests?find=${reference}`)
  await priya.sees('Sami Rahman')
  await priya.goTo(`/requests/${reference}`)
  await priya.press('Take this case')
  const evidence = {
    kind: 'decision-support-tool',
    note: 'Meets the criteria, all agreed.',
    ...dayFields('dated', today),
  }
  await priya.send({ ...evidence, 'dated-day': '31', 'dated-month': '2' }, 'Add the evidence')
  await priya.sees('There is a problem', 'day of the calendar')
  await priya.send(evidence, 'Add the evidence')
  await priya.sees('Meets the criteria, all agreed.')
}

/**
 * When she grants the nights and refuses the lessons, she sees the letter before it goes, and then it goes.
 */
export async function decides({ priya, nadia, reference }: Cast): Promise<void> {
  await priya.goTo(`/requests/${reference}/decision`)
  await priya.sees('right to have a personal health budget')
  const decision = {
    pathway: 'childrens-continuing-care',
    'way-1': 'direct-payment',
    'weekly-1': '540',
    'reason-1': '',
    'way-2': 'refused',
    summary: 'We would like to meet you and Sami soon.',
  }
  await priya.send(decision, 'See the letter before it goes')
  await priya.sees('There is a problem', /reason for “Swimming lessons”/i)
  const reason = 'The council arranges swimming under his education plan. It starts in January.'
  await priya.send({ 'reason-2': reason }, 'See the letter before it goes')
  await priya.sees('Nothing is decided yet', reason)
  await priya.press('Decide and send the letter')
  await priya.sees('art granted')
  await nadia.goTo(`/requests/${reference}`)
  await nadia.sees('Your request: part granted')
  await nadia.goTo('/notices')
  await nadia.follow(/granted/i)
  await nadia.sees(
    reason,
    'Swimming lessons',
    'Priya Nair',
    /look at (it|this|the decision) again|reconsider/i,
  )
  await nadia.picture('decision-letter', 1500)
}
