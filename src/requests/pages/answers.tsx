import { readPlainDate, sayDay, sayShortDay } from '../../kernel/days.ts'
import { type Fact, Form, type Html, Panel, Reading, SubmitButton, SummaryList } from '../../nhs/public.ts'
import { communicationNeeds, legalBasisSays } from '../../people/public.ts'
import { many, one } from '../../platform/forms.ts'
import type { FieldError, Page, Typed } from '../../platform/route.ts'
import { mostTyped, type Question } from '../forms/questions.ts'
import { sayPathway } from '../pathways.ts'
import type { Limit } from '../rules/clock.ts'
import { wayShort } from '../say.ts'
import type { Case, Way } from '../types.ts'
import { type AskShows, headings } from './question-fields.tsx'

const wayWords = (typed: string): string =>
  Object.hasOwn(wayShort, typed) ? wayShort[typed as Way] : 'I don’t know yet'

function partLines(typed: Typed): Html {
  const lines = Array.from({ length: mostTyped }, (_, place) => place + 1)
    .filter(place => one(typed, `says-${place}`) !== '')
    .map(place => {
      const [way, weekly] = [one(typed, `held-${place}`), one(typed, `weekly-${place}`)]
      const more = [
        way === '' ? '' : wayWords(way),
        weekly === '' ? '' : `about £${weekly.replace('£', '')} a week`,
      ]
      return [one(typed, `says-${place}`), ...more.filter(Boolean)].join(', ')
    })
  if (lines.length === 0) return 'As a whole'
  return (
    <ul className="nhsuk-list">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

const forWhomWords = (typed: Typed, known: AskShows['known']): string => {
  const chosen = one(typed, 'forWhom')
  const found = known.find(({ id }) => chosen === `person:${id}`)
  const words: Readonly<Record<string, string>> = {
    myself: 'Me',
    child: 'My child',
    represent: 'Somebody I represent',
  }
  return found?.name ?? words[chosen] ?? ''
}

function dayTyped(typed: Typed): string {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map(part => one(typed, `bornOn-${part}`))
  const read = readPlainDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
  return read === null ? [day, month, year].join(' ').trim() : sayShortDay(read)
}

const joined = (typed: Typed, ...names: readonly string[]): string =>
  names
    .map(name => one(typed, name))
    .filter(Boolean)
    .join(', ')

/** What was answered to a question, in words, for the page that checks the answers. */
export function answerTo(question: Question, { typed, known, icbs }: Omit<AskShows, 'heading'>): Html {
  switch (question) {
    case 'for-whom':
      return forWhomWords(typed, known)
    case 'your-name':
      return one(typed, 'yourName')
    case 'basis':
      return legalBasisSays[one(typed, 'basis') as keyof typeof legalBasisSays] ?? ''
    case 'name':
      return joined(typed, 'fullName', 'preferredName')
    case 'birth':
      return dayTyped(typed)
    case 'nhs-number':
      return one(typed, 'nhsNumber') || 'Not given'
    case 'address':
      return joined(typed, 'address1', 'address2', 'address3', 'town', 'postcode') || 'No fixed address'
    case 'reach':
      return joined(typed, 'telephone', 'email')
    case 'communication':
      return (
        many(typed, 'needs')
          .map(need => communicationNeeds[need as keyof typeof communicationNeeds]?.says ?? '')
          .join(', ') || 'Nothing special'
      )
    case 'care':
      return sayPathway(one(typed, 'care'))
    case 'icb':
      return icbs.find(({ code }) => code === one(typed, 'icb'))?.name ?? 'I don’t know'
    case 'words':
      return one(typed, 'words')
    case 'way':
      return wayWords(one(typed, 'way'))
    case 'parts':
      return partLines(typed)
    default:
      return question satisfies never
  }
}

type CheckShows = Omit<AskShows, 'heading'> & {
  readonly asked: readonly Question[]
  readonly errors: readonly FieldError[]
  readonly back: string
}

/** Check answers before sending. */
export const checkPage = ({ asked, errors, back, ...shows }: CheckShows): Page => ({
  title: 'Check your answers',
  back,
  errors,
  ...(errors.length > 0 ? { status: 422 } : {}),
  body: (
    <Reading>
      <h1>Check your answers</h1>
      <SummaryList
        facts={asked.map(
          (question): Fact => ({
            says: headings[question],
            is: answerTo(question, shows) || 'Not answered yet',
            change: { href: `/requests/new/${question}`, what: headings[question] },
          }),
        )}
      />
      <h2>Now send your request</h2>
      <p>
        What you send goes to the NHS board above. Only those who work on it, and those who audit it, can see
        it.
      </p>
      <Form action="/requests/new/sending">
        <SubmitButton>Send the request</SubmitButton>
      </Form>
    </Reading>
  ),
})

/** After sending: the reference, and what happens next with its day. */
export const sentPage = (one: Case, { limit, team }: { limit: Limit | null; team: string }): Page => ({
  title: 'Request sent',
  body: (
    <Reading>
      <Panel title="Request sent" reference={one.reference} />
      <h2>What happens next</h2>
      <p>A case worker of {team} reads your request. They may ask you a question under “Messages”.</p>
      {limit === null ? (
        <p>
          No day is set for the decision. We found no time limit in law, and {team} has not set one. You can
          ask for a day.
        </p>
      ) : (
        <p>
          You can expect a decision by <strong>{sayDay(limit.by)}</strong> ({limit.label}). If you hear
          nothing by then, send a message or call, and say your reference.
        </p>
      )}
      <p>The care there is now goes on meanwhile.</p>
      <p>
        <a href={`/requests/${one.reference}`}>Where is my request and whose turn is it</a>
      </p>
      <p>
        <a href={`/notices?person=${one.person}`}>Read and print the letter about it</a>
      </p>
    </Reading>
  ),
})
