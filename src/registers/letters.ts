import { isStaff, roleOf } from '../access/public.ts'
import { ageOn, type PlainDate, sayDay } from '../kernel/days.ts'
import type { NewLetter, Paragraph } from '../notices/public.ts'
import { contactOf, organisation, personShown } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { standInOn } from './queries/stand-in.ts'
import { kindSays } from './rules/say.ts'
import type { EndWhy, Entry } from './types.ts'

type Says = { readonly title: string; readonly paragraphs: readonly Paragraph[] }

type Addressee = { readonly name: string; readonly own: boolean; readonly person: string }

/** To the person from 16 on, before that to who stands in for them. */
async function addressee(doing: Doing, entry: Entry): Promise<Addressee> {
  const person = await personShown(doing, entry.person)
  const name = person?.fullName ?? ''
  const child = person?.bornOn != null && ageOn(person.bornOn, doing.today) < 16
  const [standsIn] = child ? await standInOn(doing, entry.person, doing.today) : []
  return { name: standsIn ?? name, own: standsIn === undefined, person: name }
}

/**
 * A letter about the list. More people can open somebody's letters than see the list, so none of them says
 * why somebody is on it, at which level, or what a review found: that stands on the page.
 */
async function letter(doing: Doing, entry: Entry, says: Says): Promise<NewLetter> {
  const body = await organisation(doing, entry.organisation)
  const { telephone } = (body?.details ?? {}) as { telephone?: string }
  const staff = isStaff(doing.actor)
  const email = (await contactOf(doing, entry.person))?.email
  return {
    organisation: entry.organisation,
    person: entry.person,
    to: { name: (await addressee(doing, entry)).name },
    kind: 'register',
    ...says,
    from: {
      name: staff ? doing.actor.name : (body?.name ?? 'The team'),
      role: `${staff ? roleOf(doing) : 'Team'}, ${body?.name ?? ''}`,
      reach: `Send us a message under “Messages”${telephone ? `, or call ${telephone}` : ''}.`,
    },
    subject: entry.id,
    deliver: email ? ['screen', 'print', 'mail'] : ['screen', 'print'],
  }
}

const namesOf = (entry: Entry): readonly string[] => (entry.consents[0]?.bodies ?? []).map(({ name }) => name)

/** Told that they are on the list, what that means, who sees it, and how to say no. */
export async function onListLetter(doing: Doing, entry: Entry): Promise<NewLetter> {
  const { own, name, person } = await addressee(doing, entry)
  const [yes] = entry.consents
  const yesOn = sayDay(yes?.givenOn ?? entry.putOn)
  const said =
    yes?.saidBy === 'best-interests'
      ? `It was decided that this is best, on ${sayDay(yes.givenOn)}, by ${yes.name}.`
      : `${own && yes?.saidBy === 'the-person' ? 'You' : (yes?.name ?? name)} said yes on ${yesOn}.`
  const bodies = namesOf(entry)
  return letter(doing, entry, {
    title: `${own ? 'You are' : `${person} is`} on a list of people who may need more help`,
    paragraphs: [
      'The list is for people with a learning disability, autism or both who might have to go into ' +
        'hospital. It helps us to plan, so that a hospital bed is the last thing and not the first.',
      said,
      { heading: 'Who can see it' },
      bodies.length === 0
        ? 'Only your own small team. No other organisation sees it.'
        : `Your own small team, and these: ${bodies.join(', ')}.`,
      'Each time somebody looks, it is written down, and you can see who it was.',
      { heading: 'You can say no at any time' },
      'Tell us, or press “I no longer want this” on your page. Other organisations then stop seeing it ' +
        'at once. Your budget and your care do not stop because of it.',
    ],
  })
}

/** Told that a review was held, who is to do something, and where to read what was found. */
export function reviewedLetter(doing: Doing, entry: Entry, number: number): Promise<NewLetter> {
  const review = entry.reviews.find(one => one.number === number)
  const on = sayDay(review?.held?.on ?? doing.today)
  return letter(doing, entry, {
    title: `Your review on ${on}`,
    paragraphs: [
      `We held a ${kindSays[review?.kind ?? 'care-and-treatment'].toLowerCase()} with you on ${on}.`,
      'What was found is on your page, in the words of those who were there. So is what happens next: who ' +
        'does it, and by when.',
      'If you see it differently, tell us. We write down what you say.',
    ],
  })
}

const offSays = {
  'consent-withdrawn': 'You asked us to, and you do not have to say why.',
  'no-longer-at-risk': 'The team thinks that you are no longer at risk of going into hospital.',
  'moved-away': 'You have moved away. Your new board can ask you whether you want to be on its list.',
  died: '',
} as const satisfies Record<EndWhy, string>

type Off = { readonly on: PlainDate; readonly why: EndWhy }

/** Told that they are no longer on the list, why, and what that changes. */
export const takenOffLetter = (doing: Doing, entry: Entry, { on, why }: Off): Promise<NewLetter> =>
  letter(doing, entry, {
    title: 'You are no longer on the list',
    paragraphs: [
      `You are no longer on the list of people who may need more help, from ${sayDay(on)}.`,
      offSays[why],
      'No other organisation can see it any more. What was written stays with your own team and with you.',
      'Your budget and your care do not stop because of this. You can be on the list again if you want to.',
    ],
  })
