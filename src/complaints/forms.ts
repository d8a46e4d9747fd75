import { addYears, type PlainDate, plainDate } from '../kernel/days.ts'
import {
  choice,
  day,
  type Field,
  form,
  one,
  optionalText,
  type Read,
  text,
  ticked,
  yesNo,
} from '../platform/forms.ts'
import type { FieldError, Typed } from '../platform/route.ts'
import type { RuleId } from '../rights/public.ts'
import {
  abouts,
  againOutcomes,
  againSubjects,
  agreedWays,
  type Complaint,
  learntFrom,
  makers,
  outcomes,
  type PointAnswer,
  type Promised,
  parts,
} from './types.ts'

const first = plainDate('2000-01-01')
const past = (missing: string, called: string, today: PlainDate) =>
  day({ missing, called, from: first, until: today, tooLate: `${called} cannot be in the future` })
const ahead = (missing: string, today: PlainDate) =>
  day({
    missing,
    called: 'The day',
    from: today,
    tooEarly: 'The day cannot be past',
    until: addYears(today, 2),
  })

/** A text that may be left out: empty then. */
const words =
  (most: number, called: string): Field<string> =>
  (typed, name) => {
    const read = optionalText({ most, called })(typed, name)
    return 'value' in read ? { value: read.value ?? '' } : read
  }
/** Each line that holds something. */
const lines =
  (most: number): Field<readonly string[]> =>
  (typed, name) => {
    const all = one(typed, name)
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '')
    return all.some(line => line.length > most)
      ? { says: `Use ${most} characters or fewer on a line` }
      : { value: all }
  }
/** Names of rules, with commas or spaces between them. */
const rules: Field<readonly RuleId[]> = (typed, name) => ({
  value: one(typed, name)
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter(id => id !== ''),
})

const said = (today: PlainDate) => ({
  about: choice(abouts, 'Choose whom it is about'),
  happenedOn: past('Enter the day it happened, or the last day of it', 'The day', today),
  words: text({ missing: 'Say what happened', most: 10_000, called: 'What happened' }),
  wants: text({ missing: 'Say what should be put right', most: 5000, called: 'What should be put right' }),
  who: words(500, 'Who it is about'),
  lateBecause: words(2000, 'The reason'),
  note: words(500, 'What the paper is'),
})
export const ownForm = (today: PlainDate) => form(said(today))
export const staffForm = (today: PlainDate) =>
  form({
    madeBy: choice(makers, 'Choose who complains'),
    madeByName: text({ missing: 'Enter who complains', most: 120, called: 'The name' }),
    how: choice(['telephone', 'letter', 'meeting'], 'Choose how it came'),
    receivedOn: past('Enter the day it came', 'The day it came', today),
    ...said(today),
    readBack: ticked(),
  })

export const paperForm = () => form({ note: text({ missing: 'Say what you add', most: 2000, called: 'It' }) })
export const nothingForm = () => form({})
export const consentForm = (today: PlainDate) =>
  form({
    on: past('Enter the day they agreed', 'The day', today),
    how: text({ missing: 'Say how they agreed', most: 300, called: 'How' }),
  })
export const hearingForm = () =>
  form({
    heard: yesNo('Choose whether it is heard'),
    because: text({ missing: 'Give the reason', most: 2000, called: 'The reason' }),
  })
export const concernForm = () =>
  form({
    actor: text({ missing: 'Choose who it is', most: 60 }),
    part: choice(parts, 'Choose what their part was'),
  })
export const planForm = (today: PlainDate) =>
  form({
    points: lines(500),
    how: text({ missing: 'Say how it is looked into', most: 2000, called: 'How' }),
    handler: text({ missing: 'Choose who looks into it', most: 60 }),
    answerBy: ahead('Enter the day by which they get the answer', today),
    lead: choice(['nhs', 'council'], 'Choose who leads'),
    agreed: choice(agreedWays, 'Choose whether they agreed'),
  })
export const noteForm = () =>
  form({ words: text({ missing: 'Write the note', most: 5000, called: 'The note' }) })
export const delayForm = (today: PlainDate) =>
  form({
    because: text({ missing: 'Say why it takes longer', most: 2000, called: 'The reason' }),
    answerBy: ahead('Enter the new day', today),
  })
export const keptForm = (today: PlainDate) =>
  form({
    on: past('Enter the day it was done', 'The day', today),
    evidence: text({ missing: 'Say what shows that it is done', most: 1000, called: 'What shows it' }),
  })
export const becauseForm = () => form({ because: words(2000, 'What you say') })
export const ombudsmanForm = (today: PlainDate) =>
  form({
    what: choice(['went', 'decided'], 'Choose what happened'),
    on: past('Enter the day', 'The day', today),
    says: text({ missing: 'Say what was asked or decided', most: 3000, called: 'This' }),
    asks: words(3000, 'What they ask'),
    atOnceBecause: words(1000, 'The reason'),
  })
export const chcForm = (today: PlainDate) =>
  form({
    what: choice(
      ['letter', 'review-asked', 'review-answered', 'panel-asked', 'panel-answered'],
      'Choose what happened',
    ),
    on: past('Enter the day', 'The day', today),
    says: words(3000, 'What you say'),
    changed: choice(['yes', 'no', 'none'], 'Choose whether the decision was changed'),
  })
export const againForm = (today: PlainDate) =>
  form({
    subject: choice(againSubjects, 'Choose what it is about'),
    decidedOn: past('Enter the day of the letter', 'The day', today),
    decidedBy: text({ missing: 'Say who decided it, as the letter says', most: 120, called: 'The name' }),
    words: text({ missing: 'Say what you think is wrong', most: 5000, called: 'What you write' }),
  })
export const againAnswerForm = () =>
  form({
    outcome: choice(againOutcomes, 'Choose your answer'),
    reasons: text({ missing: 'Give the reasons in writing', most: 5000, called: 'The reasons' }),
  })
export const lessonForm = () =>
  form({
    learntFrom: choice(learntFrom, 'Choose what it is learnt from'),
    complaint: (typed: Typed, name: string) => {
      const number = one(typed, name)
      return { value: /^\d{1,4}$/.test(number) ? Number(number) : null }
    },
    says: text({ missing: 'Say what you learnt', most: 1500, called: 'What you learnt' }),
    changed: text({ missing: 'Say what has changed since', most: 1500, called: 'What has changed' }),
    owner: text({ missing: 'Say who owns it', most: 120, called: 'The owner' }),
    rules,
    pages: lines(120),
  })

export const promisesAPage = 3
type Answering = {
  readonly points: readonly PointAnswer[]
  readonly promises: readonly Pick<Promised, 'what' | 'who' | 'by' | 'isMoney'>[]
}

/** A form with a group of fields for each point, and some for promises: all three of a promise, or none. */
export const answerForm = ({ points }: Pick<Complaint, 'points'>, today: PlainDate) => ({
  read(typed: Typed): Read<Answering> {
    const errors: FieldError[] = []
    const take = <Value>(read: Read<Value>): Value | null => {
      if (read.ok) return read.value
      errors.push(...read.errors)
      return null
    }
    const answered = points.map(({ number }) => take(pointForm(number).read(typed)))
    const promised = Array.from({ length: promisesAPage }, (_, place) => place + 1)
      .filter(place => ['what', 'who', 'by'].some(name => isTyped(typed, `${name}-${place}`)))
      .map(place => take(promiseForm(place, today).read(typed)))
    if (errors.length > 0) return { ok: false, errors }
    return {
      ok: true,
      value: {
        points: answered
          .filter(each => each !== null)
          .map((each, place) => asPoint(each, points[place]?.number ?? 0)),
        promises: promised.filter(each => each !== null),
      },
    }
  },
})

const isTyped = (typed: Typed, name: string): boolean =>
  [name, `${name}-day`, `${name}-month`, `${name}-year`].some(field => one(typed, field) !== '')

/** The fields of one point, by names that end in its number. */
const pointForm = (number: number) =>
  form<Record<string, Field<string | readonly RuleId[]>>>({
    [`outcome-${number}`]: choice(outcomes, `Choose your answer to point ${number}`),
    [`reasons-${number}`]: text({
      missing: `Give the reasons for point ${number}`,
      most: 5000,
      called: 'The reasons',
    }),
    [`rules-${number}`]: rules,
  })
type PointRead = Readonly<Record<string, string | readonly RuleId[]>>
const asPoint = (read: PointRead, number: number): PointAnswer => ({
  number,
  outcome: outcomes.find(each => each === read[`outcome-${number}`]) ?? 'not',
  reasons: String(read[`reasons-${number}`] ?? ''),
  rules: [read[`rules-${number}`] ?? []].flat(),
})

const promiseForm = (place: number, today: PlainDate) => ({
  read: (typed: Typed): Read<{ what: string; who: string; by: PlainDate; isMoney: boolean }> => {
    const read = form({
      [`what-${place}`]: text({ missing: `Say what promise ${place} is`, most: 500, called: 'The promise' }),
      [`who-${place}`]: text({ missing: `Say who keeps promise ${place}`, most: 120, called: 'The name' }),
      [`by-${place}`]: ahead(`Enter the day of promise ${place}`, today),
      [`money-${place}`]: ticked(),
    } as Record<string, Field<string | PlainDate | boolean>>).read(typed)
    if (!read.ok) return read
    const of = (name: string) => read.value[`${name}-${place}`]
    return {
      ok: true,
      value: {
        what: String(of('what')),
        who: String(of('who')),
        by: plainDate(String(of('by'))),
        isMoney: of('money') === true,
      },
    }
  },
})
