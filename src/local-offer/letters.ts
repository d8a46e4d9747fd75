import { isStaff, roleOf } from '../access/public.ts'
import { sayShortDay } from '../kernel/days.ts'
import { type StatedRule, sendLetter } from '../notices/public.ts'
import { contactOf, organisation, personShown } from '../people/public.ts'
import type { Doing } from '../platform/doing.ts'
import { findRule, type RuleId, sayConfidence } from '../rights/public.ts'
import type { QuestionShown } from './queries.ts'
import { answerSays, saySum } from './rules/say.ts'
import type { NewAnswer } from './types.ts'

/** A rule as an answer keeps it: its words that day, and how sure we were of it. */
export const stateRule = (id: RuleId): StatedRule => {
  const { says, confidence, source } = findRule(id)
  return { rule: id, says, confidence: sayConfidence(confidence), title: source.title }
}

const titleOf = ({ answer }: NewAnswer): string =>
  ({
    yes: 'Yes: you can buy it',
    'yes-if': 'Yes: you can buy it, with conditions',
    no: 'No: the budget does not buy it',
    'not-yet': 'Not yet: it is not in the plan',
  })[answer]

async function senderOf(doing: Doing, { organisation_id }: QuestionShown) {
  const body = (await organisation(doing, organisation_id))?.name ?? 'The team'
  const reach = 'Send us a message under “Messages”.'
  if (!isStaff(doing.actor)) return { name: body, role: 'Answered at once by a written rule', reach }
  return { name: doing.actor.name, role: `${roleOf(doing)}, ${body}`, reach }
}

const protects = (answer: NewAnswer): string =>
  answer.answer === 'yes' || answer.answer === 'yes-if'
    ? 'Keep this letter. If you buy it as you asked, nobody may count it against you later.'
    : 'If you do not agree, ask for it to be looked at again. Somebody else will do it.'

/** The written answer, as a letter that stays: what was asked, the answer, why, and what else can be done. */
export async function sendAnswer(doing: Doing, question: QuestionShown, answer: NewAnswer): Promise<void> {
  const { organisation_id, person_id, reference, number, words, sum, every } = question
  const person = await personShown(doing, person_id)
  const email = (await contactOf(doing, person_id))?.email
  const part = (heading: string, text: string) => (text === '' ? [] : [{ heading }, text])
  await sendLetter(doing, {
    organisation: organisation_id,
    person: person_id,
    to: { name: person?.fullName ?? '' },
    kind: 'purchase',
    sees: 'money',
    reference,
    subject: question.id,
    title: titleOf(answer),
    from: await senderOf(doing, question),
    deliver: email ? ['screen', 'print', 'mail'] : ['screen', 'print'],
    paragraphs: [
      {
        facts: [
          ['You asked', words],
          ['What it costs', saySum(sum, every)],
          ['Asked on', sayShortDay(question.asked_on)],
          ['Answer', answerSays[answer.answer]],
          ['Number', `${reference}, question ${number}`],
        ],
      },
      ...part('Conditions', answer.conditions),
      { heading: 'Why' },
      { reasons: [{ says: answer.reasons, rules: answer.rules }] },
      ...part('What else you can do', answer.instead),
      { heading: 'What this letter is for' },
      protects(answer),
    ],
  })
}
