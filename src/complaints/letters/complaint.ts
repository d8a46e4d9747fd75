import { deliveryTo, senderOf } from '../../agreements/public.ts'
import { type PlainDate, sayDay } from '../../kernel/days.ts'
import type { NewLetter, Paragraph, StatedRule } from '../../notices/public.ts'
import { personShown } from '../../people/public.ts'
import type { Doing } from '../../platform/doing.ts'
import { complaining, findRule, type RuleId, sayConfidence } from '../../rights/public.ts'
import { againSays, ombudsmanSays, outcomeSays, subjectSays } from '../rules/say.ts'
import type { About, Again, AgainOutcome, Answer, Complaint, Promised } from '../types.ts'

export function stated(id: RuleId): StatedRule {
  const { says, confidence, source } = findRule(id)
  return { rule: id, says, confidence: sayConfidence(confidence), title: source.title }
}

type Whose = Pick<Complaint, 'organisation' | 'person' | 'reference'>
type To = { readonly name: string; readonly isOutside: boolean }
type Said = { readonly title: string; readonly paragraphs: readonly Paragraph[]; readonly kind?: string }

/** A letter to whoever complained. Somebody who does not see the record gets it on paper. */
async function letterTo(doing: Doing, one: Whose, { to, title, paragraphs, kind }: Said & { to: To }) {
  const { organisation, person, reference } = one
  const deliver = await deliveryTo(doing, person)
  return {
    organisation,
    person,
    to: { name: to.name },
    kind: kind ?? 'complaint',
    title,
    reference,
    from: await senderOf(doing, { organisation_id: organisation, reference }),
    deliver: to.isOutside ? (['print'] as const) : deliver({ name: to.name }),
    paragraphs,
  } satisfies NewLetter
}

async function makerOf(doing: Doing, one: Complaint): Promise<To> {
  const name = (await personShown(doing, one.person))?.fullName ?? ''
  const isOutside = one.madeBy === 'somebody-else'
  return { name: one.madeBy === 'person' ? name : `${one.madeByName}, for ${name}`, isOutside }
}

const careGoesOn = 'Your care and your budget go on as they are. A complaint never changes them.'

/** Whom to ask when the answer is not right, and that one need not wait for ever. */
export function ombudsmanWords(about: About): readonly Paragraph[] {
  const whom = ombudsmanSays[complaining.whichOmbudsman.decide({ about })]
  return [
    { heading: 'If you do not agree with the answer' },
    {
      reasons: [
        {
          says:
            `You can ask ${whom} to look at it. It costs nothing. ` +
            'They are not part of the NHS board or the council.',
          rules: [stated('COMPLAINT-OMBUDSMAN'), stated('COMPLAINT-AT-ONCE')],
        },
      ],
    },
    'You can also tell us what is still wrong. We then open the complaint again.',
  ]
}

/** That it arrived, what comes next, and by when. */
export async function acknowledgementLetter(doing: Doing, one: Complaint): Promise<NewLetter> {
  const late = one.receivedOn > one.lastDay
  return letterTo(doing, one, {
    to: await makerOf(doing, one),
    title: `We have your complaint of ${sayDay(one.receivedOn)}`,
    paragraphs: [
      'Thank you for telling us. We are sorry that you had reason to complain.',
      careGoesOn,
      { heading: 'What happens next' },
      {
        list: [
          ...(late
            ? ['It is about something more than twelve months ago. Somebody decides whether we look into it.']
            : []),
          ...(one.madeBy === 'somebody-else'
            ? ['We ask the person whether they agree. Until then we do not look into it.']
            : []),
          'We call or write, to agree with you the points, how we look into them, who does it and by when.',
          'Somebody who is not complained of, and did not decide what it is about, signs the answer.',
          one.answerBy === null
            ? 'We agree with you by when you get the answer.'
            : `You get the answer by ${sayDay(one.answerBy)}. That is our own time.`,
        ],
      },
      {
        reasons: [
          {
            says: `If there is no answer by ${sayDay(one.explainBy)}, we write and explain why.`,
            rules: [stated('COMPLAINT-ACK'), stated('COMPLAINT-6M')],
          },
        ],
      },
      `You can stop or add to the complaint at any time. It is number ${one.number} of ${one.reference}.`,
      ...ombudsmanWords(one.about),
    ],
  })
}

type Delay = { readonly because: string; readonly answerBy: PlainDate }
/** Why it takes longer, and the new day. */
export const delayLetter = async (doing: Doing, one: Complaint, { because, answerBy }: Delay) =>
  letterTo(doing, one, {
    to: await makerOf(doing, one),
    title: 'Your complaint: the answer takes longer',
    paragraphs: [
      'We are sorry that you still wait. This is why:',
      { reasons: [{ says: because, rules: [stated('COMPLAINT-6M')] }] },
      `You get the answer by ${sayDay(answerBy)}.`,
      careGoesOn,
      ...ombudsmanWords(one.about),
    ],
  })

type Answered = Pick<Answer, 'outcome' | 'points'> & {
  readonly promises: readonly Pick<Promised, 'what' | 'who' | 'by'>[]
}
/** The answer: the outcome first, each point with reasons and rules, what will be done, whom to ask then. */
export async function answerLetter(doing: Doing, one: Complaint, answer: Answered): Promise<NewLetter> {
  const says = (number: number) => one.points.find(each => each.number === number)?.says ?? ''
  const body = await senderOf(doing, { organisation_id: one.organisation, reference: one.reference })
  return letterTo(doing, one, {
    to: await makerOf(doing, one),
    title: `Our answer to your complaint. ${outcomeSays[answer.outcome]}`,
    paragraphs: [
      `You complained on ${sayDay(one.receivedOn)}. ${body.name}, ${body.role}, answers. ` +
        'They are not complained of and did not decide what it is about.',
      { heading: 'Each point' },
      {
        reasons: answer.points.map(({ number, outcome, reasons, rules }) => ({
          says: `“${says(number)}” ${outcomeSays[outcome]}. ${reasons}`,
          rules: rules.map(stated),
        })),
      },
      { heading: 'What we will do' },
      answer.promises.length === 0
        ? 'Nothing more is to be done.'
        : {
            table: {
              caption: 'What, who and by when',
              columns: ['What', 'Who', 'By'],
              rows: answer.promises.map(({ what, who, by }) => [what, who, sayDay(by)]),
            },
          },
      careGoesOn,
      ...ombudsmanWords(one.about),
    ],
  })
}

type LookedAgain = { readonly one: Again; readonly outcome: AgainOutcome; readonly reasons: string }
/** The written answer to what was asked to be looked at again, with its reasons. */
export async function againLetter(doing: Doing, whose: Whose, { one, outcome, reasons }: LookedAgain) {
  const name = (await personShown(doing, whose.person))?.fullName ?? ''
  const rule = {
    'left-out-of-plan': 'DP-DEC-04',
    'amount-cut': 'DP-DEC-05',
    'sen-direct-payment': 'SEN-LOOK-AGAIN',
  }
  return letterTo(doing, whose, {
    to: { name, isOutside: false },
    kind: 'reconsideration',
    title: `We looked again. ${againSays[outcome]}`,
    paragraphs: [
      `${one.askedByName} asked us on ${sayDay(one.askedOn)}: ${subjectSays[one.subject].toLowerCase()}.`,
      { heading: 'Our reasons' },
      {
        reasons: [
          { says: reasons, rules: [stated(rule[one.subject]), ...(one.must ? [] : [stated('DP-DEC-06')])] },
        ],
      },
      { heading: 'If you think this is wrong' },
      'You can complain to us.',
      ...ombudsmanWords('nhs'),
    ],
  })
}

/** What was learnt from somebody’s complaint, told to them before others read it without names. */
export const lessonLetter = (
  doing: Doing,
  whose: Whose,
  lesson: { to: string; says: string; changed: string },
) =>
  letterTo(doing, whose, {
    to: { name: lesson.to, isOutside: false },
    title: 'What we learnt from what you told us',
    paragraphs: [
      'Thank you. This is what we learnt:',
      lesson.says,
      { heading: 'What has changed since' },
      lesson.changed,
      'Everybody can read this at “What we learnt”, without your name or anything that shows it was you.',
    ],
  })
